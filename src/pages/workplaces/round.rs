//! A round: its views side by side, and what moved since the round before. No averages, no winner, no red (section 7 of the
//! domain report).

use assessment::{
    ActionId, Answer, Assessment, Comparison, Condition, ConditionId, Date, Difference, Level, Levels, Move, Moved,
    Period, PlanAction, PracticeId, Round, Shared, Stage, View as Side, When, Workplace, WorkplaceId, compare_views,
    moves,
};
use content::{ConditionTalk, Text, WorkplaceWord};
use report::names::{answer_name, level_name};
use yew::prelude::*;

use super::{VisitPage, with_words};
use crate::{
    browser::clock,
    components::{
        heading,
        markup::{folded, hint, notice, section},
        moved_glyph, step_glyph, take,
    },
    pages::unknown,
    route::Route,
    view::{View, attr},
};

/// The page of a round.
pub fn page(view: &View<'_>, id: &WorkplaceId, day: Date) -> Html {
    let found = view.state.workplace(id).and_then(|workplace| Some((workplace, workplace.rounds.get(&day)?)));
    match found {
        Some((workplace, round)) => with_words(view, |page| page.round(workplace, day, round)),
        None => unknown::page(view),
    }
}

/// Two views from one side.
pub(super) struct Pair<'a> {
    pub(super) before: &'a Assessment,
    /// The day of the earlier round.
    pub(super) then: Date,
    pub(super) after: &'a Assessment,
}

impl<'a> VisitPage<'a> {
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
        // The step is the employer's, so it goes into the employer's plan; without one, into that of who looked first.
        let planner = views.first().copied();
        let Comparison { all_see, worth_a_talk, about_the_same } = compare_views(&self.view.ask().instrument, &levels);
        html! {
            <>
                { section("all-see", "", self.word(WorkplaceWord::AllSee), self.practices("all-see", &all_see, WorkplaceWord::AllSeeNone)) }
                { section("worth", "", self.word(WorkplaceWord::WorthATalk), self.worth(&worth_a_talk, planner)) }
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

    /// By condition, the widest difference first: one talk is about one condition.
    fn worth(&self, differences: &[Difference], planner: Option<&Assessment>) -> Html {
        if differences.is_empty() {
            return hint(self.word(WorkplaceWord::WorthNone));
        }
        let instrument = &self.view.ask().instrument;
        let mut talks: Vec<(&Condition, Vec<&Difference>)> = Vec::new();
        for difference in differences {
            let is_in = |condition: &&Condition| condition.practices.iter().any(|it| it.id == difference.practice);
            let Some(condition) = instrument.conditions.iter().find(is_in) else { continue };
            match talks.iter_mut().find(|(known, _)| known.id == condition.id) {
                Some((_, own)) => own.push(difference),
                None => talks.push((condition, vec![difference])),
            }
        }
        html! {
            <>
                { hint(self.word(WorkplaceWord::DifferNormal)) }
                for (condition, differences) in talks {
                    { self.talk(condition, &differences, planner) }
                }
            </>
        }
    }

    /// What each side sees, an open question, and a step for the employer.
    fn talk(&self, condition: &Condition, differences: &[&Difference], planner: Option<&Assessment>) -> Html {
        let name = self.view.ask().condition(&condition.id).map(|text| attr(&text.name)).unwrap_or_default();
        html! {
            <article key={condition.id.to_string()} class="card" data-talk={condition.id.to_string()}>
                <h3 class="card__title">{ name.clone() }</h3>
                for difference in differences {
                    { self.difference(difference) }
                }
                if let Some(talk) = self.words.condition(&self.view.ask().instrument, &condition.id) {
                    <p>{ self.fill(WorkplaceWord::AskTogether, &[("question", &talk.question)]) }</p>
                    <p>{ self.fill(WorkplaceWord::EmployerStep, &[("step", &talk.employer)]) }</p>
                    if let Some(planner) = planner {
                        <p class="card__do">{ self.take(planner, condition, &name, &talk.employer) }</p>
                    }
                    { folded("card__why", html! { { self.word(WorkplaceWord::CardTitle) } }, false, self.card(talk)) }
                }
            </article>
        }
    }

    /// The employer's step, into the plan: a talk does not wait.
    fn take(&self, planner: &Assessment, condition: &Condition, name: &str, step: &Text) -> Html {
        let stage = planner.profile.stage;
        let soon = if stage == Some(Stage::BeforeHiring) { Period::BeforeDayOne } else { Period::WeekOne };
        let step = step.to_string();
        take(self.view, planner, ActionId::new(&["talk-", condition.id.as_str()].concat()), name, move || {
            PlanAction::own(step.clone(), When::In(soon), clock::now())
        })
    }

    fn difference(&self, difference: &Difference) -> Html {
        html! {
            <div data-difference={difference.practice.to_string()}>
                <h4>{ self.title(&difference.practice) }</h4>
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
            </div>
        }
    }

    /// A conversation card.
    fn card(&self, talk: &ConditionTalk) -> Html {
        let list = |word, lines: &[Text]| {
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
        let pairs = self.before_and_after(workplace, day);
        if pairs.is_empty() {
            return hint(self.word(WorkplaceWord::MovesNone));
        }
        html! {
            for Pair { before, then, after } in pairs {
                { self.moves_table(before, then, after, day) }
            }
        }
    }

    /// The views of a round, each with the latest one from the same side before it.
    pub(super) fn before_and_after(&self, workplace: &Workplace, day: Date) -> Vec<Pair<'a>> {
        let earlier = |side: Side| {
            let mut days = workplace.rounds.iter().map(|(earlier, _)| *earlier).rev().filter(|earlier| *earlier < day);
            days.find_map(|earlier| {
                let mut views = self.in_sight(workplace, earlier).into_iter();
                Some((earlier, views.find(|view| Side::of(&view.profile) == side)?))
            })
        };
        let pairs = self.in_sight(workplace, day).into_iter().filter_map(|after| {
            let (then, before) = earlier(Side::of(&after.profile))?;
            Some(Pair { before, then, after })
        });
        pairs.collect()
    }

    fn moves_table(&self, before: &Assessment, then: Date, after: &Assessment, day: Date) -> Html {
        let side = self.side(Side::of(&after.profile));
        let values = [("view", &*side), ("before", &self.date(then)), ("after", &self.date(day))];
        let moved = moves(&self.view.ask().instrument, before, after);
        html! {
            <div class="moves">
                <p>{ self.fill(WorkplaceWord::MovesLead, &values) }</p>
                if before.instrument != after.instrument {
                    <p class="hint" data-versions="">{ self.word(WorkplaceWord::MovesVersion) }</p>
                }
                { self.moves_picture(&moved) }
                <table class="moves__table">
                    <thead>
                        <tr>
                            <th scope="col">{ self.word(WorkplaceWord::MovesPractice) }</th>
                            <th scope="col">{ self.word(WorkplaceWord::MovesThen) }</th>
                            <th scope="col">{ self.word(WorkplaceWord::MovesNow) }</th>
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

    /// The same as a picture: a flight of steps for each practice, by condition. The table says it in words.
    fn moves_picture(&self, moved: &[Moved]) -> Html {
        let instrument = &self.view.ask().instrument;
        let level = |answer: Option<Answer>| answer.and_then(Answer::level);
        let rows = instrument.conditions.iter().filter_map(|condition| {
            let own = moved.iter().filter(|moved| condition.practices.iter().any(|it| it.id == moved.practice));
            let glyphs: Vec<Html> = own.map(|it| moved_glyph(level(it.before), level(it.after))).collect();
            (!glyphs.is_empty()).then(|| (self.view.ask().condition(&condition.id), glyphs))
        });
        html! {
            <div class="moves__picture" aria-hidden="true">
                <ul>
                    for (text, glyphs) in rows {
                        <li>
                            <span>{ text.map(|text| attr(&text.name)).unwrap_or_default() }</span>
                            <span class="moves__glyphs">{ for glyphs }</span>
                        </li>
                    }
                </ul>
                <p class="moves__key">
                    <span>{ moved_glyph(Some(Level::Started), Some(Level::Arranged)) }{ self.word(WorkplaceWord::MoveUp) }</span>
                    <span>{ moved_glyph(Some(Level::Arranged), Some(Level::Started)) }{ self.word(WorkplaceWord::MoveDown) }</span>
                    <span>{ moved_glyph(None, None) }{ self.word(WorkplaceWord::MoveNotSaid) }</span>
                </p>
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
                <td>
                    { self.answer(moved.after) }
                    <span class="moves__how">{ self.word(word) }</span>
                    if moved.worked_on {
                        <span class="hint" data-worked-on="">{ self.word(WorkplaceWord::MovesWorkedOn) }</span>
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
