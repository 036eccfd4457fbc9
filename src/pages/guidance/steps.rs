//! The steps of the letter: what is put right first, where to start, and what comes after that.

use assessment::{Advice, AdvicePlace, Choice, Stage};
use content::GuidanceWord;
use yew::prelude::*;

use super::Letter;
use crate::{
    components::{Detail, advice_card},
    view::attr,
};

impl Letter<'_> {
    pub(super) fn put_right(&self) -> Html {
        let advice: Vec<&Advice> = self.guidance.at(AdvicePlace::PutRight).collect();
        if advice.is_empty() {
            return Html::default();
        }
        html! {
            <section class="put-right" aria-labelledby="put-right">
                <h2 id="put-right">{ self.word(GuidanceWord::PutRightTitle) }</h2>
                <p>{ self.word(GuidanceWord::PutRightLead) }</p>
                <div class="cards">
                    for each in advice {
                        { self.card(each, Detail::Full) }
                    }
                </div>
            </section>
        }
    }

    pub(super) fn start(&self) -> Html {
        let advice: Vec<&Advice> = self.guidance.at(AdvicePlace::Start).collect();
        html! {
            <section aria-labelledby="start">
                <h2 id="start">{ self.word(GuidanceWord::StartTitle) }</h2>
                if self.guidance.find_practitioner {
                    <div class="card card--start" data-find-practitioner="">
                        <h3 class="card__title">{ attr(&self.advise.about.find_practitioner.title) }</h3>
                        for paragraph in &self.advise.about.find_practitioner.paragraphs {
                            <p>{ attr(paragraph) }</p>
                        }
                    </div>
                }
                if advice.is_empty() {
                    <p>{ self.word(GuidanceWord::StartNothing) }</p>
                } else {
                    <div class="cards">
                        for (index, each) in advice.into_iter().enumerate() {
                            { self.card(each, Detail::First(index + 1)) }
                        }
                    </div>
                }
            </section>
        }
    }

    /// What is left, by the time at which it is best done.
    pub(super) fn by_time(&self) -> Html {
        let left = |advice: &&Advice| !matches!(advice.place, AdvicePlace::PutRight | AdvicePlace::Start);
        let groups: Vec<(Stage, Vec<&Advice>)> = Stage::ALL
            .iter()
            .map(|&time| (time, self.guidance.by_time(time).filter(left).collect::<Vec<_>>()))
            .filter(|(_, advice)| !advice.is_empty())
            .collect();
        if groups.is_empty() {
            return Html::default();
        }
        html! {
            <section aria-labelledby="by-time">
                <h2 id="by-time">{ self.word(GuidanceWord::TimeTitle) }</h2>
                <p class="hint">{ self.word(GuidanceWord::TimeLead) }</p>
                for (index, (time, advice)) in groups.into_iter().enumerate() {
                    <details class="time" open={index == 0}>
                        <summary><h3>{ self.word(time_word(time)) }</h3></summary>
                        <div class="cards cards--brief">
                            for each in advice {
                                { self.card(each, Detail::Brief) }
                            }
                        </div>
                    </details>
                }
            </section>
        }
    }

    fn card(&self, advice: &Advice, detail: Detail) -> Html {
        advice_card(self.view, self.advise, &self.assessment.profile, advice, detail)
    }
}

fn time_word(time: Stage) -> GuidanceWord {
    match time {
        Stage::BeforeHiring => GuidanceWord::TimeBefore,
        Stage::FirstWeeks => GuidanceWord::TimeWeeks,
        Stage::FirstMonths => GuidanceWord::TimeMonths,
        Stage::Ongoing => GuidanceWord::TimeOngoing,
    }
}
