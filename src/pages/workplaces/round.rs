//! A round: its views side by side, and what moved since the round before. No averages, no winner, no red (section 7 of the
//! domain report).

use assessment::{
    Answer, Assessment, Comparison, ConditionId, Date, Difference, Levels, Move, Moved, PracticeId, Round, Shared,
    View as Side, Workplace, WorkplaceId, compare_views, moves,
};
use content::{ConditionTalk, WorkplaceWord};
use yew::prelude::*;

use super::{VisitPage, with_words};
use crate::{
    components::{
        heading,
        markup::{folded, hint, notice, section},
        step_glyph,
    },
    pages::unknown,
    route::Route,
    view::{View, attr},
    wording::{answer_name, level_name},
};

/// The page of a round.
pub fn page(view: &View<'_>, id: &WorkplaceId, day: Date) -> Html {
    let found = view.state.workplace(id).and_then(|workplace| Some((workplace, workplace.rounds.get(&day)?)));
    match found {
        Some((workplace, round)) => with_words(view, |page| page.round(workplace, day, round)),
        None => unknown::page(view),
    }
}

impl VisitPage<'_> {
    fn round(&self, workplace: &Workplace, day: Date, round: &Round) -> Html {
        html! {
            <div class="page page--narrow compare" data-round={day.0.to_string()}>
                { heading(self.word(WorkplaceWord::CompareTitle), Some([&workplace.label.value, " · ", &self.date(day)].concat().into())) }
                <p><a href={Route::Workplace(workplace.id.clone()).href()}>{ workplace.label.value.clone() }</a></p>
                { self.side_by_side(workplace, day, round) }
                { section("moves", "compare__moves", self.word(WorkplaceWord::MovesTitle), self.moved(workplace, day)) }
            </div>
        }
    }

    /// The views, once they are looked at together.
    fn side_by_side(&self, workplace: &Workplace, day: Date, round: &Round) -> Html {
        let views = self.views(&workplace.id, day);
        let mut levels: Vec<(Side, Levels)> =
            views.iter().map(|view| (Side::of(&view.profile), Levels::of(&view.answers))).collect();
        levels.extend(round.shared.iter().map(|shared| (Side::Candidate, shared.levels())));
        if levels.len() < 2 || !round.revealed.value {
            return html! { <div data-waits="">{ notice(self.word(WorkplaceWord::CompareWaits)) }</div> };
        }
        let Comparison { all_see, worth_a_talk, about_the_same } = compare_views(&self.view.ask().instrument, &levels);
        html! {
            <>
                { section("all-see", "", self.word(WorkplaceWord::AllSee), self.practices("all-see", &all_see, WorkplaceWord::AllSeeNone)) }
                { section("worth", "", self.word(WorkplaceWord::WorthATalk), self.worth(&worth_a_talk)) }
                if !about_the_same.is_empty() {
                    { folded("aside-item", html! { { self.word(WorkplaceWord::AboutTheSame) } }, false, self.practices("same", &about_the_same, WorkplaceWord::AllSeeNone)) }
                }
            </>
        }
    }

    fn practices(&self, id: &'static str, practices: &[PracticeId], none: WorkplaceWord) -> Html {
        if practices.is_empty() {
            return hint(self.word(none));
        }
        html! {
            <ul data-list={id}>
                for practice in practices {
                    <li data-practice={practice.to_string()}>{ self.title(practice) }</li>
                }
            </ul>
        }
    }

    fn worth(&self, differences: &[Difference]) -> Html {
        if differences.is_empty() {
            return hint(self.word(WorkplaceWord::WorthNone));
        }
        html! {
            <>
                { hint(self.word(WorkplaceWord::DifferNormal)) }
                for difference in differences {
                    { self.difference(difference) }
                }
            </>
        }
    }

    /// What each side sees, an open question, and a step for the employer.
    fn difference(&self, difference: &Difference) -> Html {
        let instrument = &self.view.ask().instrument;
        let is_in =
            |condition: &&assessment::Condition| condition.practices.iter().any(|it| it.id == difference.practice);
        let condition = instrument.conditions.iter().find(is_in);
        let talk = condition.and_then(|condition| self.words.condition(instrument, &condition.id));
        html! {
            <article key={difference.practice.to_string()} class="card" data-difference={difference.practice.to_string()}>
                <h3 class="card__title">{ self.title(&difference.practice) }</h3>
                <dl class="card__facts">
                    for (side, level) in &difference.levels {
                        <div data-side-level={level.index().to_string()}>
                            <dt>{ self.side(*side) }</dt>
                            <dd>{ step_glyph(*level) }{ " " }{ self.view.word(level_name(*level)) }</dd>
                        </div>
                    }
                </dl>
                if difference.candidate_is_lower() {
                    { hint(self.word(WorkplaceWord::CandidateLower)) }
                }
                if difference.candidate_is_higher() {
                    { hint(self.word(WorkplaceWord::CandidateHigher)) }
                }
                if let Some(talk) = talk {
                    <p>{ self.fill(WorkplaceWord::AskTogether, &[("question", &talk.question)]) }</p>
                    <p>{ self.fill(WorkplaceWord::EmployerStep, &[("step", &talk.employer)]) }</p>
                    { folded("card__why", html! { { self.word(WorkplaceWord::CardTitle) } }, false, self.card(talk)) }
                }
            </article>
        }
    }

    /// A conversation card.
    fn card(&self, talk: &ConditionTalk) -> Html {
        let list = |word, lines: &[content::Text]| {
            html! {
                <>
                    <h4>{ self.word(word) }</h4>
                    <ul>
                        for line in lines {
                            <li>{ attr(line) }</li>
                        }
                    </ul>
                </>
            }
        };
        html! {
            <div class="talk">
                <h4>{ self.word(WorkplaceWord::CardOpening) }</h4>
                <p>{ self.word(WorkplaceWord::CardAlways) }{ " " }{ attr(&talk.opening) }</p>
                { list(WorkplaceWord::CardMay, &talk.may) }
                { list(WorkplaceWord::CardNot, &talk.not) }
                <h4>{ self.word(WorkplaceWord::CardRehearse) }</h4>
                <p>{ attr(&talk.rehearse) }</p>
            </div>
        }
    }

    /// What moved since the round before, by side.
    fn moved(&self, workplace: &Workplace, day: Date) -> Html {
        let earlier = |side: Side| {
            let days = workplace.rounds.iter().map(|(earlier, round)| (*earlier, round)).rev();
            let mut before = days.filter(|(earlier, _)| *earlier < day).filter_map(|(earlier, round)| {
                let views = self.views(&workplace.id, earlier).into_iter();
                let seen = views.filter(|view| round.revealed.value || !view.put_away.value);
                Some((earlier, seen.into_iter().find(|view| Side::of(&view.profile) == side)?))
            });
            before.next()
        };
        let revealed = workplace.rounds.get(&day).is_some_and(|round| round.revealed.value);
        let pairs = self.views(&workplace.id, day).into_iter().filter(|view| revealed || !view.put_away.value);
        let pairs: Vec<(&Assessment, Date, &Assessment)> = pairs
            .filter_map(|after| {
                let (then, before) = earlier(Side::of(&after.profile))?;
                Some((after, then, before))
            })
            .collect();
        if pairs.is_empty() {
            return hint(self.word(WorkplaceWord::MovesNone));
        }
        html! {
            for (after, then, before) in pairs {
                { self.moves_table(before, then, after, day) }
            }
        }
    }

    fn moves_table(&self, before: &Assessment, then: Date, after: &Assessment, day: Date) -> Html {
        let side = self.side(Side::of(&after.profile));
        let values = [("view", &*side), ("before", &self.date(then)), ("after", &self.date(day))];
        let moved = moves(&self.view.ask().instrument, before, after);
        html! {
            <div class="moves">
                <p>{ self.fill(WorkplaceWord::MovesLead, &values) }</p>
                if before.instrument != after.instrument {
                    { hint(self.word(WorkplaceWord::MovesVersion)) }
                }
                <table class="moves__table">
                    <thead>
                        <tr>
                            <th scope="col">{ self.word(WorkplaceWord::MovesPractice) }</th>
                            <th scope="col">{ self.word(WorkplaceWord::MovesThen) }</th>
                            <th scope="col">{ self.word(WorkplaceWord::MovesNow) }</th>
                            <th scope="col"><span class="visually-hidden">{ self.word(WorkplaceWord::MovesTitle) }</span></th>
                        </tr>
                    </thead>
                    <tbody>
                        for moved in &moved {
                            { self.moves_row(moved) }
                        }
                    </tbody>
                </table>
            </div>
        }
    }

    fn moves_row(&self, moved: &Moved) -> Html {
        let (id, word) = match moved.how {
            Move::Up => ("up", WorkplaceWord::MoveUp),
            Move::Down => ("down", WorkplaceWord::MoveDown),
            Move::Stayed => ("stayed", WorkplaceWord::MoveStayed),
            Move::NowKnown => ("now-known", WorkplaceWord::MoveNowKnown),
            Move::NotSaid => ("not-said", WorkplaceWord::MoveNotSaid),
        };
        html! {
            <tr data-moved={id} data-practice={moved.practice.to_string()}>
                <th scope="row">{ self.title(&moved.practice) }</th>
                <td>{ self.answer(moved.before) }</td>
                <td>{ self.answer(moved.after) }</td>
                <td>
                    { self.word(word) }
                    if moved.worked_on {
                        <span class="hint" data-worked-on="">{ " · " }{ self.word(WorkplaceWord::MovesWorkedOn) }</span>
                    }
                </td>
            </tr>
        }
    }

    fn answer(&self, answer: Option<Answer>) -> AttrValue {
        answer.map_or_else(|| AttrValue::from("–"), |answer| self.view.word(answer_name(answer)))
    }

    /// The topics that a candidate shared, by name.
    pub(super) fn topics(&self, shared: &Shared) -> String {
        let name = |id: &ConditionId| self.view.ask().condition(id).map(|text| text.name.to_string());
        shared.0.iter().filter_map(|(topic, _)| name(topic)).collect::<Vec<_>>().join(", ")
    }
}
