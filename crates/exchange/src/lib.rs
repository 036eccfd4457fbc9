//! What goes out of a device and comes back: files, and what a lock makes of the records in the store.
//!
//! | | written by | holds |
//! |---|---|---|
//! | the JSON file ([`write()`], [`read()`]) | the user, as a backup | assessments, workplaces; people can read it |
//! | the sealed file ([`sealed`]) | the user, with a passphrase | a JSON file, encrypted |
//! | the rescue file ([`rescue`]) | the page, after the app has stopped | the records of the store as they are |
//! | the link ([`link`]) | the user, for another device | one view: situation and answers |
//! | the lock and its records ([`lock`]) | the store, when it is locked | the same, encrypted |
//!
//! All of them are described byte by byte in `docs/file-format.md`. Nothing in here encrypts or decrypts: the browser
//! does that. Nothing in here knows a browser, a clock or a language either, and so all of it is tested natively.
//!
//! **Whatever bytes come in, records come out whole or a [`Refusal`] does.** A file is a stranger: it may be of
//! another program, cut off, altered, or made to do harm. Nothing is ever taken over in part.
//!
//! ```
//! use assessment::{Assessment, AssessmentId, Moment, Scope};
//! use exchange::{File, Known, open, write};
//!
//! let known = Known { instrument: 1, practices: vec![], conditions: vec![] };
//! let begun = Assessment::begin(AssessmentId::new("k3x9"), 1, Scope::Quick, Moment(1_795_219_200_000)).into();
//! let text = write(std::slice::from_ref(&begun), Moment(1_795_222_800_000));
//! match open(text.as_bytes(), &known) {
//!     Ok(File::Plain(opened)) => assert_eq!(opened.records, [begun]),
//!     Ok(File::Sealed(_)) => { /* ask for the passphrase, decrypt, and read what comes out */ }
//!     Ok(File::Rescue(_)) => { /* the same, if the store was locked */ }
//!     Err(refusal) => { /* say why; nothing has changed */ }
//! }
//! ```
#![warn(missing_docs)]

mod bits;
mod code;
mod json;
mod key;
mod known;
mod layout;
pub mod link;
pub mod lock;
mod offer;
mod plain;
mod refusal;
pub mod rescue;
pub mod sealed;
mod timestamp;

pub use code::Code;
pub use key::{ALLOWED_ITERATIONS, ITERATIONS, Iv, Salt};
pub use known::Known;
pub use link::{Link, LinkRefusal};
pub use offer::{LinkOffer, Offer};
pub use plain::{MOST_MINUTES, MOST_RECORDS, Opened, read, read_shared, write, write_shared};
pub use refusal::Refusal;
pub use rescue::Rescue;
pub use sealed::Sealed;

use json::Json;
use refusal::Place;

/// The largest file that is read, in bytes. Thousands of assessments fit in; what is larger is not one of ours, and
/// would only stop a small tablet.
pub const MOST_BYTES: usize = 40_000_000;

/// Whether a file of so many records and bytes can be opened again.
pub fn can_be_opened(records: usize, bytes: usize) -> bool {
    records <= MOST_RECORDS && bytes <= MOST_BYTES
}

/// A file that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum File<'a> {
    /// The JSON file: everything is here.
    Plain(Opened),
    /// The sealed file: it takes the passphrase. What comes out of it when it is decrypted goes to [`read`].
    Sealed(Sealed<'a>),
    /// The rescue file. If the store was locked, it takes the passphrase too.
    Rescue(Rescue),
}

/// Opens a file of any kind that we write.
///
/// # Errors
///
/// [`Refusal`], with the reason. Then nothing of the file is taken over.
pub fn open<'a>(bytes: &'a [u8], known: &Known) -> Result<File<'a>, Refusal> {
    if sealed::is_sealed(bytes) {
        return sealed::parse(bytes).map(File::Sealed);
    }
    let document = document(bytes)?;
    match document.format() {
        Some(plain::FORMAT) => plain::from_document(&document, known).map(File::Plain),
        Some(rescue::FORMAT) => rescue::from_document(&document, known).map(File::Rescue),
        _ => Err(Refusal::NotOurs),
    }
}

/// Reads the JSON of a file, before anything is known about what it says.
fn document(bytes: &[u8]) -> Result<Json<'_>, Refusal> {
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::TooLarge { most: MOST_BYTES });
    }
    // Some editors put a byte order mark before UTF-8.
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if text.trim_ascii().is_empty() {
        return Err(Refusal::Empty);
    }
    // A broken file is told to be broken only if it can be seen to be ours: else the trouble is another one.
    json::parse(text).map_err(|refusal| if seems_ours(text) { refusal } else { Refusal::NotOurs })
}

/// The version of a file; a newer one is refused. This comes before anything else is looked at: a newer file may hold
/// what is not known here.
fn allow_version(document: &Json<'_>, newest: u64) -> Result<u64, Refusal> {
    match document.get("version").and_then(Json::whole) {
        Some(version) if version > newest => Err(Refusal::Newer),
        Some(version) if version >= 1 => Ok(version),
        _ => Err(Place::FILE.under("version").refused()),
    }
}

/// Whether JSON that cannot be read was once ours: it says so somewhere, or it ends before it could.
fn seems_ours(text: &[u8]) -> bool {
    const BEGINNING: &[u8] = b"{\"format\":\"room-to-grow";
    // The names of all our formats begin like this.
    const NAME: &[u8] = b"\"room-to-grow";
    let mut beginning = BEGINNING.iter();
    let mut seen = text.iter().filter(|byte| !byte.is_ascii_whitespace());
    seen.all(|byte| beginning.next() == Some(byte)) || text.windows(NAME.len()).any(|window| window == NAME)
}
