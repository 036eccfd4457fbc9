//! Starts the app: the words and the store are fetched side by side, then the first page is drawn.

use std::rc::Rc;

use futures_util::future::join;
use room_to_grow::{
    app::{App, AppProps, Start},
    browser::{host, language, packs, trouble},
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
    let (ask, start) = join(packs::ask(&code), Start::find()).await;
    let (Ok(ask), Some(host)) = (ask, host()) else {
        trouble::show();
        return;
    };
    let props = AppProps { library: Library { ask, rest: None, learn: None }, start: Rc::new(start) };
    yew::Renderer::<App>::with_root_and_props(host, props).render();
}
