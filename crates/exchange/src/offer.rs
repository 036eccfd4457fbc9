//! What a file or a link offers once it was looked at, as it goes from the annex to the app.

use std::rc::Rc;

use assessment::{Date, Moment, Record};
use serde::{Deserialize, Serialize};

use crate::{LinkRefusal, Opened, Refusal, Rescue};

/// What a file offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Offer {
    /// Everything that is in it.
    Opened {
        /// When it was made; `None` if it does not say so.
        made: Option<Moment>,
        /// The assessments and workplaces; no id twice.
        records: Vec<Record>,
        /// How many of its records cannot be read.
        left: usize,
    },
    /// It takes a passphrase.
    NeedsPassphrase,
    /// It is whole, and the passphrase is another one; or it was altered by someone who mended the checksum.
    WrongPassphrase,
    /// It was not taken.
    Refused(Refusal),
}

/// What a link offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LinkOffer {
    /// A view of a workplace, made ready to be kept.
    View {
        /// The day on which the link was made.
        made: Date,
        /// The assessment, with an id and a time of this device.
        view: Rc<Record>,
    },
    /// It was not taken.
    Refused(LinkRefusal),
}

impl From<Opened> for Offer {
    fn from(opened: Opened) -> Self {
        Self::Opened { made: opened.made, records: opened.records, left: 0 }
    }
}

impl From<Rescue> for Offer {
    fn from(rescue: Rescue) -> Self {
        Self::Opened { made: rescue.made, records: rescue.records, left: rescue.left }
    }
}

impl From<Refusal> for Offer {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}
