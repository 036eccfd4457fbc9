//! Diagnoses, medicines, and other words about someone's health.
//!
//! Some words count in every sentence ('schizofrenie'), some only in a sentence about one person ('opname'). Talk in
//! general beside a word ('cursus over ...') takes its weight. With a 'he' or 'she', or a name, in the sentence, that
//! talk has to be closer by.

use std::ops::Range;

use crate::{Kind, findings::Span, lexicon::Hit, list::List, reading::Reading};

/// How many words before and after a word talk in general reaches.
const WIDE: (usize, usize) = (9, 4);
/// The same in a sentence about one person.
const CLOSE: (usize, usize) = (3, 1);

/// About whom a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum About {
    /// No one in particular.
    Nobody,
    /// 'The colleague', or a note that leaves out 'he': someone, but in a rule it may be anyone.
    Somebody,
    /// 'He', or a name.
    OnePerson,
}

/// The words about health, with the names that were found before.
pub fn find(reading: &Reading, names: &[Range<usize>]) -> Vec<Span> {
    let generals = Generals::of(reading);
    let mut aside = vec![false; reading.tokens.len()];
    for hit in reading.hits.iter().filter(|hit| hit.list == List::Harmless) {
        aside[hit.from..hit.to].fill(true);
    }
    let abouts = abouts(reading, names);
    let mut spans = Vec::new();
    let mut hits = reading.hits.iter().peekable();
    for (sentence, about) in reading.sentences.iter().zip(abouts) {
        let reach = if about == About::OnePerson { CLOSE } else { WIDE };
        for hit in std::iter::from_fn(|| hits.next_if(|hit| hit.from < sentence.end)) {
            let Some((kind, sure)) = weight(hit.list) else { continue };
            let meant = !aside[hit.from..hit.to].contains(&true) && !generals.beside(reading, hit, sentence, reach);
            if meant && (sure || about > About::Nobody) {
                spans.push(reading.span(kind, hit.from..hit.to));
            }
        }
    }
    spans
}

/// What a list is about, and whether its words count in every sentence.
fn weight(list: List) -> Option<(Kind, bool)> {
    Some(match list {
        List::Diagnosis => (Kind::Diagnosis, true),
        List::DiagnosisOfSomeone => (Kind::Diagnosis, false),
        List::Medicine => (Kind::Medicine, true),
        List::MedicineOfSomeone => (Kind::Medicine, false),
        List::Health => (Kind::Health, true),
        List::HealthOfSomeone => (Kind::Health, false),
        _ => return None,
    })
}

/// About whom each sentence is. Beside a sentence about one person, the others of the note are about somebody too.
fn abouts(reading: &Reading, names: &[Range<usize>]) -> Vec<About> {
    let mut names = names.iter().peekable();
    let mut abouts = Vec::new();
    for sentence in &reading.sentences {
        let named = std::iter::from_fn(|| names.next_if(|name| name.start < sentence.end)).count() > 0;
        abouts.push(about(reading, sentence, named));
    }
    if abouts.contains(&About::OnePerson) {
        abouts.iter_mut().for_each(|about| *about = (*about).max(About::Somebody));
    }
    abouts
}

fn about(reading: &Reading, sentence: &Range<usize>, named: bool) -> About {
    let has = |list| sentence.clone().any(|at| reading.begins(at, &[list]));
    if named || has(List::Person) {
        About::OnePerson
    } else if has(List::Role) || leaves_out_the_person(reading, sentence) {
        About::Somebody
    } else {
        About::Nobody
    }
}

/// 'Heeft een terugval gehad', 'naar de dokter, komt later': a verb in front, or after a comma, with no one named right
/// after it. In a question the verb stands in front as well.
fn leaves_out_the_person(reading: &Reading, sentence: &Range<usize>) -> bool {
    let opens = |at: &usize| *at == sentence.start || reading.gap(*at).contains(',');
    let verb = |at: &usize| reading.begins(*at, &[List::Opening]);
    let named = |at: usize| reading.inside(at, &[List::Subject, List::Role, List::Staff]);
    !reading.is_question(sentence) && sentence.clone().filter(opens).filter(verb).any(|at| !named(at + 1))
}

/// Where talk in general stands.
struct Generals {
    /// Per token, the last token up to it that ends such talk, and the first from it on that begins it.
    before: Vec<Option<usize>>,
    after: Vec<Option<usize>>,
}

impl Generals {
    fn of(reading: &Reading) -> Self {
        let count = reading.tokens.len();
        let mut before = vec![None; count];
        let mut after = vec![None; count];
        for hit in reading.hits.iter().filter(|hit| hit.list == List::General) {
            before[hit.to - 1] = Some(hit.to - 1);
            after[hit.from] = Some(hit.from);
        }
        for at in 1..count {
            before[at] = before[at].or(before[at - 1]);
        }
        for at in (1..count).rev() {
            after[at - 1] = after[at - 1].or(after[at]);
        }
        Self { before, after }
    }

    /// Whether such talk stands so many words before or after a hit, in its sentence. A comma ends what it says about
    /// words before it.
    fn beside(&self, reading: &Reading, hit: &Hit, sentence: &Range<usize>, reach: (usize, usize)) -> bool {
        let before = self.before.get(hit.to - 1).copied().flatten();
        let after = self.after.get(hit.from).copied().flatten();
        before.is_some_and(|at| at >= sentence.start && at + reach.0 >= hit.from)
            || after.is_some_and(|at| at < sentence.end && at < hit.to + reach.1 && !reading.has_comma(hit.to..at + 1))
    }
}
