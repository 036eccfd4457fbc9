//! A plan as a calendar file, which the usual calendars open ([RFC 5545](https://www.rfc-editor.org/rfc/rfc5545)).
//!
//! [`dated`] tells what stands in it: the open actions with a day, and the talks. The caller finds words for each, in
//! the language that is read, and [`calendar`] writes the file. Nothing is added to those words. Nothing in here knows a
//! clock or chance either, so the same plan gives the same file.
//!
//! Opening a later file of the same plan **changes the events of an earlier one** in place of doubling them: each event keeps
//! its [id](Event::uid) and says [when it was changed](Event::changed). An event that has gone from the plan stays in the
//! calendar: a file cannot take it out.
#![warn(missing_docs)]

mod dated;
mod file;

use assessment::{Date, Moment};
use serde::{Deserialize, Serialize};

pub use dated::{Dated, Entry, dated};
pub use file::calendar;

/// What stands in a calendar on one day, for the whole day and without taking its time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// By this the calendar knows it again: the same in every file, and in no other plan.
    pub uid: String,
    /// The day. One after the year 9999, which no calendar shows, is left out of the file.
    pub day: Date,
    /// When it was last changed.
    pub changed: Moment,
    /// What it is, in the words of the calendar's owner.
    pub title: String,
    /// What else there is to say about it; may be empty.
    pub description: String,
}
