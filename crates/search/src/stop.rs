//! Words that say nothing by themselves, in Dutch and English: whoever types 'wat doet een buddy' means 'buddy'. They stand
//! here and not in the content, because a language does without: words that are everywhere weigh little there too.

/// As they are compared: small letters, no accents, no apostrophes.
const WORDS: &[&str] = &[
    // Dutch
    "aan", "als", "bij", "dan", "dat", "de", "den", "deze", "die", "dit", "doe", "doen", "doet", "door", "dus", "een",
    "en", "er", "geen", "gaat", "had", "heb", "hebben", "heeft", "het", "hij", "hoe", "hun", "iemand", "iets", "ik",
    "in", "is", "je", "jij", "kan", "kun", "kunnen", "kunt", "maar", "mag", "me", "men", "met", "mij", "mijn", "moet",
    "moeten", "na", "naar", "niet", "nog", "nu", "of", "om", "ons", "onze", "ook", "op", "over", "te", "ten", "ter",
    "tot", "u", "uit", "uw", "van", "voor", "waar", "waarom", "wanneer", "was", "wat", "we", "wel", "welke", "wie",
    "wij", "wil", "word", "worden", "wordt", "ze", "zelf", "zich", "zij", "zijn", "zo", "zou",
    // English; some, such as 'in' and 'is', are above already.
    "a", "about", "an", "and", "are", "as", "at", "be", "by", "can", "do", "does", "for", "from", "has", "have", "how",
    "i", "if", "it", "its", "must", "my", "not", "on", "or", "our", "should", "someone", "that", "the", "their",
    "they", "this", "to", "what", "when", "where", "which", "who", "why", "with", "you", "your",
];

/// Whether a word says nothing by itself.
pub fn is_stop(word: &str) -> bool {
    WORDS.contains(&word)
}
