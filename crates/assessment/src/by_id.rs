//! Small collections in order.
//!
//! The standard library's maps and sorts are made for large ones: in the main module each kind of `BTreeMap` and each
//! `sort` costs 1 to 4 KB (docs/performance.md), and nearly all that is kept in one of these is a few dozen things.

use serde::{Deserialize, Serialize};

/// Values by id, in the order of the ids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<(K, V)>", bound(deserialize = "K: Deserialize<'de> + Ord, V: Deserialize<'de>"))]
pub struct ById<K, V>(Vec<(K, V)>);

/// What is read must come in order, as it was written. Putting a hostile record in order would take for ever.
impl<K: Ord, V> TryFrom<Vec<(K, V)>> for ById<K, V> {
    type Error = &'static str;

    fn try_from(values: Vec<(K, V)>) -> Result<Self, Self::Error> {
        if values.is_sorted_by(|(one, _), (next, _)| one < next) { Ok(Self(values)) } else { Err("not in order") }
    }
}

impl<K, V> Default for ById<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> ById<K, V> {
    fn place(&self, id: &K) -> Result<usize, usize> {
        self.0.binary_search_by(|(candidate, _)| candidate.cmp(id))
    }

    /// The value of an id.
    pub fn get(&self, id: &K) -> Option<&V> {
        self.place(id).ok().and_then(|place| self.0.get(place)).map(|(_, value)| value)
    }

    /// The value of an id, to change it.
    pub fn get_mut(&mut self, id: &K) -> Option<&mut V> {
        self.place(id).ok().and_then(|place| self.0.get_mut(place)).map(|(_, value)| value)
    }

    /// Puts a value in, in place of the one that was there.
    pub fn insert(&mut self, id: K, value: V) {
        match self.place(&id) {
            Ok(place) => self.0[place] = (id, value),
            Err(place) => self.0.insert(place, (id, value)),
        }
    }

    /// Takes a value out.
    pub fn remove(&mut self, id: &K) -> Option<V> {
        self.place(id).ok().map(|place| self.0.remove(place).1)
    }

    /// Every id and value, in the order of the ids.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> {
        self.0.iter().map(|(id, value)| (id, value))
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for ById<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(values: I) -> Self {
        let mut by_id = Self::default();
        values.into_iter().for_each(|(id, value)| by_id.insert(id, value));
        by_id
    }
}

/// The items in the order of a key; those with the same key stay as they were.
pub fn sorted_by_key<T, K: Ord>(items: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut sorted: Vec<T> = Vec::new();
    for item in items {
        let own = key(&item);
        sorted.insert(sorted.partition_point(|other| key(other) <= own), item);
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_replaced_and_removed_by_id() {
        let mut by_id: ById<&str, u8> = [("b", 2), ("a", 1), ("b", 3)].into_iter().collect();
        assert_eq!(by_id.iter().collect::<Vec<_>>(), [(&"a", &1), (&"b", &3)]);
        assert_eq!(by_id.remove(&"a"), Some(1));
        assert_eq!((by_id.get(&"a"), by_id.get(&"b")), (None, Some(&3)));
    }

    #[test]
    fn what_is_not_in_order_is_not_read() {
        assert!(ById::try_from(vec![("a", 1), ("b", 2)]).is_ok());
        assert!(ById::try_from(vec![("b", 1), ("a", 2)]).is_err());
        assert!(ById::try_from(vec![("a", 1), ("a", 2)]).is_err());
    }

    #[test]
    fn items_with_the_same_key_stay_in_order() {
        let sorted = sorted_by_key(["bb", "a", "cc", "d"], |item| item.len());
        assert_eq!(sorted, ["a", "d", "bb", "cc"]);
    }
}
