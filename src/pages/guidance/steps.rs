//! The steps of the letter: what is put right first, where to start, and what comes after that.

use assessment::{Advice, AdvicePlace};
use content::{About, GuidanceWord};
use report::{letter, names::time_word};
use yew::prelude::*;

use super::Letter;
use crate::{
    components::{
        Detail, advice_card,
        markup::{folded, hint, paragraph, section},
    },
    view::attr,
};

impl Letter<'_> {
    pub(super) fn put_right(&self) -> Html {
        let advice: Vec<&Advice> = self.guidance.at(AdvicePlace::PutRight).collect();
        if advice.is_empty() {
            return Html::default();
        }
        let body = html! {
            <>
                { paragraph(self.word(GuidanceWord::PutRightLead)) }
                <div class="cards">
                    for each in advice {
                        { self.card(each, Detail::Full) }
                    }
                </div>
            </>
        };
        section("put-right", "put-right", self.word(GuidanceWord::PutRightTitle), body)
    }

    pub(super) fn start(&self) -> Html {
        let advice: Vec<&Advice> = self.guidance.at(AdvicePlace::Start).collect();
        let body = html! {
            <>
                if self.guidance.find_practitioner {
                    { find_practitioner(&self.advise.about) }
                }
                if advice.is_empty() {
                    { paragraph(self.word(GuidanceWord::StartNothing)) }
                } else {
                    <div class="cards">
                        for (index, each) in advice.into_iter().enumerate() {
                            { self.card(each, Detail::First(index + 1)) }
                        }
                    </div>
                }
            </>
        };
        section("start", "", self.word(GuidanceWord::StartTitle), body)
    }

    /// What is left, by the time at which it is best done.
    pub(super) fn by_time(&self) -> Html {
        let groups = letter::left_by_time(&self.guidance);
        if groups.is_empty() {
            return Html::default();
        }
        let body = html! {
            <>
                { hint(self.word(GuidanceWord::TimeLead)) }
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
            </>
        };
        section("by-time", "", self.word(GuidanceWord::TimeTitle), body)
    }

    /// What the user put aside, to take up again.
    pub(super) fn aside(&self) -> Html {
        let advice: Vec<&Advice> = self.guidance.at(AdvicePlace::Aside).collect();
        if advice.is_empty() {
            return Html::default();
        }
        let body = html! {
            <div class="cards cards--brief">
                for each in advice {
                    { self.card(each, Detail::Brief) }
                }
            </div>
        };
        let title = html! { <h3>{ self.word(GuidanceWord::AsideTitle) }</h3> };
        folded("aside", title, false, body)
    }

    fn card(&self, advice: &Advice, detail: Detail) -> Html {
        advice_card(self.view, self.advise, self.assessment, advice, detail)
    }
}

/// How an employer finds a practitioner: the first advice where none is involved yet (P4).
pub(super) fn find_practitioner(about: &About) -> Html {
    html! {
        <div class="card card--start" data-find-practitioner="">
            <h3 class="card__title">{ attr(&about.find_practitioner.title) }</h3>
            for text in &about.find_practitioner.paragraphs {
                { paragraph(attr(text)) }
            }
        </div>
    }
}
