//! What the user is doing on the page 'On this device'. One thing at a time; going elsewhere ends it.

use std::{ops::Deref, rc::Rc};

use assessment::{
    Assessment, AssessmentId, Chosen, Date, Differences, Moment, Record, RecordId, Workplace, WorkplaceId,
};
use content::{DeviceWord, Word};
use exchange::Code;
use guard::Finding;
use yew::prelude::*;

use crate::{browser::focus, records::Records, route::Route, state::State};

/// What the user is doing.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Errand {
    /// Nothing yet.
    #[default]
    Nothing,
    /// Something takes a moment.
    Working(Part),
    /// Something is done, or was refused: what is said about it.
    Said(Part, Sentence),
    /// Before a backup: notes that someone should look at.
    LookAtNotes {
        /// What was found, by note.
        notes: Rc<Vec<Doubt>>,
        /// Whether they could be looked through at all: the guard's words may be missing.
        checked: bool,
        /// Whether the backup gets a passphrase.
        sealed: bool,
    },
    /// A passphrase is being chosen, for a file or for the lock.
    ChoosePassphrase(Part, Option<DeviceWord>),
    /// A passphrase is asked for, to open a file.
    AskPassphrase {
        /// The file.
        file: Picked,
        /// Whether one was tried already.
        wrong: bool,
    },
    /// What is in a file, and what it would change.
    LookAtFile(Rc<Preview>),
    /// A calendar file was made, or could not be.
    Calendar(CalendarFile),
    /// A candidate's file was made, or could not be.
    HandedOver(HandedOver),
    /// A link was made, or could not be.
    Link(Rc<MadeLink>),
    /// The file that was to hold what a candidate shared, in the round of this day, holds nothing of that kind.
    NothingShared(Date),
}

/// What the user is doing, for those who draw it and change it. On the first pages nothing is done that takes steps.
#[derive(Clone, Default)]
pub struct Errands(Option<UseStateHandle<Errand>>);

impl Errands {
    /// What the user does in the page that is open.
    pub fn of(handle: &UseStateHandle<Errand>) -> Self {
        Self(Some(handle.clone()))
    }

    /// Does something else from now on.
    pub fn set(&self, errand: Errand) {
        if let Some(handle) = &self.0 {
            handle.set(errand);
        }
    }
}

impl Deref for Errands {
    type Target = Errand;

    fn deref(&self) -> &Errand {
        self.0.as_deref().unwrap_or(&Errand::Nothing)
    }
}

/// What became of a candidate's file: its name, if the browser took it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedOver(pub Option<String>);

/// What became of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeLink {
    /// What it carries.
    pub of: AssessmentId,
    /// The whole address, if it could be made.
    pub address: Option<String>,
    /// The same for a camera, if it is not too fine for one.
    pub code: Option<Code>,
    /// What came of passing it on; `None` as long as nobody tried, and after sharing it.
    pub passed: Option<Passed>,
}

/// What came of passing a link on, as far as there is something to say about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passed {
    /// It can be pasted.
    Copied,
    /// The browser did not copy it.
    NotCopied,
    /// The browser did not share it.
    NotShared,
}

/// What became of a calendar file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarFile {
    /// Its name, if the browser took it.
    pub name: Option<String>,
    /// How many own steps stand in it without their words, because these may not be for every eye.
    pub kept_back: usize,
    /// Whether the words of own steps could be looked through.
    pub checked: bool,
}

/// A sentence about keeping: its key and what fills its gaps. Not its text, so that it follows the language.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// Which one.
    pub word: DeviceWord,
    /// What fills its gaps, by their names.
    pub values: Vec<(&'static str, String)>,
}

impl From<DeviceWord> for Sentence {
    fn from(word: DeviceWord) -> Self {
        Self { word, values: Vec::new() }
    }
}

impl Sentence {
    /// A sentence with one gap.
    pub fn with(word: DeviceWord, name: &'static str, value: impl ToString) -> Self {
        Self { word, values: vec![(name, value.to_string())] }
    }
}

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What is kept here.
    Kept,
    /// Backups.
    Backup,
    /// Opening a file.
    Open,
    /// The lock, or opening it.
    Lock,
    /// Wiping.
    Wipe,
}

impl Part {
    /// The id of its heading.
    pub fn id(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Backup => "backup",
            Self::Open => "open",
            Self::Lock => "lock",
            Self::Wipe => "wipe",
        }
    }
}

impl Errand {
    /// The part of the page where it happens.
    pub fn part(&self) -> Option<Part> {
        match self {
            Self::Nothing | Self::Calendar(_) | Self::HandedOver(_) | Self::Link(_) | Self::NothingShared(_) => None,
            Self::Working(part) | Self::Said(part, _) | Self::ChoosePassphrase(part, _) => Some(*part),
            Self::LookAtNotes { .. } => Some(Part::Backup),
            Self::AskPassphrase { .. } | Self::LookAtFile(_) => Some(Part::Open),
        }
    }
}

/// A note in which the privacy guard found something.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubt {
    /// The page on which it stands.
    pub route: Route,
    /// What it is about: the practice's title, or the plan.
    pub practice: String,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// A file that the user picked.
#[derive(Clone, Debug, PartialEq)]
pub struct Picked {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub bytes: Rc<Vec<u8>>,
}

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

/// What comes of a step on the page 'On this device' has the focus; going elsewhere ends what was begun there.
#[hook]
pub fn use_errand(errand: &UseStateHandle<Errand>, route: &Route) {
    let last = use_mut_ref(Errand::default);
    use_effect_with((**errand).clone(), move |errand| {
        let before = last.replace(errand.clone());
        if matches!((&before, errand), (Errand::LookAtFile(_), Errand::LookAtFile(_))) {
            // Something was chosen in it: the focus stays there.
        } else if *errand != Errand::Nothing {
            // The field in which something is asked, or else what is said.
            if !focus::on("[data-errand] input.field") {
                focus::on("[data-errand]");
            }
        } else if let Some(part) = before.part().filter(|_| focus::is_lost()) {
            // What was pressed to leave it is gone: one stays in its part of the page.
            if !focus::on(["#", part.id()].concat().as_str()) {
                focus::on("h1");
            }
        }
    });
    let errand = errand.clone();
    use_effect_with(route.clone(), move |_| errand.set(Errand::Nothing));
}

/// What is wrong in a form has the focus when it comes, and the tab says so as long as it stands there. Which form has
/// faults is known to the forms alone, so it is read from the page.
#[hook]
pub fn use_faults(state: &State) {
    let site = state.library.ask.words.get(Word::SiteName);
    let last = use_mut_ref(|| None);
    use_effect(move || {
        let told = focus::faults_told();
        if *last.borrow() != told {
            focus::name_page(&site);
            focus::on_faults();
            last.replace(told);
        }
    });
}
