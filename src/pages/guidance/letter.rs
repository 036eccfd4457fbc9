//! The opening and the end of the letter: what it is about, three sentences, and what always has to be said.

use assessment::{AdvicePlace, Date, Stage};
use content::{GuidanceWord, Word};
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
                <p class="summary__text">
                    { self.strong_sentence() }{ " " }{ self.first_sentence() }{ " " }{ self.last_sentence() }
                </p>
                <p class="summary__never">{ self.never_a_reason() }</p>
            </section>
        }
    }

    fn strong_sentence(&self) -> String {
        let names: Vec<AttrValue> = self.guidance.strengths.iter().take(2).map(|(id, _)| self.title_of(id)).collect();
        match names.as_slice() {
            // Without a level there is nothing to judge by: not knowing is no beginning, and no fault.
            [] if self.guidance.advice.is_empty() => self.word(GuidanceWord::SummaryUnclear).to_string(),
            [] => self.word(GuidanceWord::SummaryNoStrength).to_string(),
            [one] => self.advise.words.fill(GuidanceWord::SummaryOneStrength, &[("first", one)]),
            [first, second, ..] => {
                self.advise.words.fill(GuidanceWord::SummaryTwoStrengths, &[("first", first), ("second", second)])
            }
        }
    }

    fn first_sentence(&self) -> String {
        let name = |place| self.guidance.at(place).next().map(|advice| self.title_of(&advice.practice));
        match (name(AdvicePlace::PutRight), name(AdvicePlace::Start)) {
            (Some(first), _) => self.advise.words.fill(GuidanceWord::SummaryPutRight, &[("first", &first)]),
            (None, Some(first)) => self.advise.words.fill(GuidanceWord::SummaryFirst, &[("first", &first)]),
            (None, None) if self.guidance.at(AdvicePlace::Aside).next().is_some() => {
                self.word(GuidanceWord::SummaryAside).to_string()
            }
            (None, None) if self.guidance.strengths.is_empty() => String::new(),
            (None, None) => self.word(GuidanceWord::SummaryNothing).to_string(),
        }
    }

    fn last_sentence(&self) -> String {
        let below = [AdvicePlace::Next, AdvicePlace::Later, AdvicePlace::Waiting];
        match self.guidance.find_out.len() {
            0 if below.iter().any(|&place| self.guidance.at(place).next().is_some()) => {
                self.word(GuidanceWord::SummaryKnown).to_string()
            }
            0 => String::new(),
            unknown => self.unknown_sentence(unknown),
        }
    }

    fn unknown_sentence(&self, unknown: usize) -> String {
        match unknown {
            1 => self.word(GuidanceWord::SummaryUnknownOne).to_string(),
            more => self.advise.words.fill(GuidanceWord::SummaryUnknown, &[("count", &self.number(more))]),
        }
    }

    /// A number in words up to twelve.
    fn number(&self, number: usize) -> String {
        self.advise
            .words
            .get(GuidanceWord::Numbers)
            .split(", ")
            .nth(number)
            .map_or_else(|| number.to_string(), str::to_owned)
    }

    /// A low result is never a reason not to hire, or to wait. Only what is put right first comes before the first
    /// conversation.
    fn never_a_reason(&self) -> String {
        if !matches!(self.assessment.profile.stage, Some(Stage::BeforeHiring) | None) {
            return self.word(GuidanceWord::NeverAReasonStarted).to_string();
        }
        let never = self.word(GuidanceWord::NeverAReason);
        if self.guidance.at(AdvicePlace::PutRight).next().is_none() {
            return never.to_string();
        }
        [&never, " ", &self.word(GuidanceWord::PutRightBefore)].concat()
    }

    /// When to look again, and what this result is not.
    pub(super) fn closing(&self) -> Html {
        let again = self.guidance.look_again_weeks.map(|weeks| {
            let date = clock::day(Date::of(self.assessment.changed()).plus_weeks(weeks), &self.view.word(Word::Locale));
            self.advise.words.fill(GuidanceWord::LookAgain, &[("date", &date), ("weeks", &self.number(weeks as usize))])
        });
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
