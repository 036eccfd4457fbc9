//! A page's heading: it names the browser's tab and takes the focus when the page is arrived at (`use_arrival`).
//!
//! Accessibility: one `h1` per page; `tabindex="-1"` makes it focusable for us and skips it for the Tab key.

use yew::prelude::*;

use super::icon;

/// A heading, and a smaller line above it: where one is, such as 'Condition 3 of 12'.
pub fn heading(title: AttrValue, over: Option<AttrValue>) -> Html {
    condition_heading("", title, over)
}

/// The heading of a page about a condition, with its icon.
pub fn condition_heading(condition: &str, title: AttrValue, over: Option<AttrValue>) -> Html {
    html! {
        <h1 class="heading" tabindex="-1">
            if let Some(over) = over {
                <span class="heading__over">{ over }</span>
            }
            { icon(condition) }
            <span data-title="">{ title }</span>
        </h1>
    }
}
