//! Without the internet: whether everything is here, installing, and moving to a new version.

use content::DeviceWord;
use yew::prelude::*;

use super::DevicePage;
use crate::{
    browser::offline,
    components::markup::{notice, paragraph},
    offline::Files,
    state::Saving,
};

impl DevicePage<'_> {
    pub(super) fn offline(&self) -> Html {
        let site = self.view.state.offline;
        let again = html! {
            <p>{ self.button("again", "button button--second", DeviceWord::OfflineAgain, Callback::from(|_| offline::again())) }</p>
        };
        html! {
            <div class="device__offline" data-offline={files_id(site.files)}>
                {
                    match site.files {
                        Files::Coming => paragraph(self.word(DeviceWord::OfflineComing)),
                        Files::Here => paragraph(self.word(DeviceWord::OfflineHere)),
                        Files::Failed => html! { <>{ notice(self.word(DeviceWord::OfflineFailed)) }{ again }</> },
                        Files::Full => html! { <>{ notice(self.word(DeviceWord::OfflineFull)) }{ again }</> },
                        Files::Never => paragraph(self.word(DeviceWord::OfflineNever)),
                    }
                }
                if site.installable {
                    <p>{ self.button("install", "button button--second", DeviceWord::OfflineInstall, Callback::from(|_| offline::install())) }</p>
                } else if site.files == Files::Here {
                    { self.hint(DeviceWord::OfflineHome) }
                }
                { self.new_version() }
                { self.version() }
            </div>
        }
    }

    /// Which version this is, for whoever asks for help with it.
    pub(super) fn version(&self) -> Html {
        let build = offline::build().unwrap_or_default();
        html! { <p class="hint" hidden={build.is_empty()}>{ self.fill(DeviceWord::VersionThis, &[("version", &build)]) }</p> }
    }

    /// Offers the new version, where nobody is in the middle of an answer. What is not kept yet would be lost by it.
    pub(super) fn new_version(&self) -> Html {
        let state = self.view.state;
        let offered = state.offline.renewable && matches!(state.saving, Saving::Rest | Saving::Saved);
        html! {
            <div class={if offered { "notice" } else { "" }} hidden={!offered} data-new-version="">
                if offered {
                    <p>{ self.word(DeviceWord::VersionNew) }</p>
                    <p class="device__row">
                        { self.button("renew", "button button--second", DeviceWord::VersionUse, Callback::from(|_| offline::renew())) }
                    </p>
                }
            </div>
        }
    }
}

fn files_id(files: Files) -> &'static str {
    match files {
        Files::Coming => "coming",
        Files::Here => "here",
        Files::Failed => "failed",
        Files::Full => "full",
        Files::Never => "never",
    }
}
