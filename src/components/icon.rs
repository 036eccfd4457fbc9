//! The drawing of a condition: an aid to the eye beside its name, and never in place of it.
//!
//! The drawings are one picture in the style (`style/conditions.svg`), so they cost the wasm nothing, need no file of their own
//! and work from a disk. Accessibility: hidden from screen readers; in forced colours and on paper it has the colour of the text.

use assessment::ConditionId;
use yew::prelude::*;

/// The drawing of a condition. One that has none in `style/icons.css` leaves its place empty.
pub fn icon(condition: &ConditionId) -> Html {
    html! { <span class="icon" data-icon={condition.to_string()} aria-hidden="true"></span> }
}
