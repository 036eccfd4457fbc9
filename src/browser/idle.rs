//! Whether someone is there.

use std::{cell::Cell, rc::Rc};

use assessment::Moment;
use gloo_events::EventListener;
use gloo_timers::callback::Interval;

use super::{clock, document, window};

/// How often it is looked at; also how much too late it may be noticed.
const GLANCE_MS: u32 = 5_000;

/// Looks after someone who might leave, until it is dropped.
pub struct Watch {
    _interval: Interval,
    _listeners: Vec<EventListener>,
}

/// Calls back when nobody has touched the device for so many minutes. A device that slept notices as soon as it wakes.
pub fn after(minutes: u32, left: impl Fn() + 'static) -> Watch {
    let last = Rc::new(Cell::new(clock::now()));
    let look = {
        let last = last.clone();
        let limit = u64::from(minutes) * 60_000;
        Rc::new(move || {
            let Moment(since) = last.get();
            if clock::now().0.saturating_sub(since) >= limit {
                left();
            }
        })
    };
    let mut listeners = Vec::new();
    for signal in ["pointerdown", "keydown", "wheel"] {
        let last = last.clone();
        let heard = move |_: &web_sys::Event| last.set(clock::now());
        listeners.extend(window().map(|window| EventListener::new(&window, signal, heard)));
    }
    let woken = look.clone();
    listeners.extend(document().map(|page| EventListener::new(&page, "visibilitychange", move |_| woken())));
    Watch { _interval: Interval::new(GLANCE_MS, move || look()), _listeners: listeners }
}
