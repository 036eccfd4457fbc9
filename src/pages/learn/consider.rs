//! A question to think about. Nothing is kept or counted: what was chosen is gone with the page.
//!
//! Accessibility: radios in a fieldset, and a button. The explanations have the focus once they are asked for
//! (`use_what_is_read`); without a choice, the first radio has it, and what is missing is said beside it.

use content::{Consider, LearnWord};
use yew::prelude::*;

use super::Reader;
use crate::{
    browser::focus,
    state::{Action, Look},
    view::attr,
};

impl Reader<'_> {
    pub(super) fn consider(&self, consider: &Consider) -> Html {
        let look = &self.view.state.look;
        let (dispatch, now) = (self.view.dispatch.clone(), look.clone());
        let onsubmit = move |event: SubmitEvent| {
            event.prevent_default();
            let missing = now.choice.is_none();
            dispatch.dispatch(Action::Look(Look { missing, explained: !missing, ..now.clone() }));
            if missing {
                focus::on("input[name='answer']");
            }
        };
        html! {
            <form class="learn__consider" {onsubmit}>
                <fieldset class="choices" aria-describedby="choose">
                    <legend class="choices__question">{ attr(&consider.question) }</legend>
                    for (place, (text, _)) in consider.choices.iter().enumerate() {
                        { self.choice(place, attr(text)) }
                    }
                    <p id="choose" class="error">
                        if look.missing {
                            { self.word(LearnWord::Choose) }
                        }
                    </p>
                </fieldset>
                <p><button class="button" data-do="explain">{ self.word(LearnWord::Show) }</button></p>
                if look.explained {
                    { self.explanations(consider) }
                }
            </form>
        }
    }

    fn choice(&self, place: usize, text: AttrValue) -> Html {
        let look = &self.view.state.look;
        let chosen = look.choice == Some(place);
        let (dispatch, now) = (self.view.dispatch.clone(), look.clone());
        let onchange = move |_: Event| {
            let choice = Some(place);
            dispatch.dispatch(Action::Look(Look { choice, missing: false, explained: false, ..now.clone() }));
        };
        html! {
            <label class={if chosen { "choice choice--chosen" } else { "choice" }}>
                <input type="radio" name="answer" value={place.to_string()} checked={chosen} {onchange} />
                <span>{ text }</span>
            </label>
        }
    }

    /// All three, the chosen one first.
    fn explanations(&self, consider: &Consider) -> Html {
        let chosen = self.view.state.look.choice.unwrap_or_default();
        let others = (0..consider.choices.len()).filter(|place| *place != chosen);
        html! {
            <div id="explained" class="learn__explained" tabindex="-1">
                for place in [chosen].into_iter().chain(others) {
                    <section data-explanation={place.to_string()}>
                        <h3>{ self.word(if place == usize::from(consider.fits) { LearnWord::Fits } else { LearnWord::Other }) }</h3>
                        <p>
                            <b>{ consider.choices.get(place).map(|(text, _)| attr(text)) }</b>
                            if place == chosen {
                                { " " }{ self.word(LearnWord::Chosen) }
                            }
                        </p>
                        <p>{ consider.choices.get(place).map(|(_, because)| attr(because)) }</p>
                    </section>
                }
            </div>
        }
    }
}
