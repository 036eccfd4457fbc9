//! Addresses within the app: everything behind the `#`, so that any static host will do.

use std::rc::Rc;

use assessment::{AssessmentId, ConditionId, Date, RecordId, WorkplaceId};

/// Where the user is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `#/`
    Start,
    /// `#/topics`
    Topics,
    /// `#/about`
    About,
    /// `#/device`
    Device,
    /// `#/w`
    Workplaces,
    /// `#/w/<id>`
    Workplace(WorkplaceId),
    /// `#/w/<id>/<day>`, the day as a number since 1970
    Round(WorkplaceId, Date),
    /// `#/overview`
    Overview,
    /// `#/own`
    Own,
    /// `#/l/<what a link brings>`; `#/l` once that was taken out of the address
    Link(Option<Rc<str>>),
    /// `#/a/<id>/...`
    Assessment(AssessmentId, Page),
    /// Anything else.
    Unknown,
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
}

impl Route {
    /// What is looked at there, if it is something that is kept.
    pub fn record(&self) -> Option<RecordId> {
        match self {
            Self::Assessment(id, _) => Some(id.into()),
            Self::Workplace(id) | Self::Round(id, _) => Some(id.into()),
            _ => None,
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
            ["device"] => Self::Device,
            ["w"] => Self::Workplaces,
            ["w", id] => Self::Workplace(WorkplaceId::new(id)),
            ["w", id, day] => match day.parse() {
                Ok(day) => Self::Round(WorkplaceId::new(id), Date(day)),
                Err(_) => Self::Unknown,
            },
            ["overview"] => Self::Overview,
            ["own"] => Self::Own,
            ["l"] => Self::Link(None),
            // Also what cannot be a link: its page says what to do then.
            ["l", ..] => Self::Link(path.strip_prefix("l/").map(Rc::from)),
            ["a", id, "situation"] => Self::Assessment(AssessmentId::new(id), Page::Situation),
            ["a", id, "plan"] => Self::Assessment(AssessmentId::new(id), Page::Plan),
            ["a", id, "guidance"] => Self::Assessment(AssessmentId::new(id), Page::Guidance),
            ["a", id, "questions", condition] => {
                Self::Assessment(AssessmentId::new(id), Page::Questions(ConditionId::new(condition)))
            }
            _ => Self::Unknown,
        }
    }

    /// The address, to link to.
    pub fn href(&self) -> String {
        match self {
            Self::Start | Self::Unknown => "#/".to_owned(),
            Self::Topics => "#/topics".to_owned(),
            Self::About => "#/about".to_owned(),
            Self::Device => "#/device".to_owned(),
            Self::Workplaces => "#/w".to_owned(),
            Self::Workplace(id) => ["#/w/", id.as_str()].concat(),
            Self::Round(id, day) => ["#/w/", id.as_str(), "/", &day.0.to_string()].concat(),
            Self::Overview => "#/overview".to_owned(),
            Self::Own => "#/own".to_owned(),
            Self::Link(None) => "#/l".to_owned(),
            Self::Link(Some(text)) => ["#/l/", text].concat(),
            Self::Assessment(id, Page::Situation) => ["#/a/", id.as_str(), "/situation"].concat(),
            Self::Assessment(id, Page::Plan) => ["#/a/", id.as_str(), "/plan"].concat(),
            Self::Assessment(id, Page::Guidance) => ["#/a/", id.as_str(), "/guidance"].concat(),
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
            Route::Device,
            Route::Workplaces,
            Route::Workplace(WorkplaceId::new("wp-1")),
            Route::Round(WorkplaceId::new("wp-1"), Date(20_800)),
            Route::Overview,
            Route::Own,
            Route::Link(None),
            Route::Link(Some("AQEAPnV0-it_".into())),
            Route::Assessment(id(), Page::Situation),
            Route::Assessment(id(), Page::Questions(ConditionId::new("task-fit"))),
            Route::Assessment(id(), Page::Guidance),
            Route::Assessment(id(), Page::Plan),
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
            "#/a/k3x9/guidance/more",
            "#main",
        ] {
            assert_eq!(Route::parse(hash), Route::Unknown, "{hash}");
        }
        assert_eq!(Route::parse(""), Route::Start);
        assert_eq!(Route::parse("#"), Route::Start);
    }
}
