//! The whole app as one file, opened from a disk: what that means for what is filled in. Browsers differ in how they keep
//! things for a file, so on the first page saving to and opening from a file come before all else.

use content::DeviceWord;
use yew::prelude::*;

use super::DevicePage;
use crate::{
    browser::site,
    components::markup::{hint, paragraph},
    errand::Part,
    view::View,
};

/// What stands first on the first page of a file; on a site, nothing.
pub fn from_disk(view: &View<'_>) -> Html {
    let words = view.library().device().filter(|_| view.from_disk);
    let Some(words) = words else { return html! { <div class="from-disk" /> } };
    let page = DevicePage { view, words };
    html! {
        <section class="from-disk device" aria-labelledby="from-disk" data-from-disk="">
            <h2 id="from-disk" tabindex="-1">{ page.word(DeviceWord::FileTitle) }</h2>
            { paragraph(page.word(DeviceWord::FileLead)) }
            <div class="device__row">
                { page.choose_file(DeviceWord::FileOpen) }
                { page.button("backup", "button button--second", DeviceWord::FileSave, page.begin(false)) }
            </div>
            { page.errand(Part::Open, page.open_errand()) }
            { page.errand(Part::Backup, page.backup_errand()) }
            <details>
                <summary>{ page.word(DeviceWord::FileMore) }</summary>
                { page.about_files() }
            </details>
        </section>
    }
}

impl DevicePage<'_> {
    /// What is kept here, and for how long, when 'here' is a file.
    pub(super) fn kept_in_a_file(&self) -> Html {
        html! {
            <div class="notice" data-from-disk="">
                { paragraph(self.word(DeviceWord::FileLead)) }
                { self.about_files() }
            </div>
        }
    }

    /// Who else can read it, and what cannot be done from a file.
    fn about_files(&self) -> Html {
        html! {
            <>
                { hint(self.word(DeviceWord::FileShared)) }
                // Who hosts the site may have named it: then links lead there, from a file too.
                if site::address().is_none() {
                    { hint(self.word(DeviceWord::FileNoLink)) }
                }
                { hint(self.word(DeviceWord::FileNoUpdate)) }
                { self.version() }
            </>
        }
    }
}
