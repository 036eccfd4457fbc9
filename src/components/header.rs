//! The top of every page: skip link, name, language, and whether the answers are kept.

use content::{DeviceWord, Word};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    browser::{focus, language, packs},
    parts,
    route::Route,
    state::{Action, Library, Saving},
    view::{Dispatch, View, attr},
};

/// The header.
pub fn header(view: &View<'_>) -> Html {
    // A plain `#main` would be taken for the address of a page.
    let skip = |event: MouseEvent| {
        event.prevent_default();
        focus::on("#main");
    };
    let current = |route: &Route| (view.state.route == *route).then_some("page");
    let trouble = trouble(view);
    let others = view.languages.iter().filter(|(code, _)| **code != *view.ask().language);
    html! {
        <header class="header">
            <a class="skip-link" href="#main" onclick={skip}>{ view.word(Word::SkipToContent) }</a>
            <div class="header__row">
                <a class="header__name" href={Route::Start.href()} aria-current={current(&Route::Start)}>
                    { sprout() }
                    <span>{ view.word(Word::SiteName) }</span>
                </a>
                <p class="header__saving" data-saving={saving_id(view.state.saving)}>
                    { saving_word(view.state.saving).map(|word| view.word(word)).unwrap_or_default() }
                </p>
                <nav class="header__links" aria-label={view.word(Word::SiteLinks)}>
                    for (route, word) in [
                        (Route::About, Word::AboutLink),
                        (Route::learn(""), Word::LearnLink),
                        (Route::Help, Word::HelpLink),
                    ] {
                        <a href={route.href()} aria-current={current(&route)}>{ view.word(word) }</a>
                    }
                    // Without gaps and keys: the button that was pressed stays, with the focus on it.
                    for (code, name) in others {
                        { speak_button(view, code, name) }
                    }
                </nav>
            </div>
            <div role="alert">
                if let Some(trouble) = trouble {
                    <p class="notice notice--trouble">{ trouble }</p>
                }
            </div>
        </header>
    }
}

/// A language is offered in its own words, whatever the present one is.
fn speak_button(view: &View<'_>, code: &str, name: &str) -> Html {
    let code = code.to_owned();
    let reads = view.library().learn.is_some();
    let onclick = {
        let code = code.clone();
        view.press(move |dispatch| {
            let (code, dispatch) = (code.clone(), dispatch.clone());
            spawn_local(async move {
                match parts::behind().await {
                    Ok(behind) => (behind.speak)(code, reads, dispatch),
                    Err(_) => dispatch.dispatch(Action::Silent),
                }
            });
        })
    };
    html! {
        <button type="button" class="button--quiet" lang={code.clone()} data-speak={code} {onclick}>
            { name }
        </button>
    }
}

/// Fetches the words of another language, and speaks it once they are here.
pub fn speak(code: String, reads: bool, dispatch: Dispatch) {
    spawn_local(async move {
        match packs::ask(&code).await {
            Ok(ask) => {
                // The rest comes along, so that a long page does not fold up under the reader.
                let rest = packs::rest(&code).await.ok();
                let learn = if reads { packs::learn(&code).await.ok() } else { None };
                language::choose(&code);
                dispatch.dispatch(Action::Speak(Library { ask, rest, learn }));
            }
            Err(_) => dispatch.dispatch(Action::Silent),
        }
    });
}

fn sprout() -> Html {
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
        Saving::Outdated => "outdated",
        Saving::Blocked => "blocked",
        Saving::MemoryOnly => "memory",
        Saving::Wiped => "wiped",
    }
}

fn saving_word(saving: Saving) -> Option<Word> {
    match saving {
        Saving::Busy => Some(Word::SavingBusy),
        Saving::Saved => Some(Word::SavingSaved),
        _ => None,
    }
}

/// What keeps the answers from being kept, and the way to a file.
fn trouble(view: &View<'_>) -> Option<Html> {
    let device = |word| view.library().device().map(|device| attr(&device.words.get(word)));
    let text = match view.state.saving {
        Saving::Failed => view.word(Word::SavingFailed),
        Saving::MemoryOnly => view.word(Word::SavingMemoryOnly),
        // The words about these come a moment later than the page; until then, the plainer ones will do.
        Saving::Outdated => device(DeviceWord::TabOld).unwrap_or_else(|| view.word(Word::SavingFailed)),
        Saving::Blocked => device(DeviceWord::TabBlocked).unwrap_or_else(|| view.word(Word::SavingMemoryOnly)),
        _ if view.state.silent => return Some(html! { { view.word(Word::WordsFailed) } }),
        Saving::Rest | Saving::Busy | Saving::Saved | Saving::Wiped => return None,
    };
    let way = device(DeviceWord::FailedSaveAsFile);
    Some(html! {
        <>
            { text }{ " " }
            if let Some(way) = way {
                <a href={Route::Device.href()}>{ way }</a>
            }
        </>
    })
}
