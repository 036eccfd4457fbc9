//! A file set against what is here: what would come, what would change, and what of it was chosen.

use std::rc::Rc;

use assessment::{Assessment, AssessmentId, Chosen, Differences, Moment, Record, RecordId, Workplace, WorkplaceId};

use crate::records::Records;

/// What is in a file, set against what is here.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// The name of the file.
    pub file: String,
    /// When it was made, if it says so.
    pub made: Option<Moment>,
    /// What it holds.
    pub arrivals: Vec<Arrival>,
    /// How many of its records cannot be read.
    pub left: usize,
}

/// One assessment or workplace of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// As it is in the file.
    pub theirs: Rc<Record>,
    /// What it is to this device.
    pub against: Against,
}

impl Arrival {
    /// How it is put together with what is here, if that can be chosen.
    fn choosing(&mut self) -> Option<&mut Choosing> {
        match &mut self.against {
            Against::Differs(choosing) => Some(choosing),
            Against::New | Against::Same | Against::Changed => None,
        }
    }
}

/// What an assessment or workplace of a file is to this device.
#[derive(Clone, Debug, PartialEq)]
pub enum Against {
    /// It is not here yet.
    New,
    /// It is here, and says the same.
    Same,
    /// It is an assessment that is here, and says something else.
    Differs(Choosing),
    /// It is a workplace that is here under another label, or with other rounds.
    Changed,
}

/// Choosing which copy stands, difference by difference. What differs is worked out from the two copies at each
/// drawing: the one here may change in another tab.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choosing {
    /// What was chosen; of all else the later stands.
    pub chosen: Chosen,
    /// Whether the differences are shown one by one. A file can hold thousands of them.
    pub unfolded: bool,
}

impl Preview {
    /// Sets the records of a file against those that are here.
    pub fn of(file: String, made: Option<Moment>, theirs: Vec<Record>, left: usize, here: &Records) -> Self {
        let against = |theirs: &Record| match (here.get(&theirs.id()).map(|ours| &**ours), theirs) {
            (None, _) => Against::New,
            (Some(ours), theirs) if ours == theirs => Against::Same,
            (Some(Record::Assessment(ours)), Record::Assessment(theirs)) => {
                // Only times differ: nothing that anyone would see.
                let same = Differences::between(ours, theirs).is_empty();
                if same { Against::Same } else { Against::Differs(Choosing::default()) }
            }
            _ => Against::Changed,
        };
        let arrival = |theirs: Record| Arrival { against: against(&theirs), theirs: Rc::new(theirs) };
        let mut preview = Self { file, made, arrivals: theirs.into_iter().map(arrival).collect(), left };
        let mut choosing = preview.arrivals.iter_mut().filter_map(Arrival::choosing);
        // The only one that differs is what it is all about.
        if let (Some(only), None) = (choosing.next(), choosing.next()) {
            only.unfolded = true;
        }
        preview
    }

    /// The same, after a change in how one of its assessments is put together; by its place in the file.
    pub fn after(&self, place: usize, change: impl FnOnce(&mut Choosing)) -> Self {
        let mut preview = self.clone();
        if let Some(choosing) = preview.arrivals.get_mut(place).and_then(Arrival::choosing) {
            change(choosing);
        }
        preview
    }

    /// Whether all of it is here already.
    pub fn is_known(&self) -> bool {
        self.arrivals.iter().all(|arrival| arrival.against == Against::Same)
    }

    /// Whether something here would have to be put together with something in the file.
    pub fn differs(&self) -> bool {
        self.arrivals.iter().any(|arrival| matches!(arrival.against, Against::Differs(_) | Against::Changed))
    }

    /// Everything that would be here after putting together now: of what differs, what was chosen stands, and of all
    /// else what was given last.
    pub fn merged(&self, here: &Records, now: Moment) -> Records {
        let mut together = here.clone();
        for Arrival { theirs, against } in &self.arrivals {
            let Some(ours) = together.get_mut(&theirs.id()) else {
                together.insert(theirs.id(), theirs.clone());
                continue;
            };
            match (Rc::make_mut(ours), &**theirs, against) {
                (Record::Assessment(ours), Record::Assessment(theirs), Against::Differs(Choosing { chosen, .. })) => {
                    *ours = ours.put_together(theirs, chosen, now);
                }
                (ours, theirs, _) => ours.merge(theirs),
            }
        }
        together
    }

    /// Everything that would be here after only adding: what differs comes beside what is here, under a new id. What
    /// belongs to a workplace that comes under a new id belongs to that one.
    pub fn added(&self, here: &Records, new_id: impl Fn() -> AssessmentId) -> Records {
        let mut together = here.clone();
        let fresh = |together: &Records| loop {
            // Two copies can begin in one millisecond.
            let id = new_id();
            if together.get(&RecordId::from(&id)).is_none() {
                return id;
            }
        };
        let mut moved: Vec<(WorkplaceId, WorkplaceId)> = Vec::new();
        for Arrival { theirs, against } in &self.arrivals {
            if let (Record::Workplace(theirs), Against::Changed) = (&**theirs, against) {
                let id = WorkplaceId::new(fresh(&together).as_str());
                moved.push((theirs.id.clone(), id.clone()));
                let copy = Record::from(Workplace { id, ..theirs.clone() });
                together.insert(copy.id(), Rc::new(copy));
            }
        }
        for Arrival { theirs, against } in &self.arrivals {
            let mut copy = (**theirs).clone();
            match (&mut copy, against) {
                (_, Against::Same) | (Record::Workplace(_), Against::Changed) => continue,
                (Record::Assessment(copy), Against::Differs(_) | Against::Changed) => copy.id = fresh(&together),
                (_, Against::New | Against::Differs(_)) => {}
            }
            if let Record::Assessment(Assessment { part_of, .. }) = &mut copy
                && let Some(part) = &mut part_of.value
                && let Some((_, new)) = moved.iter().find(|(old, _)| *old == part.workplace)
            {
                part.workplace = new.clone();
            }
            together.insert(copy.id(), Rc::new(copy));
        }
        together
    }

    /// How many records of the file come in, or change something that is here.
    pub fn changing(&self) -> usize {
        self.arrivals.iter().filter(|arrival| arrival.against != Against::Same).count()
    }
}
