#![allow(unsafe_code)]
use crate::{pages, view::View};
use yew::prelude::*;
#[derive(Debug)]
pub struct Behind {
    pub page: fn(&View<'_>) -> Html,
}
static BEHIND: Behind = Behind { page: pages::behind };
#[wasm_split_helpers::wasm_split(behind)]
pub fn behind() -> &'static Behind {
    &BEHIND
}
