//! What can be taken along, and in which forms.

use assessment::{Assessment, Date};
use serde::{Deserialize, Serialize};

use crate::{Paper, Reader, Voice, card, promise, report};

/// What is taken along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// The whole report.
    Report,
    /// The card for the candidate.
    Card,
    /// Up to three open points.
    Points,
}

impl Kind {
    /// Each once, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Report, Self::Card, Self::Points];

    /// Its name in an address.
    pub fn id(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Card => "card",
            Self::Points => "points",
        }
    }
}

/// What is asked of whoever puts it together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// What is taken along.
    pub kind: Kind,
    /// The day on which it is made.
    pub made: Date,
    /// Whether the user's notes go with it; only a report has room for them.
    pub notes: bool,
}

impl Order {
    /// The paper of an assessment; `None` if there is nothing yet that could stand on it.
    pub fn paper(self, voice: &Voice<'_>, assessment: &Assessment) -> Option<Paper> {
        match self.kind {
            Kind::Report => Some(report(voice, assessment, self.made, self.notes)),
            Kind::Card => card(voice, assessment, self.made),
            Kind::Points => promise(voice, assessment, self.made),
        }
    }
}

/// A form in which a paper is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// For Word and whatever opens its files.
    Word,
    /// A plain text with marks.
    Markdown,
}

impl Form {
    /// The media type of a Word file.
    pub const DOCX: &'static str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
}

/// A form in which the answers are written as data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DataForm {
    /// A workbook with answers, plan and codebook.
    Excel,
    /// The answers alone.
    Answers(Reader),
    /// The codebook alone.
    Codebook,
}

/// A file as it goes out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// Its name, with the ending.
    pub name: String,
    /// Its media type.
    pub media: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}
