//! How long a talk has gone on: in words, in steps of five minutes, and it never counts down.

use assessment::Moment;
use content::WorkplaceWord;
use yew::prelude::*;

use crate::{browser::clock, state::Library, view::attr};

/// How often it is looked at.
const GLANCE_MS: u32 = 30_000;

/// A step, in minutes.
const STEP: u64 = 5;

#[derive(Properties, PartialEq)]
pub struct TalkClockProps {
    pub library: Library,
    /// When the talk began.
    pub since: Moment,
}

/// A component, because time goes on by itself.
#[component]
pub fn TalkClock(props: &TalkClockProps) -> Html {
    let now = use_state(clock::now);
    {
        let now = now.clone();
        use_effect_with((), move |()| {
            let glances = clock::every(GLANCE_MS, move || now.set(clock::now()));
            move || drop(glances)
        });
    }
    let minutes = now.0.saturating_sub(props.since.0) / 60_000 / STEP * STEP;
    let Some(visit) = props.library.visit() else { return html! { <span /> } };
    let said = match minutes {
        0 => visit.words.get(WorkplaceWord::ClockBegun),
        _ => visit.words.fill(WorkplaceWord::ClockAbout, &[("minutes", &minutes.to_string())]).into(),
    };
    html! { <span data-talking="">{ attr(&said) }</span> }
}
