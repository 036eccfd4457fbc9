//! The ways to hand a view of the workplace to another device by a link: what is in it comes first, then the link.

use std::rc::Rc;

use assessment::{Assessment, Record};
use content::{Word, WorkplaceWord};
use exchange::{Code, Known};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    browser::{
        annex, clipboard, clock, field,
        share::{self, Shared},
        site,
    },
    components::markup::{folded, hint, paragraph},
    errand::{Errand, MadeLink, Passed},
    route::Route,
    view::{View, attr},
};

/// How wide the picture of a code is at most, in pixels: it fits on every phone.
const WIDEST: u16 = 300;

/// What a link of an assessment would tell, and the way to make and copy it, folded. Nothing as long as the words are on
/// their way. `on_paper` says whether the page shows the code on paper, if it is unfolded.
pub fn link_ways(view: &View<'_>, assessment: &Assessment, on_paper: bool) -> Html {
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
                    { made_link(view, &word, made, address, on_paper) }
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

/// The link in a field of its own, and the ways to pass it on.
fn made_link(
    view: &View<'_>,
    word: &impl Fn(WorkplaceWord) -> AttrValue,
    made: &Rc<MadeLink>,
    address: &str,
    on_paper: bool,
) -> Html {
    let failed = match made.passed {
        Some(Passed::NotCopied) => Some(("copied", WorkplaceWord::LinkNotCopied)),
        Some(Passed::NotShared) => Some(("shared", WorkplaceWord::LinkNotShared)),
        Some(Passed::Copied) | None => None,
    };
    let copied = made.passed == Some(Passed::Copied);
    html! {
        <>
            // What comes of a step has the focus: the field, in which all is selected, or that it is copied.
            <div class="fields" data-errand={(!copied).then_some("")}>
                <p>
                    <label for="link">{ word(WorkplaceWord::LinkAddress) }</label>
                    <input id="link" class="field" type="text" readonly=true spellcheck="false" value={address.to_owned()} onfocus={|_: FocusEvent| field::select("link")} />
                </p>
                if let Some((what, said)) = failed {
                    <p role="alert" data-not={what}>{ word(said) }</p>
                }
                <p class="device__row">
                    <button type="button" class="button button--second" data-copy="" onclick={pass_on(view, made, None)}>{ word(WorkplaceWord::LinkCopy) }</button>
                    if share::can_share_links() {
                        <button type="button" class="button button--second" data-share="" onclick={pass_on(view, made, Some(word(WorkplaceWord::LinkTitle)))}>{ word(WorkplaceWord::LinkShare) }</button>
                    }
                </p>
            </div>
            if copied {
                <p class="notice" tabindex="-1" data-errand="" data-said="">{ word(WorkplaceWord::LinkCopied) }</p>
            }
            if let Some(code) = &made.code {
                { folded("link-code", html! { { word(WorkplaceWord::LinkCodeTitle) } }, false, shown_code(word, code, on_paper)) }
            }
        </>
    }
}

/// The code, and what to do with it. It is folded until it is asked for: who sees it can photograph it.
fn shown_code(word: &impl Fn(WorkplaceWord) -> AttrValue, code: &Code, on_paper: bool) -> Html {
    // Whole pixels for each module: a camera likes edges.
    let width = (WIDEST / u16::from(code.side).max(1) * u16::from(code.side)).to_string();
    let side = code.side.to_string();
    html! {
        <>
            { paragraph(word(WorkplaceWord::LinkCodeHow)) }
            <svg class="link-code__picture" role="img" aria-label={word(WorkplaceWord::LinkCodeAlt)} {width} viewBox={["0 0 ", &side, " ", &side].concat()} shape-rendering="crispEdges">
                <path fill="#000" d={code.dark.clone()} />
            </svg>
            if on_paper {
                { hint(word(WorkplaceWord::LinkCodePrinted)) }
                <p class="link-code__on-paper">{ word(WorkplaceWord::LinkCodeOnPaper) }</p>
            }
        </>
    }
}

/// Passes the link on: with the sheet of the device, under a title, or else by copying it. Who closes the sheet without
/// sharing meant to. What the browser did not do the user can: the link is selected.
fn pass_on(view: &View<'_>, made: &Rc<MadeLink>, title: Option<AttrValue>) -> Callback<MouseEvent> {
    let (errand, made) = (view.errand.clone(), made.clone());
    Callback::from(move |_| {
        let (errand, made, title) = (errand.clone(), made.clone(), title.clone());
        spawn_local(async move {
            let address = made.address.as_deref().unwrap_or_default();
            let passed = match title {
                Some(title) => match share::share_link(&title, address).await {
                    Shared::Done | Shared::Dismissed => None,
                    Shared::Failed => Some(Passed::NotShared),
                },
                None if clipboard::copy(address).await => Some(Passed::Copied),
                None => Some(Passed::NotCopied),
            };
            if matches!(passed, Some(Passed::NotCopied | Passed::NotShared)) {
                field::select("link");
            }
            if passed != made.passed {
                errand.set(Errand::Link(Rc::new(MadeLink { passed, ..(*made).clone() })));
            }
        });
    })
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
            let text = annex.as_ref().and_then(|annex| annex.write_link(&record, clock::today(), &known));
            let address = text.map(|text| [&site, &*Route::Link(Some(text.into())).href()].concat());
            let code = annex.zip(address.as_deref()).and_then(|(annex, address)| annex.draw_code(address));
            errand.set(Errand::Link(Rc::new(MadeLink { of, address, code, passed: None })));
        });
    })
}
