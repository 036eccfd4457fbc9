//! The opening and the end of the letter: what it is about, three sentences, and what always has to be said.

use content::{GuidanceWord, Word};
use report::letter;
use yew::prelude::*;

use super::Letter;
use crate::{
    browser::clock,
    pages::start::{how_far, scope_name},
};

impl Letter<'_> {
    /// What was filled in, how far, and when.
    pub(super) fn about(&self) -> AttrValue {
        let about = how_far(self.view, self.assessment);
        let scope = scope_name(self.view, &self.assessment.scope.value);
        AttrValue::from([&scope, ". ", &about].concat())
    }

    /// Three sentences: what is strong, what comes first, and that nobody has to wait.
    pub(super) fn summary(&self) -> Html {
        html! {
            <section class="summary" aria-labelledby="summary">
                <h2 id="summary" class="visually-hidden">{ self.word(GuidanceWord::SummaryTitle) }</h2>
                <p class="summary__text">{ letter::summary(self.view.ask(), self.advise, &self.guidance) }</p>
                <p class="summary__never">{ letter::never_a_reason(self.advise, &self.guidance, self.assessment.profile.stage) }</p>
            </section>
        }
    }

    /// When to look again, and what this result is not.
    pub(super) fn closing(&self) -> Html {
        let day = |date| clock::day(date, &self.view.word(Word::Locale));
        let again = letter::look_again(self.advise, &self.guidance, self.assessment.changed(), day);
        html! {
            <section class="closing" aria-labelledby="closing">
                <h2 id="closing">{ self.word(GuidanceWord::ClosingTitle) }</h2>
                if let Some(again) = again {
                    <p>{ again }</p>
                }
                <p>{ self.word(GuidanceWord::ClosingLimits) }</p>
                <p class="hint">
                    { self.advise.words.fill(GuidanceWord::ClosingVersion, &[
                        ("version", &self.view.ask().instrument.version.to_string()),
                        ("date", &clock::day(self.advise.reviewed, &self.view.word(Word::Locale))),
                    ]) }
                </p>
            </section>
        }
    }
}
