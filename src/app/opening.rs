//! How the app comes to what is kept: at once, behind a lock, or when another tab lets go of it.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    browser::{
        clock, mark,
        store::{Contents, Opened, Opening, Store, StoreFailed},
    },
    kept::Lock,
    parts::Found,
    state::{Action, Saving, State},
    view::Dispatch,
};

/// What is kept on this device, or why it cannot be read yet.
pub enum Start {
    /// It can be read.
    Open(Opened),
    /// The passphrase has to be given first.
    Locked(Store),
    /// Another tab has to let go of it first.
    Blocked(RefCell<Option<Opening>>),
    /// Nothing can be kept: the app works in memory, and says so.
    Memory,
    /// A newer version of the app keeps it: this one works in memory, and says so.
    Newer,
}

impl Start {
    /// Opens the store and reads it.
    pub async fn find() -> Self {
        match Store::open().await {
            Opening::Open(store) => Self::read(store).await,
            Opening::Nothing => Self::Memory,
            Opening::Newer => Self::Newer,
            blocked @ Opening::Blocked(_) => Self::Blocked(RefCell::new(Some(blocked))),
        }
    }

    async fn read(store: Store) -> Self {
        let contents = store.read(clock::now()).await;
        mark::set(!matches!(&contents, Ok(Contents::Open(kept)) if kept.is_empty()));
        match contents {
            Ok(Contents::Open(kept)) => Self::Open(Opened { store, kept }),
            Ok(Contents::Locked) => Self::Locked(store),
            Err(_) => Self::Memory,
        }
    }

    /// Tells a state that went on without it.
    fn tell(&self, dispatch: &Dispatch) {
        Device::from(self).become_current();
        dispatch.dispatch(match self {
            Self::Open(opened) => Action::Opened(opened.kept.clone()),
            Self::Locked(_) => Action::Lock(Lock::Closed),
            Self::Newer => Action::Stored(Saving::Outdated),
            Self::Blocked(_) | Self::Memory => Action::Stored(Saving::MemoryOnly),
        });
    }

    /// The state with which the app starts.
    fn apply(&self, mut state: State) -> State {
        match self {
            Self::Open(opened) => state.open(&opened.kept),
            Self::Locked(_) => state.lock = Lock::Closed,
            Self::Blocked(_) => state.saving = Saving::Blocked,
            Self::Memory => state.saving = Saving::MemoryOnly,
            Self::Newer => state.saving = Saving::Outdated,
        }
        state
    }
}

/// The store as far as it is open.
#[derive(Clone, PartialEq, Default)]
pub enum Device {
    /// There is none, or not yet.
    #[default]
    Nothing,
    /// It is behind a lock.
    Locked(Store),
    /// It can be read.
    Open(Opened),
}

impl Device {
    /// The store and what it held, once it can be read.
    pub fn opened(&self) -> Option<&Opened> {
        match self {
            Self::Open(opened) => Some(opened),
            Self::Nothing | Self::Locked(_) => None,
        }
    }

    /// The store, locked or not.
    pub fn store(&self) -> Option<&Store> {
        match self {
            Self::Open(Opened { store, .. }) | Self::Locked(store) => Some(store),
            Self::Nothing => None,
        }
    }
}

impl From<&Start> for Device {
    fn from(start: &Start) -> Self {
        match start {
            Start::Open(opened) => Self::Open(opened.clone()),
            Start::Locked(store) => Self::Locked(store.clone()),
            Start::Blocked(_) | Start::Memory | Start::Newer => Self::Nothing,
        }
    }
}

thread_local! {
    /// There is one store to a page, and one answer to what it holds.
    static DEVICE: RefCell<Device> = const { RefCell::new(Device::Nothing) };
    /// What was found before the first page was drawn; `None` where the page did not wait for it.
    static FOUND: RefCell<Option<Rc<Start>>> = const { RefCell::new(None) };
}

impl Device {
    /// The store of this page, as far as it is open.
    pub fn current() -> Self {
        DEVICE.with_borrow(Clone::clone)
    }

    /// From now on the store is this far open. Whoever calls it tells the state, too: nothing is drawn by it.
    pub fn become_current(self) {
        DEVICE.set(self);
    }
}

/// Finds what is kept before the first page is drawn, for those who have something here.
pub async fn find() -> Found {
    let start = Rc::new(Start::find().await);
    Device::from(&*start).become_current();
    FOUND.set(Some(start.clone()));
    Box::new(move |state| start.apply(state))
}

/// The store: found before the first page, or looked for now; also when it opens later. Gives back whether it is known what the
/// device holds, or that this is not to be known yet.
#[hook]
pub fn use_store(dispatch: &Dispatch) -> bool {
    let dispatch = dispatch.clone();
    let known = use_state_eq(|| false);
    let is_known = *known;
    use_effect_with((), move |()| {
        spawn_local(async move {
            let start = match FOUND.take() {
                Some(found) => {
                    known.set(true);
                    let Start::Blocked(_) = &*found else { return };
                    found
                }
                None => {
                    let start = Rc::new(Start::find().await);
                    known.set(true);
                    if !matches!(*start, Start::Blocked(_)) {
                        return start.tell(&dispatch);
                    }
                    dispatch.dispatch(Action::Stored(Saving::Blocked));
                    start
                }
            };
            let Start::Blocked(waiting) = &*start else { return };
            let Some(Opening::Blocked(opening)) = waiting.take() else { return };
            let start = match opening.await {
                Ok(store) => Start::read(store).await,
                Err(StoreFailed::GivenUp) => Start::Newer,
                Err(_) => Start::Memory,
            };
            start.tell(&dispatch);
        });
    });
    is_known
}
