//! One file per control: values come in, callbacks go out.

mod add_line;
mod advice_card;
mod answer_steps;
mod choices;
mod footer;
mod guard_findings;
mod header;
mod heading;
mod link_ways;
pub mod markup;
mod note;
mod paper;
mod picture;
mod practice;
mod rail;
mod sources;
mod talk_clock;
mod toast;

pub use add_line::{AddLine, one_line};
pub use advice_card::{Detail, advice_card, take, who};
pub use answer_steps::{answer_steps, moved_glyph, step_glyph};
pub use choices::choices;
pub use footer::{footer, reach};
pub use guard_findings::guard_findings;
pub use header::header;
pub use heading::heading;
pub use link_ways::link_ways;
pub use note::{NoteField, WrittenField};
pub use paper::{Edit, EditWords, paper};
pub use picture::{linked_picture, picture};
pub use practice::PracticeQuestion;
pub use rail::rail;
pub use sources::sources;
pub use talk_clock::TalkClock;
pub use toast::toast;
