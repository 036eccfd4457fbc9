//! The site on this device: `static/offline.js` talks with the service worker, and tells what comes of it.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlScriptElement;

use super::document;
use crate::offline::{Files, Offline};

#[wasm_bindgen]
extern "C" {
    /// `static/boot.js` offers it: it knows where the modules are.
    #[wasm_bindgen(js_namespace = roomToGrow, catch)]
    async fn load(name: &str) -> Result<JsValue, JsValue>;

    type Site;

    #[wasm_bindgen(method)]
    fn begin(this: &Site, tell: &JsValue);

    #[wasm_bindgen(method)]
    fn again(this: &Site);

    #[wasm_bindgen(method)]
    fn renew(this: &Site);

    #[wasm_bindgen(method)]
    fn forget(this: &Site);

    #[wasm_bindgen(method)]
    fn install(this: &Site);
}

/// Has everything fetched that the site is made of, and tells how that goes, each time that it changes. Called once.
pub fn begin(tell: impl Fn(Offline) + 'static) {
    let told = Closure::<dyn Fn(String, bool, bool)>::new(move |files: String, renewable, installable| {
        let files = match files.as_str() {
            "here" => Files::Here,
            "failed" => Files::Failed,
            "full" => Files::Full,
            "never" => Files::Never,
            _ => Files::Coming,
        };
        tell(Offline { files, renewable, installable });
    });
    // As long as the page.
    let told = told.into_js_value();
    with_site(move |site| site.begin(&told));
}

/// Tries again to fetch what is missing.
pub fn again() {
    with_site(Site::again);
}

/// Loads the page again, in the newest version.
pub fn renew() {
    with_site(Site::renew);
}

/// Keeps nothing for later any more, until the page is loaded again.
pub fn forget() {
    with_site(Site::forget);
}

/// Has the browser ask whether the site is to be installed.
pub fn install() {
    with_site(Site::install);
}

/// Without the script nothing is kept for later, and what can be done without network is done all the same.
fn with_site(act: impl FnOnce(&Site) + 'static) {
    spawn_local(async move {
        if let Ok(site) = load("offline").await {
            act(site.unchecked_ref());
        }
    });
}

/// The name of this version, as far as people read it out; `None` in a build that was not finished.
pub fn build() -> Option<String> {
    let script: HtmlScriptElement = document()?.query_selector("script[data-build]").ok()??.dyn_into().ok()?;
    script.dataset().get("build")?.get(..8).map(str::to_owned)
}
