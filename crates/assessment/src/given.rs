//! What was given, and when: so that two copies of an assessment can be put together without losing an answer.

use serde::{Deserialize, Serialize};

use crate::{ById, Moment, PracticeId};

/// A value and the logical time at which it was given.
///
/// The order is that of the time. At the same time, the greater value stands: so every device decides a tie alike.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Given<T> {
    /// When. By the clock of the device, but always later than everything that was given before it.
    pub at: Moment,
    /// What was given.
    pub value: T,
}

/// Of two copies of one value, what was given last stands.
pub(crate) fn later<T: Ord + Clone>(ours: &mut Given<T>, theirs: &Given<T>) {
    if *ours < *theirs {
        *ours = theirs.clone();
    }
}

/// What was given about practices, each with its time. A value that is taken back leaves its time behind, so that an
/// older copy does not bring it back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent, bound(deserialize = "T: Deserialize<'de>"))]
pub struct ByPractice<T>(ById<PracticeId, Given<Option<T>>>);

impl<T> Default for ByPractice<T> {
    fn default() -> Self {
        Self(ById::default())
    }
}

impl<T> ByPractice<T> {
    /// The value of a practice; `None` when nothing is given.
    pub fn get(&self, practice: &PracticeId) -> Option<&T> {
        self.0.get(practice)?.value.as_ref()
    }

    /// Whether something is given about a practice.
    pub fn has(&self, practice: &PracticeId) -> bool {
        self.get(practice).is_some()
    }

    /// Gives a value, in place of the one that was there.
    pub fn give(&mut self, practice: PracticeId, value: T, at: Moment) {
        self.set(practice, Some(value), at);
    }

    /// Gives a value, or that there is none: that has a time too, also where nothing was ever given.
    pub(crate) fn set(&mut self, practice: PracticeId, value: Option<T>, at: Moment) {
        self.0.insert(practice, Given { at, value });
    }

    /// Takes a value back, and returns it.
    pub fn clear(&mut self, practice: &PracticeId, at: Moment) -> Option<T> {
        let given = self.0.get_mut(practice)?;
        let value = given.value.take()?;
        given.at = at;
        Some(value)
    }

    /// Every value that is given, by practice.
    pub fn iter(&self) -> impl Iterator<Item = (&PracticeId, &T)> {
        self.0.iter().filter_map(|(id, given)| Some((id, given.value.as_ref()?)))
    }

    /// Everything that was ever given or taken back, by practice, with its time.
    pub fn history(&self) -> impl Iterator<Item = (&PracticeId, &Given<Option<T>>)> {
        self.0.iter()
    }

    /// Whether nothing is given.
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// When something was last given or taken back about a practice.
    pub fn time(&self, practice: &PracticeId) -> Option<Moment> {
        self.0.get(practice).map(|given| given.at)
    }

    /// When something was last given or taken back.
    pub(crate) fn latest(&self) -> Option<Moment> {
        self.0.iter().map(|(_, given)| given.at).max()
    }
}

impl<T: Ord + Clone> ByPractice<T> {
    /// Takes over everything that the other copy has later.
    pub(crate) fn merge(&mut self, other: &Self) {
        for (practice, theirs) in other.0.iter() {
            if self.0.get(practice).is_none_or(|ours| ours < theirs) {
                self.0.insert(practice.clone(), theirs.clone());
            }
        }
    }
}

impl<T> FromIterator<(PracticeId, Given<Option<T>>)> for ByPractice<T> {
    fn from_iter<I: IntoIterator<Item = (PracticeId, Given<Option<T>>)>>(values: I) -> Self {
        Self(values.into_iter().collect())
    }
}
