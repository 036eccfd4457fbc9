//! Before a visit: what is due, what nobody knew, and open questions for the conditions that stand lowest.

use assessment::{Answer, Assessment, Condition, Date, Level, Move, Workplace, moves};
use content::WorkplaceWord;
use yew::prelude::*;

use super::VisitPage;
use crate::{
    browser::clock,
    components::markup::{folded, hint},
    view::attr,
};

/// For how many conditions there are questions: more than these are too many for one visit.
const CONDITIONS: usize = 3;

impl VisitPage<'_> {
    /// What to take along, from the latest round in sight.
    pub(super) fn prepare(&self, workplace: &Workplace) -> Html {
        // A round that was only just begun tells nothing yet.
        let days = workplace.rounds.iter().map(|(day, _)| *day).rev();
        let mut told = days.map(|day| (day, self.in_sight(workplace, day)));
        let told = told.find(|(_, views)| views.iter().any(|view| !view.answers.is_empty()));
        let Some((day, views)) = told else { return html! {} };
        let (changed, due, unknown) = (self.changed(workplace, day), self.due(&views), self.unknown(&views));
        let weak = self.weak(&views);
        let body = html! {
            <div class="prepare">
                if changed.is_empty() && due.is_empty() && unknown.is_empty() && weak.is_empty() {
                    { hint(self.word(WorkplaceWord::PrepareNothing)) }
                }
                { listed("changed", self.word(WorkplaceWord::PrepareChanged), &changed) }
                { listed("due", self.word(WorkplaceWord::PrepareDue), &due) }
                { listed("unknown", self.word(WorkplaceWord::PrepareUnknown), &unknown) }
                if !weak.is_empty() {
                    <h3>{ self.word(WorkplaceWord::PrepareAsk) }</h3>
                }
                for (name, questions) in &weak {
                    <h4>{ name.clone() }</h4>
                    <ul data-questions="">
                        for question in questions {
                            <li>{ question.clone() }</li>
                        }
                    </ul>
                }
            </div>
        };
        folded("plan__part prepare__part", html! { <h2>{ self.word(WorkplaceWord::PrepareTitle) }</h2> }, false, body)
    }

    /// What stood higher or lower in the latest round than before.
    fn changed(&self, workplace: &Workplace, day: Date) -> Vec<AttrValue> {
        let instrument = &self.view.ask().instrument;
        let pairs = self.before_and_after(workplace, day);
        let moved = pairs.iter().flat_map(|pair| moves(instrument, pair.before, pair.after));
        let lines = moved.filter_map(|moved| {
            let how = match moved.how {
                Move::Up => WorkplaceWord::MoveUp,
                Move::Down => WorkplaceWord::MoveDown,
                Move::Stayed | Move::NowKnown | Move::NotSaid => return None,
            };
            Some(AttrValue::from([&self.title(&moved.practice), ": ", &self.word(how)].concat()))
        });
        lines.collect()
    }

    /// Open steps whose day has come.
    fn due(&self, views: &[&Assessment]) -> Vec<AttrValue> {
        let today = clock::today();
        let steps = views.iter().flat_map(|view| {
            let open = view.plan.present().filter(|(_, action)| action.is_open());
            open.filter(|(_, action)| action.due(&view.plan).is_some_and(|due| due <= today))
        });
        let title = |action: &assessment::PlanAction| match &action.from {
            Some(from) if action.title.value.is_empty() => self.title(&from.practice),
            _ => action.title.value.clone().into(),
        };
        steps.map(|(_, action)| title(action)).collect()
    }

    /// What nobody knew or saw, each once.
    fn unknown(&self, views: &[&Assessment]) -> Vec<AttrValue> {
        let is_unknown = |view: &&Assessment, practice| {
            matches!(view.answers.get(practice), Some(Answer::DontKnow | Answer::NotSeen))
        };
        let asked = self.view.ask().instrument.practices();
        let unknown = asked.filter(|practice| views.iter().any(|view| is_unknown(view, &practice.id)));
        unknown.map(|practice| self.title(&practice.id)).collect()
    }

    /// The conditions that stand lowest, with two open questions each.
    fn weak(&self, views: &[&Assessment]) -> Vec<(AttrValue, Vec<AttrValue>)> {
        let lowest = |condition: &Condition| {
            let levels = condition
                .practices
                .iter()
                .flat_map(|practice| views.iter().filter_map(|view| view.answers.level(&practice.id)));
            levels.min().filter(|level| *level < Level::Arranged)
        };
        let instrument = &self.view.ask().instrument;
        let Some(advise) = self.view.library().advise() else { return Vec::new() };
        let weak = instrument.conditions.iter().zip(&advise.conditions);
        let weak = weak.filter_map(|(condition, advice)| Some((lowest(condition)?, condition, advice)));
        let weak = assessment::sorted_by_key(weak, |(level, ..)| *level);
        let named = weak.into_iter().take(CONDITIONS).map(|(_, condition, advice)| {
            let name = self.view.ask().condition(&condition.id).map(|text| attr(&text.name)).unwrap_or_default();
            (name, advice.prompts.iter().map(attr).collect())
        });
        named.collect()
    }

    /// A practice by its title.
    pub(super) fn title(&self, practice: &assessment::PracticeId) -> AttrValue {
        self.view.ask().practice(practice).map(|(_, text)| attr(&text.title)).unwrap_or_default()
    }
}

fn listed(id: &'static str, title: AttrValue, lines: &[AttrValue]) -> Html {
    if lines.is_empty() {
        return html! {};
    }
    html! {
        <>
            <h3>{ title }</h3>
            <ul data-prepare={id}>
                for line in lines {
                    <li>{ line.clone() }</li>
                }
            </ul>
        </>
    }
}
