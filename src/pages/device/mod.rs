//! 'On this device': what is kept here, backups, opening a file, the lock, reminders, and wiping.

mod backup;
mod care;
mod from_disk;
mod hand_over;
mod kept;
mod lock;
mod offline;
mod open;
mod passphrase;
mod wipe;

use content::{Device, DeviceWord, Word};
use yew::prelude::*;

pub use care::reminders;
pub use from_disk::from_disk;

use crate::{
    browser::clock,
    components::{
        heading,
        markup::{hint, lead, paragraph, section},
    },
    errand::{Errand, Part, Sentence},
    kept::Lock,
    state::Saving,
    view::{View, attr},
};

/// The page, once its words are here.
pub fn page(view: &View<'_>) -> Html {
    let Some(words) = view.library().device() else {
        return html! {
            <div class="page page--narrow">
                { heading(view.word(Word::DeviceLink), None) }
                { view.still_loading() }
            </div>
        };
    };
    let page = DevicePage { view, words };
    html! {
        <div class="page page--narrow device">
            if view.state.lock == Lock::Closed {
                { page.unlock() }
            } else if view.state.saving == Saving::Wiped {
                { heading(page.word(DeviceWord::WipeTitle), None) }
                { page.wiped() }
            } else {
                { heading(page.word(DeviceWord::DeviceTitle), None) }
                { lead(page.word(DeviceWord::DeviceLead)) }
                { page.kept() }
                { page.part("backup", DeviceWord::BackupTitle, page.backup()) }
                { page.part("open", DeviceWord::OpenTitle, page.open()) }
                // A file says it with what is kept.
                if !view.from_disk {
                    { page.part("offline", DeviceWord::OfflineTitle, page.offline()) }
                }
                if crate::app::Device::current().store().is_some() {
                    { page.part("lock", DeviceWord::LockTitle, page.lock()) }
                    { page.part("care", DeviceWord::RetentionTitle, page.care()) }
                    { page.part("wipe", DeviceWord::WipeTitle, page.wipe()) }
                }
            }
        </div>
    }
}

/// The page with its words at hand.
struct DevicePage<'a> {
    view: &'a View<'a>,
    words: &'a Device,
}

impl DevicePage<'_> {
    #[inline(never)]
    fn word(&self, word: DeviceWord) -> AttrValue {
        attr(&self.words.words.get(word))
    }

    fn fill(&self, word: DeviceWord, values: &[(&str, &str)]) -> String {
        self.words.words.fill(word, values)
    }

    fn sentence(&self, said: &Sentence) -> String {
        let values: Vec<_> = said.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.fill(said.word, &values)
    }

    /// A sentence for one thing, or for more of them.
    fn count(&self, one: DeviceWord, more: DeviceWord, count: usize, values: &[(&str, &str)]) -> String {
        let number = count.to_string();
        let values = [values, &[("count", &number)]].concat();
        self.fill(if count == 1 { one } else { more }, &values)
    }

    fn date(&self, at: assessment::Moment) -> String {
        clock::day_of(at, &self.view.word(Word::Locale))
    }

    fn part(&self, id: &'static str, title: DeviceWord, body: Html) -> Html {
        section(id, "device__part", self.word(title), body)
    }

    /// What is being done in a part of the page; it has the focus when it changes.
    fn errand(&self, part: Part, body: Html) -> Html {
        if self.view.errand.part() != Some(part) {
            return html! { <div /> };
        }
        html! {
            <div class="device__errand" data-errand="" tabindex="-1">
                {
                    match &**self.view.errand {
                        Errand::Working(_) => paragraph(self.word(DeviceWord::Working)),
                        Errand::Said(_, said) => html! { <p class="notice" data-said="">{ self.sentence(said) }</p> },
                        _ => body,
                    }
                }
            </div>
        }
    }

    fn button(&self, id: &'static str, class: &'static str, word: DeviceWord, onclick: Callback<MouseEvent>) -> Html {
        html! { <button type="button" class={class} data-do={id} {onclick}>{ self.word(word) }</button> }
    }

    /// Sets what the user is doing.
    fn turn_to(&self, errand: Errand) -> Callback<MouseEvent> {
        let handle = self.view.errand.clone();
        Callback::from(move |_| handle.set(errand.clone()))
    }

    fn hint(&self, word: DeviceWord) -> Html {
        hint(self.word(word))
    }
}

/// A size in words: whole kilobytes, or megabytes.
fn size(bytes: usize) -> String {
    match bytes.div_ceil(1000) {
        kilobytes if kilobytes < 10_000 => [&kilobytes.to_string(), " kB"].concat(),
        kilobytes => [&(kilobytes / 1000).to_string(), " MB"].concat(),
    }
}
