//! A blank form for whoever would rather write: each view's questions in its own words, with boxes to tick.
//!
//! Nothing that was filled in here is on it. The colleague's form falls apart into topics, so that one can be handed over
//! without another; it has no place for a name or a date (section 7 of the domain report).

use assessment::{Condition, Practice, View as Side};
use content::{PracticeText, Visit, Word, WorkplaceWord};
use report::{Wording, names::side_name};
use yew::prelude::*;

use crate::{
    browser::{hash, screen},
    components::{
        heading,
        markup::{hint, lead, paragraph},
    },
    route::{Extent, Route},
    view::{View, attr},
};

/// The page: what is chosen, and the form as it will be printed.
pub fn page(view: &View<'_>, side: Side, extent: Extent) -> Html {
    let Some(words) = view.library().visit() else {
        return html! {
            <div class="page page--narrow">
                { heading(view.word(Word::FormsLink), None) }
                { view.still_loading() }
            </div>
        };
    };
    Form { view, words, side, extent, wording: Wording::of_view(view.ask(), side) }.page()
}

/// A form, and the words it is made from.
struct Form<'a> {
    view: &'a View<'a>,
    words: &'a Visit,
    side: Side,
    extent: Extent,
    wording: Wording,
}

impl Form<'_> {
    fn page(&self) -> Html {
        let own = self.side == Side::Candidate;
        html! {
            <div class="page form" data-form={self.side.id()}>
                { heading(self.view.word(Word::FormsLink), None) }
                <div class="form__choose">
                    { lead(self.word(WorkplaceWord::FormLead)) }
                    { self.choices() }
                    if own {
                        { hint(self.word(WorkplaceWord::FormPrinting)) }
                        { hint(self.word(WorkplaceWord::PrintHeaders)) }
                    }
                    <p><button type="button" class="button" data-print="" onclick={|_: MouseEvent| screen::print()}>{ self.word(WorkplaceWord::OwnPrint) }</button></p>
                </div>
                <article class="sheet" data-sheet="">
                    { if own { self.opening_for_candidate() } else { self.opening() } }
                    for (condition, practices) in self.conditions() {
                        { if own { self.slip(condition, &practices) } else { self.condition(condition, &practices) } }
                    }
                </article>
            </div>
        }
    }

    /// Whose form, and how much of it.
    fn choices(&self) -> Html {
        let views = Side::ALL.map(|side| (side.id(), self.word(side_name(side)), Route::Form(side, self.extent)));
        let [quick, full] = [Word::ScopeQuick, Word::ScopeFull].map(|word| self.view.word(word));
        let extents = [
            ("quick", quick, Route::Form(self.side, Extent::Quick)),
            ("full", full, Route::Form(self.side, Extent::Full)),
        ];
        html! {
            <>
                { self.choice("whose", WorkplaceWord::FormWhose, views) }
                { self.choice("how-much", WorkplaceWord::FormHowMuch, extents) }
            </>
        }
    }

    /// One choice; each has an address, so that a link can lead to it.
    fn choice<const N: usize>(
        &self,
        name: &'static str,
        legend: WorkplaceWord,
        options: [(&'static str, AttrValue, Route); N],
    ) -> Html {
        let here = &self.view.state.route;
        html! {
            <fieldset class="plan__status">
                <legend>{ self.word(legend) }</legend>
                for (value, label, route) in options {
                    <label class={if route == *here { "pill pill--chosen" } else { "pill" }}>
                        <input type="radio" {name} {value} checked={route == *here} onchange={move |_: Event| hash::go(&route)} />
                        <span>{ label }</span>
                    </label>
                }
            </fieldset>
        }
    }

    /// The conditions with the practices that are asked: of a buddy, and in a quick scan, not all are.
    fn conditions(&self) -> Vec<(&Condition, Vec<&Practice>)> {
        let conditions = self.view.ask().instrument.conditions.iter();
        let asked = conditions.map(|condition| {
            let practices = condition.practices.iter().filter(|practice| self.asks(practice));
            (condition, practices.collect::<Vec<_>>())
        });
        asked.filter(|(_, practices)| !practices.is_empty()).collect()
    }

    fn asks(&self, practice: &Practice) -> bool {
        let views = self.words.practice(&self.view.ask().instrument, &practice.id);
        let is_known = match self.side {
            Side::Employer | Side::Practitioner => true,
            Side::Buddy => views.is_some_and(|views| views.buddy.is_some()),
            Side::Candidate => views.is_some(),
        };
        is_known && (self.extent == Extent::Full || practice.quick_scan)
    }

    /// What it is, what it is not, and how to fill it in.
    fn opening(&self) -> Html {
        let seen = self.side == Side::Practitioner;
        html! {
            <header class="sheet__opening">
                { self.masthead() }
                <p>{ self.word(if seen { WorkplaceWord::FormFillInSeen } else { WorkplaceWord::FormFillIn }) }</p>
                <p><b>{ self.word(WorkplaceWord::FormNot) }</b></p>
                { paragraph(self.word(WorkplaceWord::FormNobodyYet)) }
                <p class="sheet__date" data-date="">{ self.word(WorkplaceWord::FormDate) }<span class="sheet__line" /></p>
            </header>
        }
    }

    /// The part that the colleague keeps. What it says is not negotiable.
    fn opening_for_candidate(&self) -> Html {
        let said = [
            WorkplaceWord::OwnLead,
            WorkplaceWord::FormNobodyAsks,
            WorkplaceWord::OwnAlone,
            WorkplaceWord::FormFillInCandidate,
            WorkplaceWord::FormBlank,
            WorkplaceWord::FormCut,
            WorkplaceWord::FormNotYetThere,
        ];
        html! {
            <header class="sheet__opening" data-safety="">
                { self.masthead() }
                <p><b>{ self.word(WorkplaceWord::FormKeep) }</b></p>
                <ul>
                    for word in said {
                        <li>{ self.word(word) }</li>
                    }
                </ul>
            </header>
        }
    }

    fn masthead(&self) -> Html {
        html! {
            <>
                <p class="sheet__site">{ self.view.word(Word::SiteName) }{ " · " }{ self.version() }</p>
                <h2>{ self.title() }</h2>
            </>
        }
    }

    fn version(&self) -> String {
        let version = self.view.ask().instrument.version.to_string();
        self.words.words.fill(WorkplaceWord::FormVersion, &[("version", &version)])
    }

    fn condition(&self, condition: &Condition, practices: &[&Practice]) -> Html {
        let Some(text) = self.view.ask().condition(&condition.id) else { return html! {} };
        html! {
            <section class="sheet__condition" data-condition={condition.id.to_string()}>
                <div class="sheet__name">
                    <h3>{ attr(&text.name) }</h3>
                    if self.extent == Extent::Full {
                        { paragraph(attr(&text.meaning)) }
                    }
                </div>
                for practice in practices {
                    if let Some((_, text)) = self.view.ask().practice(&practice.id) {
                        { self.question(practice, text) }
                    }
                }
                if self.side == Side::Employer {
                    <div class="sheet__words" data-own-words="">
                        { paragraph(self.word(WorkplaceWord::FormOwnWords)) }
                        <span class="sheet__line" />
                        <span class="sheet__line" />
                    </div>
                }
            </section>
        }
    }

    /// A question with its four levels, and the two answers that are no level.
    fn question(&self, practice: &Practice, text: &PracticeText) -> Html {
        let views = self.words.practice(&self.view.ask().instrument, &practice.id);
        let unknown = if self.side == Side::Practitioner { Word::AnswerNotSeen } else { Word::AnswerUnknown };
        let others = [unknown, Word::AnswerNotApplicable].map(|word| self.view.word(word));
        let levels = self.wording.levels(text, views).map(AttrValue::from);
        asked(
            practice,
            self.wording.question(text, views).into(),
            html! {
                <>
                    { boxes("boxes", &levels) }
                    { boxes("boxes boxes--row", &others) }
                </>
            },
        )
    }

    /// One topic, to be cut off: it stands on its own, and does not tell how many there are.
    fn slip(&self, condition: &Condition, practices: &[&Practice]) -> Html {
        let Some(text) = self.view.ask().condition(&condition.id) else { return html! {} };
        let answers = [
            WorkplaceWord::OwnNo,
            WorkplaceWord::OwnLittle,
            WorkplaceWord::OwnMostly,
            WorkplaceWord::OwnYes,
            WorkplaceWord::OwnRather,
        ];
        let answers = answers.map(|word| self.word(word));
        let questions = practices.iter().filter_map(|practice| {
            let views = self.words.practice(&self.view.ask().instrument, &practice.id)?;
            Some(asked(practice, self.wording.say(&views.candidate).into(), boxes("boxes boxes--row", &answers)))
        });
        html! {
            <section class="slip" data-slip={condition.id.to_string()}>
                <h3>{ attr(&text.name) }</h3>
                { for questions }
                <p class="sheet__site">{ self.view.word(Word::SiteName) }{ " · " }{ self.version() }</p>
            </section>
        }
    }

    fn title(&self) -> AttrValue {
        self.word(match self.side {
            Side::Employer => WorkplaceWord::FormTitleEmployer,
            Side::Buddy => WorkplaceWord::FormTitleBuddy,
            Side::Practitioner => WorkplaceWord::FormTitlePractitioner,
            Side::Candidate => WorkplaceWord::FormTitleCandidate,
        })
    }

    #[inline(never)]
    fn word(&self, word: WorkplaceWord) -> AttrValue {
        attr(&self.words.words.get(word))
    }
}

/// A question as it is asked, and the boxes under it.
fn asked(practice: &Practice, question: AttrValue, answers: Html) -> Html {
    html! {
        <div class="sheet__question" data-practice={practice.id.to_string()}>
            <h4>{ question }</h4>
            { answers }
        </div>
    }
}

/// Boxes to tick.
fn boxes(class: &'static str, answers: &[AttrValue]) -> Html {
    html! {
        <ul {class}>
            for answer in answers {
                <li><span class="box" />{ answer.clone() }</li>
            }
        </ul>
    }
}
