//! What is needed to speak about the plan: fetched behind the first page.

use serde::{Deserialize, Serialize};

use crate::{PlanWord, Words};

/// The fifth pack: the plan with its steps, talks and calendar, and what would change if steps were done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planning {
    /// The words of the plan.
    pub words: Words<PlanWord>,
}
