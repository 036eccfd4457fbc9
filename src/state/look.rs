//! How a page is looked at: what is sought, ticked, sorted or about to be added. It is gone when the page is left.

use assessment::{ActionId, AssessmentId, Date, Event, Order, OverviewGroup};

/// How the list of workplaces is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// What is sought in the labels.
    pub search: String,
    /// In which order they stand.
    pub sorting: Sorting,
    /// Whether those that are put away are shown too.
    pub archived: bool,
    /// How often more of them were asked for.
    pub more: usize,
}

/// In which order workplaces stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sorting {
    /// What was changed last, first.
    #[default]
    Recent,
    /// The next visit first; those without one at the end.
    NextVisit,
    /// By label.
    Name,
}

/// What a search under 'Learn' gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Found {
    /// Nothing was sought, or it is on its way.
    #[default]
    Nothing,
    /// The search could not be loaded.
    Failed,
    /// The places of what was found in what can be found, the likeliest first.
    Places(Vec<usize>),
}

/// How a page is looked at. It is not kept: another look changes nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// By what it is in order.
    pub order: Order,
    /// The actions that are ticked to see what would change, also those that are only advised.
    pub ticked: Vec<ActionId>,
    /// The action that was just changed and may stand elsewhere now: it stays unfolded.
    pub unfolded: Option<ActionId>,
    /// The own step, or the label of a workplace, that is being written.
    pub own: String,
    /// It was to be added without words.
    pub missing: bool,
    /// The list of workplaces.
    pub listing: Listing,
    /// The day of a round that is to begin, and what happened before.
    pub round: Option<(Date, Option<Event>)>,
    /// Whether a view that is begun asks everything.
    pub full: bool,
    /// Which workplaces the overview counts.
    pub group: OverviewGroup,
    /// The words explained were unfolded.
    pub words: bool,
    /// With which assessment what a link brought is compared.
    pub against: Option<AssessmentId>,
    /// What is sought under 'Learn'.
    pub sought: String,
    /// What was found there.
    pub found: Found,
    /// The answer that is chosen to a question to think about, by its place.
    pub choice: Option<usize>,
    /// Whether its answers are explained.
    pub explained: bool,
}
