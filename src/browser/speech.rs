//! Reading aloud, by a voice of this device.

use std::cell::RefCell;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

use super::{all, page, window};
use crate::speech::{Voice, Voices, voice_for, voices_for};

/// What is read as one piece: between pieces a voice takes breath.
const PIECES: &str = "h1, h2, h3, h4, p, li, dt, dd, legend, .step__text";
/// On the piece that is being read.
const MARK: &str = "data-read-now";

thread_local! {
    /// What is being read. Some browsers forget an utterance that nobody holds, and then never say that it has ended.
    static READING: RefCell<Option<Piece>> = const { RefCell::new(None) };
}

struct Piece {
    element: HtmlElement,
    _utterance: SpeechSynthesisUtterance,
    _listeners: [EventListener; 2],
}

impl Drop for Piece {
    fn drop(&mut self) {
        let _ = self.element.remove_attribute(MARK);
    }
}

fn synthesis() -> Option<SpeechSynthesis> {
    window()?.speech_synthesis().ok().filter(|synthesis| !synthesis.is_undefined() && !synthesis.is_null())
}

fn found(synthesis: &SpeechSynthesis) -> (Vec<SpeechSynthesisVoice>, Vec<Voice>) {
    let found: Vec<SpeechSynthesisVoice> = synthesis.get_voices().iter().map(JsCast::unchecked_into).collect();
    let described = found
        .iter()
        .map(|voice| Voice { language: voice.lang(), local: voice.local_service(), preferred: voice.default() })
        .collect();
    (found, described)
}

/// What voices there are for a language. Some browsers know only after a while: see [`on_voices`].
pub fn voices(language: &str) -> Voices {
    synthesis().map(|synthesis| voices_for(language, &found(&synthesis).1)).unwrap_or_default()
}

/// Calls back when there are other voices, until the listener is dropped.
pub fn on_voices(changed: impl Fn() + 'static) -> Option<EventListener> {
    Some(EventListener::new(synthesis()?.as_ref(), "voiceschanged", move |_| changed()))
}

/// Reads what selectors find, from top to bottom, without what is folded away; then calls back.
pub fn read(selectors: &str, language: &str, ended: impl Fn() + 'static) {
    stop();
    let mut pieces = pieces(selectors);
    pieces.reverse();
    go_on(pieces, language.to_owned(), ended);
}

/// Reads the last of these, and then the others.
fn go_on(mut pieces: Vec<HtmlElement>, language: String, ended: impl Fn() + 'static) {
    let said = pieces.pop().and_then(|element| {
        let synthesis = synthesis()?;
        let (voices, described) = found(&synthesis);
        let voice = voices.get(voice_for(&language, &described)?)?;
        let utterance = SpeechSynthesisUtterance::new_with_text(&element.inner_text()).ok()?;
        utterance.set_voice(Some(voice));
        utterance.set_lang(&voice.lang());
        Some((synthesis, utterance, element))
    });
    let Some((synthesis, utterance, element)) = said else {
        stop();
        return ended();
    };
    let next = std::rc::Rc::new(RefCell::new(Some(move || go_on(pieces, language, ended))));
    let listeners = ["end", "error"].map(|event| {
        let next = next.clone();
        EventListener::once(utterance.as_ref(), event, move |_| {
            if let Some(next) = next.borrow_mut().take() {
                next();
            }
        })
    });
    let _ = element.set_attribute(MARK, "");
    synthesis.speak(&utterance);
    READING.replace(Some(Piece { element, _utterance: utterance, _listeners: listeners }));
}

/// Says no more.
pub fn stop() {
    // First its listeners: what is broken off says that it has ended, too.
    if READING.take().is_some()
        && let Some(synthesis) = synthesis()
    {
        synthesis.cancel();
    }
}

fn pieces(selectors: &str) -> Vec<HtmlElement> {
    let parts: Vec<Element> = page().map(|page| all(&page, selectors)).unwrap_or_default();
    parts.iter().flat_map(|part| all(part, PIECES)).filter(is_read).collect()
}

/// Not what holds other pieces, what is folded away, and what does not speak to the reader.
fn is_read(piece: &HtmlElement) -> bool {
    let quiet = "details:not([open]) > :not(summary), [hidden], [aria-hidden=true], .visually-hidden, nav";
    !piece.inner_text().trim().is_empty()
        && piece.query_selector(PIECES).is_ok_and(|inner| inner.is_none())
        && piece.closest(quiet).is_ok_and(|quiet| quiet.is_none())
}
