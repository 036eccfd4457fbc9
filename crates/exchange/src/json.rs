//! JSON as it stands in a file, read strictly: no name twice in one object, no great depth, no endless lists.
//!
//! The whole file is read before it is looked at, because what it is (and of which version) may stand anywhere in it.
//! serde's derive reads straight into structs, but then a newer file is refused for its first unknown field rather
//! than for being newer.

use std::{borrow::Cow, cell::Cell, fmt};

use serde::{
    Deserialize,
    de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor},
};
use serde_json::error::Category;

use crate::refusal::{Place, Refusal, fit};

/// No file of ours is nested deeper than 8; what the rescue file keeps of foreign values may be.
const DEEPEST: usize = 64;

/// The most values in a file. A file of ours has one per 13 bytes at the least, so 40 MB never reach this; without it a
/// list of nothing but `[]` would take twenty times its size.
const MOST_VALUES: usize = 4_000_000;

/// A value. Texts without escapes are borrowed from the file.
#[derive(Debug)]
pub(crate) enum Json<'a> {
    Null,
    Bool(bool),
    Whole(u64),
    /// Any other number: none of ours is negative or broken.
    OtherNumber,
    Text(Cow<'a, str>),
    List(Vec<Json<'a>>),
    /// In the order of the names.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

/// Reads one JSON value and nothing behind it.
pub(crate) fn parse(text: &[u8]) -> Result<Json<'_>, Refusal> {
    let watch = Watch { room: Cell::new(MOST_VALUES), refusal: Cell::new(None) };
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    let parsed = Strict { watch: &watch, depth: 0 }.deserialize(&mut deserializer);
    parsed.and_then(|json| deserializer.end().map(|()| json)).map_err(|error| {
        watch.refusal.take().unwrap_or(match error.classify() {
            Category::Eof => Refusal::CutOff,
            _ => Refusal::Damaged,
        })
    })
}

impl<'a> Json<'a> {
    /// What the file says it is.
    pub(crate) fn format(&self) -> Option<&str> {
        self.get("format")?.text()
    }

    /// A value of an object by name.
    pub(crate) fn get(&self, name: &str) -> Option<&Json<'a>> {
        let Self::Object(values) = self else { return None };
        let place = values.binary_search_by(|(other, _)| other.as_ref().cmp(name)).ok()?;
        values.get(place).map(|(_, value)| value)
    }

    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn whole(&self) -> Option<u64> {
        match *self {
            Self::Whole(number) => Some(number),
            _ => None,
        }
    }

    pub(crate) fn list(&self) -> Option<&[Json<'a>]> {
        match self {
            Self::List(values) => Some(values),
            _ => None,
        }
    }

    pub(crate) fn object(&self) -> Option<&[(Cow<'a, str>, Json<'a>)]> {
        match self {
            Self::Object(values) => Some(values),
            _ => None,
        }
    }

    /// The values of an object with no other names than these, in their order.
    pub(crate) fn fields<const N: usize>(
        &self,
        names: [&'static str; N],
        place: &Place<'_>,
    ) -> Result<[Field<'_, 'a>; N], Refusal> {
        let values = self.object().ok_or_else(|| place.refused())?;
        if let Some((unknown, _)) = values.iter().find(|(name, _)| !names.contains(&name.as_ref())) {
            return Err(Refusal::Unknown(fit(unknown)));
        }
        Ok(names.map(|name| Field { name, value: self.get(name) }))
    }
}

/// A named value, which may be missing.
#[derive(Clone, Copy)]
pub(crate) struct Field<'j, 'a> {
    pub(crate) name: &'static str,
    pub(crate) value: Option<&'j Json<'a>>,
}

impl<'j, 'a> Field<'j, 'a> {
    /// What `take` makes of the value; refused if it is missing, or `take` makes nothing of it.
    pub(crate) fn must<T>(self, place: &Place<'_>, take: impl FnOnce(&'j Json<'a>) -> Option<T>) -> Result<T, Refusal> {
        self.value.and_then(take).ok_or_else(|| place.under(self.name).refused())
    }
}

/// What is counted, and what was found, while a file is read.
struct Watch {
    room: Cell<usize>,
    refusal: Cell<Option<Refusal>>,
}

impl Watch {
    /// Stops the reading. The parser only knows that it was stopped; why, is kept here.
    fn stop<E: Error>(&self, refusal: Refusal) -> E {
        self.refusal.set(Some(refusal));
        E::custom("")
    }
}

#[derive(Clone, Copy)]
struct Strict<'w> {
    watch: &'w Watch,
    depth: usize,
}

impl Strict<'_> {
    fn deeper<E: Error>(self) -> Result<Self, E> {
        if self.depth == DEEPEST {
            return Err(self.watch.stop(Refusal::NotOurs));
        }
        Ok(Self { depth: self.depth + 1, ..self })
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Json<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json<'de>, D::Error> {
        let room = self.watch.room.get().checked_sub(1).ok_or_else(|| self.watch.stop(Refusal::NotOurs))?;
        self.watch.room.set(room);
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Json<'de>;

    fn expecting(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<Json<'de>, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Json<'de>, E> {
        Ok(Json::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Json<'de>, E> {
        Ok(Json::Whole(value))
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Json<'de>, E> {
        Ok(Json::OtherNumber)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Json<'de>, E> {
        Ok(Json::OtherNumber)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Owned(value.to_owned())))
    }

    fn visit_borrowed_str<E: Error>(self, value: &'de str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Borrowed(value)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json<'de>, A::Error> {
        let within = self.deeper()?;
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(within)? {
            values.push(value);
        }
        Ok(Json::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Json<'de>, A::Error> {
        let within = self.deeper()?;
        let mut values: Vec<(Cow<'de, str>, Json<'de>)> = Vec::new();
        while let Some(Name(name)) = object.next_key()? {
            values.push((name, object.next_value_seed(within)?));
        }
        values.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        if let Some([(twice, _), _]) = values.array_windows().find(|[(one, _), (next, _)]| one == next) {
            return Err(self.watch.stop(Refusal::Twice(fit(twice))));
        }
        Ok(Json::Object(values))
    }
}

#[derive(Deserialize)]
#[serde(transparent)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);
