//! Everything that is kept on this device, as the state holds it.

use std::{rc::Rc, slice};

use assessment::{Record, RecordId};

/// How many records a sheet has at most.
const SHEET: usize = 128;

/// Records in the order of their ids. It is never empty.
type Sheet = Vec<(RecordId, Rc<Record>)>;

/// Assessments and workplaces by id.
///
/// There can be ten thousand, and the state before an answer lives on beside the one after it. So they stand on sheets,
/// which copies share until one of them changes something there: an answer costs one sheet anew, however many there are.
#[derive(Clone, Debug, Default)]
pub struct Records(Rc<Vec<Rc<Sheet>>>);

impl Records {
    /// The record of an id.
    pub fn get(&self, id: &RecordId) -> Option<&Rc<Record>> {
        let sheet = self.0.get(self.sheet(id))?;
        let place = place(sheet, id).ok()?;
        sheet.get(place).map(|(_, record)| record)
    }

    /// The record of an id, to change it.
    pub fn get_mut(&mut self, id: &RecordId) -> Option<&mut Rc<Record>> {
        let sheet = self.sheet(id);
        let sheet = Rc::make_mut(Rc::make_mut(&mut self.0).get_mut(sheet)?);
        let place = place(sheet, id).ok()?;
        sheet.get_mut(place).map(|(_, record)| record)
    }

    /// Puts a record in, in place of the one that was there.
    pub fn insert(&mut self, id: RecordId, record: Rc<Record>) {
        let at = self.sheet(&id);
        let sheets = Rc::make_mut(&mut self.0);
        let Some(sheet) = sheets.get_mut(at) else { return sheets.push(Rc::new(vec![(id, record)])) };
        let sheet = Rc::make_mut(sheet);
        match place(sheet, &id) {
            Ok(place) => sheet[place] = (id, record),
            Err(place) => sheet.insert(place, (id, record)),
        }
        if sheet.len() > SHEET {
            let rest = sheet.split_off(SHEET / 2);
            sheets.insert(at + 1, Rc::new(rest));
        }
    }

    /// Takes a record out.
    pub fn remove(&mut self, id: &RecordId) -> Option<Rc<Record>> {
        let at = self.sheet(id);
        let place = place(self.0.get(at)?, id).ok()?;
        let sheets = Rc::make_mut(&mut self.0);
        let sheet = Rc::make_mut(sheets.get_mut(at)?);
        let (_, record) = sheet.remove(place);
        if sheet.is_empty() {
            sheets.remove(at);
        }
        Some(record)
    }

    /// Every id and record, in the order of the ids.
    pub fn iter(&self) -> impl Iterator<Item = (&RecordId, &Rc<Record>)> {
        Walk { sheets: &self.0, sheet: [].iter() }
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What became of an earlier state: what changed or came, and what is gone. It does not look into the records.
    pub fn differences_from(&self, before: &Self) -> (Vec<Rc<Record>>, Vec<RecordId>) {
        let (mut changed, mut gone) = (Vec::new(), Vec::new());
        let (old, new) = (before.beside(self), self.beside(before));
        let mut earlier = old.iter().peekable();
        for (id, record) in new.iter() {
            // Both are in order, so what comes before this one there is not here.
            loop {
                match earlier.next_if(|(other, _)| *other <= id) {
                    Some((other, old)) if other == id => {
                        if !Rc::ptr_eq(old, record) {
                            changed.push(record.clone());
                        }
                        break;
                    }
                    Some((other, _)) => gone.push(other.clone()),
                    None => {
                        changed.push(record.clone());
                        break;
                    }
                }
            }
        }
        gone.extend(earlier.map(|(id, _)| id.clone()));
        (changed, gone)
    }

    /// What stands on sheets that the other one does not share.
    fn beside(&self, other: &Self) -> Self {
        let shared = |sheet: &Rc<Sheet>| other.0.iter().any(|theirs| Rc::ptr_eq(theirs, sheet));
        Self(Rc::new(self.0.iter().filter(|sheet| !shared(sheet)).cloned().collect()))
    }

    /// The sheet on which an id stands, or would.
    fn sheet(&self, id: &RecordId) -> usize {
        let begins_before = |sheet: &Rc<Sheet>| sheet.first().is_some_and(|(first, _)| first <= id);
        self.0.partition_point(begins_before).saturating_sub(1)
    }
}

/// A walk over all sheets.
struct Walk<'a> {
    sheets: &'a [Rc<Sheet>],
    sheet: slice::Iter<'a, (RecordId, Rc<Record>)>,
}

impl<'a> Iterator for Walk<'a> {
    type Item = (&'a RecordId, &'a Rc<Record>);

    // There are many walks: one copy of this does for all of them.
    #[inline(never)]
    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some((id, record)) = self.sheet.next() {
                return Some((id, record));
            }
            let (sheet, sheets) = self.sheets.split_first()?;
            (self.sheet, self.sheets) = (sheet.iter(), sheets);
        }
    }
}

fn place(sheet: &Sheet, id: &RecordId) -> Result<usize, usize> {
    sheet.binary_search_by(|(other, _)| other.cmp(id))
}

impl PartialEq for Records {
    fn eq(&self, other: &Self) -> bool {
        let (ours, theirs) = (self.beside(other), other.beside(self));
        ours.iter().eq(theirs.iter())
    }
}

impl Eq for Records {}

impl FromIterator<(RecordId, Rc<Record>)> for Records {
    fn from_iter<I: IntoIterator<Item = (RecordId, Rc<Record>)>>(records: I) -> Self {
        let mut all = Self::default();
        records.into_iter().for_each(|(id, record)| all.insert(id, record));
        all
    }
}
