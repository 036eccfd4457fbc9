//! Addresses within the app: everything behind the `#`, so that any static host will do.

use std::rc::Rc;

use assessment::{AssessmentId, ConditionId, Date, PracticeId, RecordId, View, WorkplaceId};
use report::Kind;

/// Where the user is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `#/`
    Start,
    /// `#/topics`
    Topics,
    /// `#/about`
    About,
    /// `#/example`
    Example,
    /// `#/device`
    Device,
    /// `#/help`
    Help,
    /// `#/learn`, and behind it what is read there, such as `conditions/buddy`
    Learn(Rc<str>),
    /// `#/w`
    Workplaces,
    /// `#/w/<id>`
    Workplace(WorkplaceId),
    /// `#/w/<id>/<day>`, the day as a number since 1970
    Round(WorkplaceId, Date),
    /// `#/w/<id>/<day>/leave`
    Leave(WorkplaceId, Date),
    /// `#/overview`
    Overview,
    /// `#/own`
    Own,
    /// `#/form/<view>` with every question, `#/form/<view>/quick` with those of the quick scan
    Form(View, Extent),
    /// `#/l/<what a link brings>`; `#/l` once that was taken out of the address
    Link(Option<Rc<str>>),
    /// `#/a/<id>/...`
    Assessment(AssessmentId, Page),
    /// Anything else.
    Unknown,
}

/// How much stands on a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Every question.
    Full,
    /// The questions of the quick scan.
    Quick,
}

/// A page within one assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// `.../situation`
    Situation,
    /// `.../questions/<condition>`
    Questions(ConditionId),
    /// `.../guidance`
    Guidance,
    /// `.../plan`
    Plan,
    /// `.../visit/<practice>`
    Visit(PracticeId),
    /// `.../take/<what is taken along>`
    Take(Kind),
}

impl Route {
    /// What is looked at there, if it is something that is kept.
    pub fn record(&self) -> Option<RecordId> {
        match self {
            Self::Assessment(id, _) => Some(id.into()),
            Self::Workplace(id) | Self::Round(id, _) | Self::Leave(id, _) => Some(id.into()),
            _ => None,
        }
    }

    /// A page under 'Learn'.
    pub fn learn(path: &str) -> Self {
        Self::Learn(path.into())
    }

    /// The word whose explanation is looked up there.
    pub fn term(&self) -> Option<&str> {
        match self {
            Self::Learn(path) => path.strip_prefix("glossary/"),
            _ => None,
        }
    }

    /// The address of the page as a whole. What is chosen on a page, such as which form to print, is no other page.
    pub fn page(&self) -> String {
        match self {
            Self::Form(..) => "#/form".to_owned(),
            Self::Assessment(id, Page::Take(_)) => ["#/a/", id.as_str(), "/take"].concat(),
            route => route.href(),
        }
    }

    /// Reads the part of an address from the `#` on.
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            [""] => Self::Start,
            ["topics"] => Self::Topics,
            ["about"] => Self::About,
            ["example"] => Self::Example,
            ["device"] => Self::Device,
            ["help"] => Self::Help,
            // Also what is no page there: the words say what there is, and they come later.
            ["learn", ..] => Self::Learn(path.strip_prefix("learn/").unwrap_or_default().into()),
            ["w"] => Self::Workplaces,
            ["w", id] => Self::Workplace(WorkplaceId::new(id)),
            ["w", id, day] => day.parse().map_or(Self::Unknown, |day| Self::Round(WorkplaceId::new(id), Date(day))),
            ["w", id, day, "leave"] => {
                day.parse().map_or(Self::Unknown, |day| Self::Leave(WorkplaceId::new(id), Date(day)))
            }
            ["overview"] => Self::Overview,
            ["own"] => Self::Own,
            ["form", view] => Self::form(view, Extent::Full),
            ["form", view, "quick"] => Self::form(view, Extent::Quick),
            ["l"] => Self::Link(None),
            // Also what cannot be a link: its page says what to do then.
            ["l", ..] => Self::Link(path.strip_prefix("l/").map(Rc::from)),
            ["a", id, "situation"] => Self::Assessment(AssessmentId::new(id), Page::Situation),
            ["a", id, "visit", practice] => {
                Self::Assessment(AssessmentId::new(id), Page::Visit(PracticeId::new(practice)))
            }
            ["a", id, "take", kind] => match Kind::ALL.into_iter().find(|known| known.id() == *kind) {
                Some(kind) => Self::Assessment(AssessmentId::new(id), Page::Take(kind)),
                None => Self::Unknown,
            },
            ["a", id, "plan"] => Self::Assessment(AssessmentId::new(id), Page::Plan),
            ["a", id, "guidance"] => Self::Assessment(AssessmentId::new(id), Page::Guidance),
            ["a", id, "questions", condition] => {
                Self::Assessment(AssessmentId::new(id), Page::Questions(ConditionId::new(condition)))
            }
            _ => Self::Unknown,
        }
    }

    fn form(view: &str, extent: Extent) -> Self {
        let named = View::ALL.into_iter().find(|known| known.id() == view);
        named.map_or(Self::Unknown, |view| Self::Form(view, extent))
    }

    /// The address, to link to.
    pub fn href(&self) -> String {
        match self {
            Self::Start | Self::Unknown => "#/".to_owned(),
            Self::Topics => "#/topics".to_owned(),
            Self::About => "#/about".to_owned(),
            Self::Example => "#/example".to_owned(),
            Self::Device => "#/device".to_owned(),
            Self::Help => "#/help".to_owned(),
            Self::Learn(path) if path.is_empty() => "#/learn".to_owned(),
            Self::Learn(path) => ["#/learn/", path].concat(),
            Self::Workplaces => "#/w".to_owned(),
            Self::Workplace(id) => ["#/w/", id.as_str()].concat(),
            Self::Round(id, day) => ["#/w/", id.as_str(), "/", &day.0.to_string()].concat(),
            Self::Leave(id, day) => ["#/w/", id.as_str(), "/", &day.0.to_string(), "/leave"].concat(),
            Self::Overview => "#/overview".to_owned(),
            Self::Own => "#/own".to_owned(),
            Self::Form(view, Extent::Full) => ["#/form/", view.id()].concat(),
            Self::Form(view, Extent::Quick) => ["#/form/", view.id(), "/quick"].concat(),
            Self::Link(None) => "#/l".to_owned(),
            Self::Link(Some(text)) => ["#/l/", text].concat(),
            Self::Assessment(id, Page::Situation) => ["#/a/", id.as_str(), "/situation"].concat(),
            Self::Assessment(id, Page::Plan) => ["#/a/", id.as_str(), "/plan"].concat(),
            Self::Assessment(id, Page::Guidance) => ["#/a/", id.as_str(), "/guidance"].concat(),
            Self::Assessment(id, Page::Take(kind)) => ["#/a/", id.as_str(), "/take/", kind.id()].concat(),
            Self::Assessment(id, Page::Visit(practice)) => ["#/a/", id.as_str(), "/visit/", practice.as_str()].concat(),
            Self::Assessment(id, Page::Questions(condition)) => {
                ["#/a/", id.as_str(), "/questions/", condition.as_str()].concat()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_is_read_back_from_its_address() {
        let id = || AssessmentId::new("k3x9");
        for route in [
            Route::Start,
            Route::Topics,
            Route::About,
            Route::Example,
            Route::Device,
            Route::Help,
            Route::Learn("".into()),
            Route::Learn("conditions/buddy".into()),
            Route::Learn("glossary/uwv".into()),
            Route::Workplaces,
            Route::Workplace(WorkplaceId::new("wp-1")),
            Route::Round(WorkplaceId::new("wp-1"), Date(20_800)),
            Route::Leave(WorkplaceId::new("wp-1"), Date(20_800)),
            Route::Overview,
            Route::Own,
            Route::Form(View::Practitioner, Extent::Full),
            Route::Form(View::Candidate, Extent::Quick),
            Route::Link(None),
            Route::Link(Some("AQEAPnV0-it_".into())),
            Route::Assessment(id(), Page::Situation),
            Route::Assessment(id(), Page::Questions(ConditionId::new("task-fit"))),
            Route::Assessment(id(), Page::Guidance),
            Route::Assessment(id(), Page::Plan),
            Route::Assessment(id(), Page::Take(Kind::Report)),
            Route::Assessment(id(), Page::Take(Kind::Card)),
            Route::Assessment(id(), Page::Visit(PracticeId::new("buddy-named"))),
        ] {
            assert_eq!(Route::parse(&route.href()), route);
        }
    }

    #[test]
    fn what_is_no_address_of_ours_is_unknown() {
        for hash in [
            "#/nowhere",
            "#/w/wp-1/monday",
            "#/w/wp-1/20800/more",
            "#/a/k3x9",
            "#/a/k3x9/questions",
            "#/a/k3x9/take",
            "#/a/k3x9/take/everything",
            "#/a/k3x9/guidance/more",
            "#/form",
            "#/form/manager",
            "#/form/buddy/slow",
            "#main",
        ] {
            assert_eq!(Route::parse(hash), Route::Unknown, "{hash}");
        }
        assert_eq!(Route::parse(""), Route::Start);
        assert_eq!(Route::parse("#"), Route::Start);
    }
}
