//! Starts the app: the words and the store are fetched side by side, then the first page is drawn.

use std::rc::Rc;

use futures_util::future::join;
use room_to_grow::{
    app::{App, AppProps},
    browser::{host, language, mark, packs, site, trouble},
    parts::{self, Behind, Found},
    state::Library,
};
use wasm_bindgen_futures::spawn_local;

fn main() {
    // Yew would put its own hook; after a panic nothing can be drawn any more, so the page itself has to speak.
    yew::set_custom_panic_hook(Box::new(|_| trouble::show()));
    spawn_local(start());
}

async fn start() {
    let code = language::current();
    let (ask, begun) = join(packs::ask(&code), begun()).await;
    let (Ok(ask), Some(host)) = (ask, host()) else {
        trouble::show();
        return;
    };
    let props = AppProps { library: Library { ask, rest: None, learn: None }, begun: Rc::new(begun) };
    yew::Renderer::<App>::with_root_and_props(host, props).render();
}

/// Who has something on this device sees it at once, and so waits for the part that can read it. Who comes for the first time
/// does not.
async fn begun() -> Option<(&'static Behind, Found)> {
    if !(mark::is_set() || site::is_file()) {
        return None;
    }
    let behind = parts::behind().await.ok()?;
    Some((behind, (behind.find)().await))
}
