//! How the app comes to what is kept: at once, behind a lock, or when another tab lets go of it.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    browser::{
        clock,
        store::{Contents, Opened, Opening, Store, StoreFailed},
    },
    kept::Lock,
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
        match store.read(clock::now()).await {
            Ok(Contents::Open(kept)) => Self::Open(Opened { store, kept }),
            Ok(Contents::Locked) => Self::Locked(store),
            Err(_) => Self::Memory,
        }
    }

    /// The state with which the app starts.
    pub(super) fn apply(&self, mut state: State) -> State {
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

/// The store, also when it opens later.
#[hook]
pub fn use_store(start: &Rc<Start>, dispatch: &Dispatch) -> UseStateHandle<Device> {
    let device = use_state_eq(|| Device::from(&**start));
    {
        let (device, start, dispatch) = (device.clone(), start.clone(), dispatch.clone());
        use_effect_with((), move |()| {
            let Start::Blocked(waiting) = &*start else { return };
            let Some(Opening::Blocked(opening)) = waiting.take() else { return };
            spawn_local(async move {
                let start = match opening.await {
                    Ok(store) => Start::read(store).await,
                    Err(StoreFailed::GivenUp) => Start::Newer,
                    Err(_) => Start::Memory,
                };
                device.set(Device::from(&start));
                dispatch.dispatch(match start {
                    Start::Open(opened) => Action::Opened(opened.kept),
                    Start::Locked(_) => Action::Lock(Lock::Closed),
                    Start::Newer => Action::Stored(Saving::Outdated),
                    Start::Blocked(_) | Start::Memory => Action::Stored(Saving::MemoryOnly),
                });
            });
        });
    }
    device
}
