//! The top of every page: skip link, name, language, and whether the answers are kept.

use content::Word;
use yew::prelude::*;

use crate::{
    app::{Dispatch, speak},
    browser::{focus, language, packs},
    route::Route,
    state::{Library, Saving},
};

#[derive(Properties, PartialEq)]
pub struct HeaderProps {
    pub route: Route,
    pub saving: Saving,
    pub silent: bool,
}

#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let (Some(library), Some(dispatch)) = (use_context::<Library>(), use_context::<Dispatch>()) else {
        return html! { <header /> };
    };
    let words = &library.ask.words;
    let word = |word| AttrValue::from(words.get(word));
    // A plain `#main` would be taken for an address of a page.
    let skip = |event: MouseEvent| {
        event.prevent_default();
        focus::on("main");
    };
    let current = |route: Route| (props.route == route).then_some("page");
    html! {
        <header class="header">
            <a class="skip-link" href="#main" onclick={skip}>{ word(Word::SkipToContent) }</a>
            <div class="header__row">
                <a class="header__name" href={Route::Start.href()} aria-current={current(Route::Start)}>
                    <Sprout />
                    <span>{ word(Word::SiteName) }</span>
                </a>
                <p class="header__saving" data-saving={saving_id(props.saving)}>
                    { saving_word(props.saving).map(word).unwrap_or_default() }
                </p>
                <nav class="header__links" aria-label={word(Word::SiteLinks)}>
                    <a href={Route::About.href()} aria-current={current(Route::About)}>{ word(Word::AboutLink) }</a>
                    for code in packs::languages() {
                        if *code != *library.ask.language {
                            <SpeakButton key={code.clone()} code={code.clone()} dispatch={dispatch.clone()} />
                        }
                    }
                </nav>
            </div>
            if let Some(trouble) = trouble(props) {
                <p class="notice notice--trouble" role="alert">{ word(trouble) }</p>
            }
        </header>
    }
}

#[derive(Properties, PartialEq)]
struct SpeakButtonProps {
    code: String,
    dispatch: Dispatch,
}

/// A language is offered in its own words, whatever the present one is.
#[component]
fn SpeakButton(props: &SpeakButtonProps) -> Html {
    let onclick = {
        let (code, dispatch) = (props.code.clone(), props.dispatch.clone());
        Callback::from(move |_: MouseEvent| speak(code.clone(), dispatch.clone()))
    };
    html! {
        <button type="button" class="button--quiet" lang={props.code.clone()} data-speak={props.code.clone()} {onclick}>
            { language::own_name(&props.code) }
        </button>
    }
}

#[component]
fn Sprout() -> Html {
    html! {
        <svg class="header__sprout" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path d="M16 29V15" class="sprout__stem" />
            <path d="M16 17C16 9 10 6 4 6c0 8 5 12 12 11Z" class="sprout__leaf" />
            <path d="M16 14c0-6 5-9 12-9 0 7-5 11-12 9Z" class="sprout__leaf" />
        </svg>
    }
}

fn saving_id(saving: Saving) -> &'static str {
    match saving {
        Saving::Rest => "rest",
        Saving::Busy => "saving",
        Saving::Saved => "saved",
        Saving::Failed => "failed",
        Saving::MemoryOnly => "memory",
    }
}

fn saving_word(saving: Saving) -> Option<Word> {
    match saving {
        Saving::Busy => Some(Word::SavingBusy),
        Saving::Saved => Some(Word::SavingSaved),
        Saving::Rest | Saving::Failed | Saving::MemoryOnly => None,
    }
}

fn trouble(props: &HeaderProps) -> Option<Word> {
    match props.saving {
        Saving::Failed => Some(Word::SavingFailed),
        Saving::MemoryOnly => Some(Word::SavingMemoryOnly),
        _ if props.silent => Some(Word::LanguageFailed),
        Saving::Rest | Saving::Busy | Saving::Saved => None,
    }
}
