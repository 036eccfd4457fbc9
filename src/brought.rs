//! What a link brought. It is in the memory of this page alone, until the user keeps it.

use std::rc::Rc;

use assessment::{Assessment, Date, Record};
use exchange::{LinkOffer, LinkRefusal};

/// What a link brought, and how far it is read.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Brought {
    /// No link was opened, or what it brought is kept or closed.
    #[default]
    Nothing,
    /// A link, to be read: what stands behind `#/l/`.
    Unread(Rc<str>),
    /// The annex, which reads it, could not be fetched.
    Unfetched(Rc<str>),
    /// A view of a workplace.
    View {
        /// The day on which the link was made.
        made: Date,
        /// It, ready to be kept.
        view: Rc<Record>,
    },
    /// The link was not taken.
    Refused(LinkRefusal),
}

impl Brought {
    /// What came of reading a link; `None` is a module that could not be fetched.
    pub fn of(text: Rc<str>, offer: Option<LinkOffer>) -> Self {
        match offer {
            Some(LinkOffer::View { made, view }) => Self::View { made, view },
            Some(LinkOffer::Refused(refusal)) => Self::Refused(refusal),
            None => Self::Unfetched(text),
        }
    }

    /// The link, as long as it is not read.
    pub fn text(&self) -> Option<&Rc<str>> {
        match self {
            Self::Unread(text) | Self::Unfetched(text) => Some(text),
            Self::Nothing | Self::View { .. } | Self::Refused(_) => None,
        }
    }

    /// The view, if there is one.
    pub fn view(&self) -> Option<&Assessment> {
        match self {
            Self::View { view, .. } => view.assessment(),
            _ => None,
        }
    }
}
