//! Warns when a note seems to say something about a person.
