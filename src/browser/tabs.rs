//! What the tabs of this browser tell each other. It never leaves the browser.

use std::{cell::RefCell, rc::Rc};

use assessment::{Keeping, Record, RecordId, save};
use gloo_events::EventListener;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

use crate::state::Heard;

const NAME: &str = "room-to-grow";

/// What another tab says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Something about what is kept.
    Records(Heard),
    /// What the user chose about keeping.
    Keeping(Keeping),
    /// The whole store is another one now: locked, unlocked for good, or wiped.
    Turned,
}

thread_local! {
    /// The line of this tab. There is one: a second one would hear what the first one says.
    static LINE: RefCell<Option<(BroadcastChannel, EventListener)>> = const { RefCell::new(None) };
}

/// Listens to the other tabs. In browsers without a line between tabs nothing is heard: then tabs meet in the store.
pub fn listen(hear: impl Fn(Said) + 'static) {
    let Ok(channel) = BroadcastChannel::new(NAME) else { return };
    let listener = EventListener::new(&channel, "message", move |event| {
        // A message that is not understood comes from another version of the app; the store keeps both apart.
        if let Some(said) = event.dyn_ref::<MessageEvent>().and_then(|event| read(&event.data())) {
            hear(said);
        }
    });
    LINE.set(Some((channel, listener)));
}

/// Tells the other tabs.
pub fn say(said: &Said) {
    let message = match said {
        Said::Records(Heard::Changed(record)) => message("changed", record),
        Said::Records(Heard::Replaced(record)) => message("replaced", record),
        Said::Records(Heard::Deleted(id)) => Some(Array::of2(&"deleted".into(), &id.as_str().into())),
        Said::Keeping(keeping) => save::seal(keeping).ok().map(|bytes| with("keeping", &bytes)),
        Said::Turned => Some(Array::of1(&"turned".into())),
    };
    LINE.with_borrow(|line| {
        if let (Some((channel, _)), Some(message)) = (line, message) {
            let _ = channel.post_message(&message);
        }
    });
}

fn message(kind: &str, record: &Record) -> Option<Array> {
    Some(with(kind, &save::write(record).ok()?))
}

fn with(kind: &str, bytes: &[u8]) -> Array {
    Array::of2(&kind.into(), &Uint8Array::from(bytes))
}

fn read(message: &JsValue) -> Option<Said> {
    let message: &Array = message.dyn_ref()?;
    let bytes = || Some(message.get(1).dyn_into::<Uint8Array>().ok()?.to_vec());
    let record = || save::read(&bytes()?).ok().map(Rc::new);
    Some(match message.get(0).as_string()?.as_str() {
        "changed" => Said::Records(Heard::Changed(record()?)),
        "replaced" => Said::Records(Heard::Replaced(record()?)),
        "deleted" => Said::Records(Heard::Deleted(RecordId::new(&message.get(1).as_string()?))),
        "keeping" => Said::Keeping(save::unseal(&bytes()?).ok()?),
        "turned" => Said::Turned,
        _ => return None,
    })
}
