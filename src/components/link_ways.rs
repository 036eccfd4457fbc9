//! The ways to hand a view of the workplace to another device by a link: what is in it comes first, then the link.

use std::rc::Rc;

use assessment::{Assessment, Record};
use content::{Word, WorkplaceWord};
use exchange::Known;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    browser::{annex, clipboard, clock, field, site},
    components::markup::{folded, hint, paragraph},
    errand::{Errand, MadeLink},
    route::Route,
    view::{View, attr},
};

/// What a link of an assessment would tell, and the way to make and copy it, folded. Nothing as long as the words are on
/// their way.
pub fn link_ways(view: &View<'_>, assessment: &Assessment) -> Html {
    let Some(visit) = view.library().visit() else { return Html::default() };
    let word = |word| attr(&visit.words.get(word));
    let made = match &**view.errand {
        Errand::Link(made) if made.of == assessment.id => Some(made),
        _ => None,
    };
    let body = match (site::address(), made) {
        (None, _) => html! {
            <div data-no-address="">
                { paragraph(word(WorkplaceWord::LinkNoAddress)) }
                <p><a href={Route::Device.href()}>{ view.word(Word::DeviceLink) }</a></p>
            </div>
        },
        (Some(site), made) => html! {
            <>
                { paragraph(word(WorkplaceWord::LinkInside)) }
                { hint(word(WorkplaceWord::LinkReaders)) }
                if let Some((made, address)) = made.and_then(|made| Some((made, made.address.as_ref()?))) {
                    { made_link(view, &word, made, address) }
                } else {
                    <p><button type="button" class="button button--second" data-make-link="" onclick={make(view, assessment, site)}>{ word(WorkplaceWord::LinkMake) }</button></p>
                    if made.is_some() {
                        <p class="notice" tabindex="-1" data-errand="" data-said="">{ word(WorkplaceWord::LinkUnfetched) }</p>
                    }
                }
            </>
        },
    };
    folded("aside-item link-ways", html! { { word(WorkplaceWord::LinkMakeTitle) } }, made.is_some(), body)
}

/// The link in a field of its own, and a way to copy it.
fn made_link(view: &View<'_>, word: &impl Fn(WorkplaceWord) -> AttrValue, made: &Rc<MadeLink>, address: &str) -> Html {
    let errand = view.errand.clone();
    let onclick = {
        let made = made.clone();
        Callback::from(move |_: MouseEvent| {
            let (errand, made) = (errand.clone(), made.clone());
            spawn_local(async move {
                let copied = clipboard::copy(made.address.as_deref().unwrap_or_default()).await;
                if !copied {
                    field::select("link");
                }
                errand.set(Errand::Link(Rc::new(MadeLink { copied: Some(copied), ..(*made).clone() })));
            });
        })
    };
    let copied = made.copied == Some(true);
    html! {
        <>
            // What comes of a step has the focus: the field, in which all is selected, or that it is copied.
            <div class="fields" data-errand={(!copied).then_some("")}>
                <p>
                    <label for="link">{ word(WorkplaceWord::LinkAddress) }</label>
                    <input id="link" class="field" type="text" readonly=true spellcheck="false" value={address.to_owned()} onfocus={|_: FocusEvent| field::select("link")} />
                </p>
                if made.copied == Some(false) {
                    <p role="alert" data-not-copied="">{ word(WorkplaceWord::LinkNotCopied) }</p>
                }
                <p><button type="button" class="button button--second" data-copy="" {onclick}>{ word(WorkplaceWord::LinkCopy) }</button></p>
            </div>
            if copied {
                <p class="notice" tabindex="-1" data-errand="" data-said="">{ word(WorkplaceWord::LinkCopied) }</p>
            }
        </>
    }
}

/// Makes the link, with the day of today and the address of the site in front.
fn make(view: &View<'_>, assessment: &Assessment, site: String) -> Callback<MouseEvent> {
    let (errand, ask) = (view.errand.clone(), view.ask().clone());
    let (of, record) = (assessment.id.clone(), Rc::new(Record::from(assessment.clone())));
    Callback::from(move |_| {
        let (errand, ask, of, record, site) = (errand.clone(), ask.clone(), of.clone(), record.clone(), site.clone());
        spawn_local(async move {
            let annex = annex::annex().await.ok();
            let known = Known::from(&ask.instrument);
            let text = annex.and_then(|annex| annex.write_link(&record, clock::today(), &known));
            let address = text.map(|text| [&site, &*Route::Link(Some(text.into())).href()].concat());
            errand.set(Errand::Link(Rc::new(MadeLink { of, address, copied: None })));
        });
    })
}
