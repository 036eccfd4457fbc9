//! The middle of the letter: strengths, what to find out, ways of learning, cautions, and schemes.

use assessment::{Doer, LearningForm, LearningState, PracticeId, Region};
use content::{Category, GuidanceWord};
use report::{Wording, letter, names::left_out_word};
use yew::prelude::*;

use super::Letter;
use crate::{
    components::{
        caution,
        markup::{folded, notice, paragraph, section, titled},
        read_more, region_entry, who,
    },
    route::Page,
    view::attr,
};

impl Letter<'_> {
    pub(super) fn strengths(&self) -> Html {
        if self.guidance.strengths.is_empty() {
            return Html::default();
        }
        let wording = Wording::of(self.view.ask(), &self.assessment.profile);
        let body = html! {
            <ul class="ticks">
                for (id, level) in &self.guidance.strengths {
                    <li data-strength={id.to_string()}>
                        <b>{ self.title_of(id) }{ ". " }</b>
                        { self.view.ask().practice(id).map(|(_, text)| wording.level(text, self.view.library().views(id), *level)).unwrap_or_default() }
                    </li>
                }
            </ul>
        };
        section("strong", "", self.word(GuidanceWord::StrongTitle), body)
    }

    pub(super) fn find_out(&self) -> Html {
        if self.guidance.find_out.is_empty() {
            return Html::default();
        }
        let wording = Wording::of(self.view.ask(), &self.assessment.profile);
        let question =
            |id: &PracticeId| self.advise.practice(id).map(|advice| wording.say(&advice.find_out)).unwrap_or_default();
        let body = html! {
            <>
                { paragraph(self.word(GuidanceWord::FindOutLead)) }
                <ul class="find-out">
                    for unknown in &self.guidance.find_out {
                        <li data-find-out={unknown.practice.to_string()}>
                            { titled(self.title_of(&unknown.practice), &[question(&unknown.practice).into()]) }
                            if unknown.ask == [Doer::You] {
                                <p class="hint" data-who="you">{ self.word(GuidanceWord::FindOutYourself) }</p>
                            } else {
                                <p class="hint">{ self.word(GuidanceWord::FindOutAsk) }{ " " }{ who(&unknown.ask, &wording, self.view.ask()) }</p>
                            }
                        </li>
                    }
                </ul>
            </>
        };
        section("find-out", "", self.word(GuidanceWord::FindOutTitle), body)
    }

    pub(super) fn learning(&self) -> Html {
        let body = html! {
            <>
                { paragraph(attr(&self.advise.learning_intro)) }
                <ul class="learning">
                    for state in &self.guidance.learning {
                        { self.way_of_learning(state) }
                    }
                </ul>
                { read_more(self.view, "ways", self.word(GuidanceWord::LearningTitle)) }
            </>
        };
        section("learning", "", self.word(GuidanceWord::LearningTitle), body)
    }

    fn way_of_learning(&self, state: &LearningState) -> Html {
        let text = &self.advise.learning[state.form as usize];
        let open = match (state.known, state.opened_by.is_empty()) {
            (_, false) => "yes",
            (true, true) => "no",
            (false, true) => "unknown",
        };
        let id = match state.form {
            LearningForm::Implicit => "implicit",
            LearningForm::Reactive => "reactive",
            LearningForm::Deliberative => "deliberative",
            LearningForm::Formal => "formal",
        };
        let said = letter::learning_state(self.view.ask(), self.advise, state);
        html! {
            <li class="learning__form" data-learning={id} data-open={open}>
                { titled(attr(&text.name), &[said.into(), [&*text.text, " ", &text.example].concat().into()]) }
                if open != "yes" {
                    { paragraph(attr(&text.opens)) }
                }
            </li>
        }
    }

    pub(super) fn cautions(&self) -> Html {
        let (called_for, standing) = letter::cautions(self.view.ask(), &self.guidance);
        let body = html! {
            <>
                <div class="cautions">
                    for id in called_for {
                        { caution(self.view, self.advise, id, false) }
                    }
                </div>
                <h3>{ self.word(GuidanceWord::CautionsAlways) }</h3>
                <div class="cautions cautions--quiet">
                    for id in standing {
                        { caution(self.view, self.advise, id, true) }
                    }
                </div>
            </>
        };
        section("cautions", "", self.word(GuidanceWord::CautionsTitle), body)
    }

    /// The region's rules and schemes, each with its source and the day on which it was checked.
    pub(super) fn schemes(&self) -> Html {
        if self.assessment.profile.region == Some(Region::Elsewhere) {
            return Html::default();
        }
        let region = &self.advise.region;
        let stale = self.today > region.review_by;
        let list = |categories: &[Category]| {
            html! {
                <ul>
                    for item in region.items.iter().filter(|item| categories.contains(&item.category)) {
                        { region_entry(self.view, self.advise, item, self.today, true) }
                    }
                </ul>
            }
        };
        let body = html! {
            <>
                { paragraph(attr(&region.note)) }
                if stale {
                    { notice(self.word(GuidanceWord::SchemesStale)) }
                }
                for (title, categories) in letter::SCHEMES {
                    { folded("schemes", html! { <h3>{ self.word(title) }</h3> }, false, list(categories)) }
                }
            </>
        };
        section("schemes", "", self.word(GuidanceWord::SchemesTitle), body)
    }

    /// What the profile left out, with the way to answer it all the same.
    pub(super) fn left_out(&self) -> Html {
        if self.guidance.left_out.is_empty() {
            return Html::default();
        }
        let body = html! {
            <ul>
                for (id, reason) in &self.guidance.left_out {
                    <li data-left-out={id.to_string()}>
                        <a href={self.questions_about(id)}>{ self.title_of(id) }</a>{ ". " }
                        { self.view.word(left_out_word(*reason)) }
                    </li>
                }
            </ul>
        };
        section("left-out", "", self.word(GuidanceWord::LeftOutTitle), body)
    }

    /// The page on which a practice is asked.
    fn questions_about(&self, id: &PracticeId) -> String {
        let conditions = &self.view.ask().instrument.conditions;
        conditions
            .iter()
            .find(|condition| condition.practices.iter().any(|practice| practice.id == *id))
            .map(|condition| self.link(Page::Questions(condition.id.clone())))
            .unwrap_or_default()
    }
}
