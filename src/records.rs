//! Everything that is kept on this device, as the state holds it.

use std::{ops::Deref, rc::Rc};

use assessment::{ById, Record, RecordId};

/// Assessments and workplaces by id. Copies share one room until one of them is changed: every drawing and every action takes some,
/// and there can be ten thousand records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Records(Rc<ById<RecordId, Rc<Record>>>);

impl Records {
    /// The record of an id, to change it.
    pub fn get_mut(&mut self, id: &RecordId) -> Option<&mut Rc<Record>> {
        Rc::make_mut(&mut self.0).get_mut(id)
    }

    /// Puts a record in, in place of the one that was there.
    pub fn insert(&mut self, id: RecordId, record: Rc<Record>) {
        Rc::make_mut(&mut self.0).insert(id, record);
    }

    /// Takes a record out.
    pub fn remove(&mut self, id: &RecordId) -> Option<Rc<Record>> {
        Rc::make_mut(&mut self.0).remove(id)
    }

    /// Whether nobody changed one of the two since they were copied.
    fn is_copy_of(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// What became of an earlier state: what changed or came, and what is gone. It takes one walk over both, without a look
    /// into the records.
    pub fn differences_from(&self, before: &Self) -> (Vec<Rc<Record>>, Vec<RecordId>) {
        let (mut changed, mut gone) = (Vec::new(), Vec::new());
        if self.is_copy_of(before) {
            return (changed, gone);
        }
        let mut earlier = before.iter().peekable();
        for (id, record) in self.iter() {
            // Both are in order, so what comes before this one there is not here.
            loop {
                match earlier.next_if(|(other, old)| Rc::ptr_eq(old, record) || *other <= id) {
                    Some((_, old)) if Rc::ptr_eq(old, record) => break,
                    Some((other, _)) if other < id => gone.push(other.clone()),
                    // It was another one, or there was none.
                    _ => {
                        changed.push(record.clone());
                        break;
                    }
                }
            }
        }
        gone.extend(earlier.map(|(id, _)| id.clone()));
        (changed, gone)
    }
}

impl Deref for Records {
    type Target = ById<RecordId, Rc<Record>>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl FromIterator<(RecordId, Rc<Record>)> for Records {
    fn from_iter<I: IntoIterator<Item = (RecordId, Rc<Record>)>>(records: I) -> Self {
        Self(Rc::new(records.into_iter().collect()))
    }
}
