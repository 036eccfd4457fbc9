//! Pieces of markup that recur.

use yew::prelude::*;

use crate::route::Route;

/// A paragraph.
#[inline(never)]
pub fn paragraph(text: AttrValue) -> Html {
    html! { <p>{ text }</p> }
}

/// A quiet paragraph: smaller, softer.
#[inline(never)]
pub fn hint(text: AttrValue) -> Html {
    html! { <p class="hint">{ text }</p> }
}

/// The paragraph under a heading that says what the page is for.
#[inline(never)]
pub fn lead(text: AttrValue) -> Html {
    html! { <p class="lead">{ text }</p> }
}

/// A piece of a line.
#[inline(never)]
pub fn span(class: &'static str, text: AttrValue) -> Html {
    html! { <span {class}>{ text }</span> }
}

/// A paragraph that is a link to a page.
#[inline(never)]
pub fn way(to: &Route, text: AttrValue) -> Html {
    html! { <p><a href={to.href()}>{ text }</a></p> }
}

/// Something the reader has to notice.
#[inline(never)]
pub fn notice(text: AttrValue) -> Html {
    html! { <p class="notice">{ text }</p> }
}

/// A part of a page, named by its heading.
#[inline(never)]
pub fn section(id: &'static str, class: &'static str, title: AttrValue, body: Html) -> Html {
    html! {
        <section {class} aria-labelledby={id}>
            <h2 {id} tabindex="-1">{ title }</h2>
            { body }
        </section>
    }
}

/// Something folded away, and what it is about.
#[inline(never)]
pub fn folded(class: &'static str, summary: Html, open: bool, body: Html) -> Html {
    html! {
        <details {class} {open}>
            <summary>{ summary }</summary>
            { body }
        </details>
    }
}

/// A third-level heading and paragraphs under it.
#[inline(never)]
pub fn titled(title: AttrValue, paragraphs: &[AttrValue]) -> Html {
    html! {
        <>
            <h3>{ title }</h3>
            for text in paragraphs {
                { paragraph(text.clone()) }
            }
        </>
    }
}
