//! The middle of the letter: strengths, what to find out, ways of learning, cautions, and schemes.

use assessment::{CautionId, LearningState, Region};
use content::{Category, GuidanceWord, RegionItem, Status};
use yew::prelude::*;

use super::Letter;
use crate::{
    browser::clock,
    components::who,
    pages::questions::left_out_word,
    route::Page,
    view::attr,
    wording::Wording,
};

impl Letter<'_> {
    pub(super) fn strengths(&self) -> Html {
        let wording = Wording::of(self.view.ask(), &self.assessment.profile);
        html! {
            <div>
                if !self.guidance.strengths.is_empty() {
                    <section aria-labelledby="strong">
                        <h2 id="strong">{ self.word(GuidanceWord::StrongTitle) }</h2>
                        <ul class="ticks">
                            for (id, level) in &self.guidance.strengths {
                                if let Some((_, text)) = self.view.ask().practice(id) {
                                    <li data-strength={id.to_string()}>
                                        <b>{ attr(&text.title) }{ ". " }</b>
                                        { wording.level(text, *level) }
                                    </li>
                                }
                            }
                        </ul>
                    </section>
                }
            </div>
        }
    }

    pub(super) fn find_out(&self) -> Html {
        let wording = Wording::of(self.view.ask(), &self.assessment.profile);
        html! {
            <div>
                if !self.guidance.find_out.is_empty() {
                    <section aria-labelledby="find-out">
                        <h2 id="find-out">{ self.word(GuidanceWord::FindOutTitle) }</h2>
                        <p>{ self.word(GuidanceWord::FindOutLead) }</p>
                        <ul class="find-out">
                            for question in &self.guidance.find_out {
                                if let (Some((_, text)), Some(advice)) = (self.view.ask().practice(&question.practice), self.advise.practice(&question.practice)) {
                                    <li data-find-out={question.practice.to_string()}>
                                        <h3>{ attr(&text.title) }</h3>
                                        <p class="find-out__question">{ wording.say(&advice.find_out) }</p>
                                        <p class="hint">
                                            { self.word(GuidanceWord::FindOutAsk) }{ " " }
                                            { who(&question.ask, &wording, self.view.ask()) }
                                        </p>
                                    </li>
                                }
                            }
                        </ul>
                    </section>
                }
            </div>
        }
    }

    pub(super) fn learning(&self) -> Html {
        html! {
            <section aria-labelledby="learning">
                <h2 id="learning">{ self.word(GuidanceWord::LearningTitle) }</h2>
                <p>{ attr(&self.advise.learning_intro) }</p>
                <ul class="learning">
                    for state in &self.guidance.learning {
                        { self.way_of_learning(state) }
                    }
                </ul>
            </section>
        }
    }

    fn way_of_learning(&self, state: &LearningState) -> Html {
        let text = &self.advise.learning[state.form as usize];
        let (open, word) = match (state.known, state.opened_by.is_empty()) {
            (_, false) => ("yes", GuidanceWord::LearningOpen),
            (true, true) => ("no", GuidanceWord::LearningNotYet),
            (false, true) => ("unknown", GuidanceWord::LearningUnknown),
        };
        let id = match state.form {
            assessment::LearningForm::Implicit => "implicit",
            assessment::LearningForm::Reactive => "reactive",
            assessment::LearningForm::Deliberative => "deliberative",
            assessment::LearningForm::Formal => "formal",
        };
        let by: Vec<String> = state
            .opened_by
            .iter()
            .map(|id| self.title_of(id).to_string())
            .collect();
        html! {
            <li class="learning__form" data-learning={id} data-open={open}>
                <h3>{ attr(&text.name) }</h3>
                <p class="learning__state">{ self.word(word) }{ if by.is_empty() { String::new() } else { [" ", &by.join(", "), "."].concat() } }</p>
                <p>{ attr(&text.text) }{ " " }<i>{ attr(&text.example) }</i></p>
                if state.opened_by.is_empty() {
                    <p>{ attr(&text.opens) }</p>
                }
            </li>
        }
    }

    pub(super) fn cautions(&self) -> Html {
        let always = |id: &&CautionId| {
            self.view.ask().instrument.cautions.iter().any(|caution| caution.id == **id && caution.trigger.is_none())
        };
        let (standing, called_for): (Vec<&CautionId>, Vec<&CautionId>) = self.guidance.cautions.iter().partition(always);
        html! {
            <section aria-labelledby="cautions">
                <h2 id="cautions">{ self.word(GuidanceWord::CautionsTitle) }</h2>
                if !called_for.is_empty() {
                    <div class="cautions">
                        for id in called_for {
                            { self.caution(id) }
                        }
                    </div>
                }
                <details class="cautions__always" open={true}>
                    <summary>{ self.word(GuidanceWord::CautionsAlways) }</summary>
                    <div class="cautions cautions--quiet">
                        for id in standing {
                            { self.caution(id) }
                        }
                    </div>
                </details>
            </section>
        }
    }

    fn caution(&self, id: &CautionId) -> Html {
        let Some(text) = self.advise.caution(id) else { return html! { <div /> } };
        html! {
            <div class="caution" data-caution={id.to_string()}>
                <h3>{ attr(&text.title) }</h3>
                <p>{ attr(&text.text) }</p>
            </div>
        }
    }

    /// The region's rules and schemes, each with its source and the day on which it was checked.
    pub(super) fn schemes(&self) -> Html {
        if self.assessment.profile.region == Some(Region::Elsewhere) {
            return html! { <div /> };
        }
        let region = &self.advise.region;
        let stale = self.today > region.review_by;
        let of = |category: Category| region.items.iter().filter(move |item| item.category == category);
        let groups = [
            (GuidanceWord::SchemesHelp, [Category::Contact, Category::Guidance, Category::Tool].as_slice()),
            (GuidanceWord::SchemesMoney, &[Category::Money]),
            (GuidanceWord::SchemesDuty, &[Category::Duty]),
            (GuidanceWord::SchemesInfo, &[Category::Info]),
        ];
        html! {
            <section aria-labelledby="schemes">
                <h2 id="schemes">{ self.word(GuidanceWord::SchemesTitle) }</h2>
                <p>{ attr(&region.note) }</p>
                if stale {
                    <p class="notice">{ self.word(GuidanceWord::SchemesStale) }</p>
                }
                for (title, categories) in groups {
                    <details class="schemes">
                        <summary><h3>{ self.word(title) }</h3></summary>
                        <ul>
                            for item in categories.iter().flat_map(|category| of(*category)) {
                                { self.scheme(item, stale) }
                            }
                        </ul>
                    </details>
                }
            </section>
        }
    }

    fn scheme(&self, item: &RegionItem, stale: bool) -> Html {
        let checked = match item.status {
            Status::Verified => GuidanceWord::StatusVerified,
            Status::Secondary => GuidanceWord::StatusSecondary,
            Status::Partly => GuidanceWord::StatusPartly,
            Status::Unverified => GuidanceWord::StatusUnverified,
        };
        let date = clock::day(self.advise.region.checked, &self.view.ask().language);
        html! {
            <li data-region-item="">
                <h4>{ attr(&item.title) }</h4>
                <p>{ attr(&item.text) }</p>
                <p class="hint">
                    { self.advise.words.fill(checked, &[("source", &item.source), ("date", &date)]) }
                    if stale && item.status != Status::Unverified {
                        { " " }<b>{ self.word(GuidanceWord::SchemeStale) }</b>
                    }
                </p>
            </li>
        }
    }

    /// What the profile left out, with the way to answer it all the same.
    pub(super) fn left_out(&self) -> Html {
        html! {
            <div>
                if !self.guidance.left_out.is_empty() {
                    <section aria-labelledby="left-out">
                        <h2 id="left-out">{ self.word(GuidanceWord::LeftOutTitle) }</h2>
                        <ul>
                            for (id, reason) in &self.guidance.left_out {
                                if let Some((_, text)) = self.view.ask().practice(id) {
                                    <li data-left-out={id.to_string()}>
                                        if let Some(condition) = self.condition_of(id) {
                                            <a href={self.link(Page::Questions(condition))}>{ attr(&text.title) }</a>
                                        }
                                        { ". " }
                                        { self.view.word(left_out_word(*reason)) }
                                    </li>
                                }
                            }
                        </ul>
                    </section>
                }
            </div>
        }
    }

    fn condition_of(&self, id: &assessment::PracticeId) -> Option<assessment::ConditionId> {
        self.view
            .ask()
            .instrument
            .conditions
            .iter()
            .find(|condition| condition.practices.iter().any(|practice| practice.id == *id))
            .map(|condition| condition.id.clone())
    }
}

