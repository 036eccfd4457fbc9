//! A page's heading: it names the browser's tab and takes the focus when the page is arrived at.
//!
//! Accessibility: one `h1` per page; `tabindex="-1"` makes it focusable for us and skips it for the Tab key.

use content::Word;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::{browser::focus, state::Library};

#[derive(Properties, PartialEq)]
pub struct HeadingProps {
    pub title: AttrValue,
    /// A smaller line above: where one is, such as 'Condition 3 of 12'.
    #[prop_or_default]
    pub over: Option<AttrValue>,
}

#[component]
pub fn Heading(props: &HeadingProps) -> Html {
    let library = use_context::<Library>();
    let node = use_node_ref();
    let name = library.map(|library| library.ask.words.get(Word::SiteName));
    let title = match name {
        Some(name) if *name != *props.title => [props.title.as_str(), " · ", &name].concat(),
        _ => props.title.to_string(),
    };
    {
        let node = node.clone();
        use_effect_with((), move |()| focus::arrive(&title, node.cast::<HtmlElement>()));
    }
    html! {
        <h1 class="heading" tabindex="-1" ref={node}>
            if let Some(over) = &props.over {
                <span class="heading__over">{ over }</span>
            }
            { &props.title }
        </h1>
    }
}
