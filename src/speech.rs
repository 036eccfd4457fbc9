//! Which voice reads aloud. Only one of the device itself: browsers also offer voices that send what they read to another
//! company, and nothing that stands on a page may leave it.

/// A voice, as the browser describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Its language, such as `nl-NL`; some browsers write `nl_NL`.
    pub language: String,
    /// Whether it speaks on the device.
    pub local: bool,
    /// Whether it is the one that the user has chosen for the device.
    pub preferred: bool,
}

/// What voices there are for a language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Voices {
    /// None.
    #[default]
    None,
    /// Only such as would send the text away.
    RemoteOnly,
    /// One on the device.
    Here,
}

impl Voice {
    fn speaks(&self, language: &str) -> bool {
        self.language.split(['-', '_']).next().is_some_and(|spoken| spoken.eq_ignore_ascii_case(language))
    }
}

/// The place of the voice that reads a language, such as `nl`.
pub fn voice_for(language: &str, voices: &[Voice]) -> Option<usize> {
    let can = |voice: &Voice| voice.local && voice.speaks(language);
    voices.iter().position(|voice| voice.preferred && can(voice)).or_else(|| voices.iter().position(can))
}

/// What voices there are for a language.
pub fn voices_for(language: &str, voices: &[Voice]) -> Voices {
    match voice_for(language, voices) {
        Some(_) => Voices::Here,
        None if voices.iter().any(|voice| voice.speaks(language)) => Voices::RemoteOnly,
        None => Voices::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voice(language: &str, local: bool, preferred: bool) -> Voice {
        Voice { language: language.to_owned(), local, preferred }
    }

    #[test]
    fn only_a_voice_on_the_device_reads() {
        let voices = [voice("nl-NL", false, true), voice("en-GB", true, false)];
        assert_eq!(voice_for("nl", &voices), None);
        assert_eq!(voices_for("nl", &voices), Voices::RemoteOnly);
        assert_eq!(voices_for("en", &voices), Voices::Here);
        assert_eq!(voices_for("de", &voices), Voices::None);
    }

    #[test]
    fn the_one_that_the_user_has_chosen_goes_before_the_first() {
        let voices = [voice("nl-BE", true, false), voice("nl_NL", true, true), voice("en-GB", true, true)];
        assert_eq!(voice_for("nl", &voices), Some(1));
        assert_eq!(voice_for("NL", &voices[..1]), Some(0));
    }

    #[test]
    fn a_language_is_known_by_its_whole_code() {
        assert_eq!(voice_for("nl", &[voice("nld", true, false), voice("n", true, false), voice("", true, true)]), None);
    }
}
