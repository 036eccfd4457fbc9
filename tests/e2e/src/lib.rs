//! Harness for walks in a real browser.
//!
//! A test opens the app with [`visit`] and speaks in the words of the domain: a [`Walk`] says who fills in what, and
//! serves twice. It is clicked through the app, and the core works out from the same answers what must be shown. So
//! no test holds a copied text or a copied list: if the rules change, both sides change.
//!
//! A [`Window`] is what any browser does. [`App`] is one of Chromium, which can be told more; [`Guest`] is one of any
//! [`Engine`].
//!
//! Every visit has a browser, a driver and a host of its own (own port, so own origin, so clean storage), and ends
//! with the promise that holds everywhere: nothing in the console, no request to anywhere else, no policy violated.
#![warn(missing_docs)]

mod app;
mod audit;
mod bad_luck;
pub mod bench;
mod calendar;
mod chance;
mod chromium;
mod clock;
mod contained;
mod copies;
mod deployment;
mod device;
mod engine;
mod environment;
mod evidence;
mod form;
mod frame;
mod given;
mod guidance;
mod keyboard;
mod kill;
mod link;
mod network;
mod note;
mod pages;
mod places;
mod plain;
mod plan;
mod quiet;
mod records;
mod screen;
mod sights;
mod speech;
mod tabs;
mod take;
mod time;
mod visit;
mod walk;
mod ways_out;
mod window;
mod wipe;

pub use app::App;
pub use audit::Audit;
pub use bad_luck::BadStore;
pub use calendar::{CalendarEvent, CalendarFile};
pub use chance::Chance;
pub use clock::DAY;
pub use copies::Copies;
pub use deployment::Deployment;
pub use device::{Downloads, Saved};
pub use engine::{Engine, Guest, OneFile};
pub use environment::{
    advise, ask, device, house_site, instrument, learn, planning, shipped_pack, site, take_words, views,
};
pub use form::{FormQuestion, expected_form, form_address};
pub use frame::{framing_page, site_framed_by};
pub use given::{SeenGiven, answer_in, assessments_in_file};
pub use guidance::{SeenAdvice, SeenFindOut, SeenGuidance, SeenLearning, SeenRow, expected};
pub use keyboard::{Focused, Key};
pub use link::SITE;
pub use pages::{Saving, name_of};
pub use places::{ROUND_DAY, bakery, bakery_with, seen_by};
pub use plain::send_files;
pub use plan::{
    SeenGroup, SeenStep, card, expected_groups, expected_picture, first_advice_taken, nothing_arranged, period_word,
    taker_word,
};
pub use records::{Records, as_records, assessments_in, holds};
pub use screen::{Light, Look, Paper};
pub use sights::{Sight, a_bit_of_everything, furniture, sights};
pub use tabs::Tab;
pub use take::{expected_paper, missing, texts, with_voice};
pub use time::{AnswerTimes, Loading, PageTimes, median};
pub use visit::{Visitor, visit};
pub use walk::{Walk, answer_word, level, value};
pub use ways_out::WaysOut;
pub use window::Window;
pub use wipe::LeftBehind;
