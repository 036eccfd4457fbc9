//! Ids are the contract between content, saved answers and advice: they never change once used.

use std::{borrow::Borrow, fmt, rc::Rc};

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Rc<str>);

        impl $name {
            /// Takes the id as it stands in content or in a saved assessment.
            pub fn new(id: &str) -> Self {
                Self(id.into())
            }

            /// The id as it stands in content, in saved assessments and in addresses.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id! {
    /// One of the twelve conditions, such as `buddy`.
    ConditionId
}
id! {
    /// One practice, the thing a question asks about, such as `buddy-named`.
    PracticeId
}
id! {
    /// A source in `content/sources.toml`, such as `VG24`.
    SourceId
}
id! {
    /// A caution (a red flag of the domain report), such as `health-questions`.
    CautionId
}
id! {
    /// One employer's walk through the questions, unique on this device.
    AssessmentId
}
id! {
    /// One action of a plan. That of an advice follows from it, so that two devices that take the same advice mean the
    /// same action; that of an own one is new.
    ActionId
}
id! {
    /// A place of work that is followed over time, unique on this device.
    WorkplaceId
}
id! {
    /// Under which something is kept: the id of an assessment or of a workplace.
    RecordId
}
