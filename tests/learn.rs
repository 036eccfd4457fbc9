//! Search in what there is to read: people's own words, in both languages and with slips of the keys, find what is meant.

use std::path::Path;

use content::{Advise, Ask, Learn, LearnWord};
use room_to_grow::findable::{Findable, findables};
use search::Index;

struct Words {
    ask: Ask,
    advise: Advise,
    learn: Learn,
}

impl Words {
    fn of(language: &str) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let content = content_files::read(&root.join("content")).expect("the content has no faults");
        let packs = content.packs(&house::ours(root).expect("our house style")).expect("the packs");
        let bytes = |name: &str| {
            let name = format!("{name}.{language}.pack");
            packs.iter().find(|pack| pack.name == name).expect("a pack of each language").bytes.clone()
        };
        Self {
            ask: content::read(&bytes("ask")).expect("the questions"),
            advise: content::read(&bytes("advise")).expect("the advice"),
            learn: content::read(&bytes("learn")).expect("the pages"),
        }
    }

    fn all(&self) -> Vec<Findable<'_>> {
        findables(&self.ask, &self.advise, &self.learn)
    }

    /// The addresses of what is found for some words, the likeliest first.
    fn find(&self, words: &str) -> Vec<String> {
        let all = self.all();
        let entries: Vec<_> = all.iter().map(|one| one.entry()).collect();
        Index::of(&entries).find(words).into_iter().map(|place| all[place].route().href()).collect()
    }

    /// Among the first three is what is meant: nobody reads on.
    #[track_caller]
    fn finds(&self, words: &str, address: &str) {
        let found = self.find(words);
        assert!(found.iter().take(3).any(|one| one == address), "'{words}' finds {:?}", &found[..found.len().min(5)]);
    }
}

#[test]
fn english_words_with_and_without_slips_find_what_is_meant() {
    let words = Words::of("en");
    for (typed, address) in [
        ("buddy", "#/learn/glossary/buddy"),
        ("budy", "#/learn/glossary/buddy"),
        ("job carvign", "#/learn/glossary/job-carving"),
        ("four ways of learning", "#/learn/ways"),
        ("dislosure", "#/learn/glossary/openness"),
        ("what may i ask", "#/learn/openness"),
        ("mentor", "#/learn/glossary/buddy"),
        ("wage subsidy", "#/learn/glossary/wage-subsidy"),
        ("feedbck", "#/learn/glossary/feedback"),
        ("randomised controlled trial", "#/learn/glossary/trial"),
    ] {
        words.finds(typed, address);
    }
}

#[test]
fn dutch_words_with_and_without_slips_find_what_is_meant() {
    let words = Words::of("nl");
    for (typed, address) in [
        ("maatje", "#/learn/glossary/buddy"),
        ("proefplatsing", "#/learn/glossary/trial-placement"),
        ("no risk polis", "#/learn/glossary/no-risk"),
        ("vier manieren van leren", "#/learn/ways"),
        ("openhied", "#/learn/glossary/openness"),
        ("evaluatie", "#/learn/glossary/look-back-talk"),
        ("bedrijfsart", "#/learn/glossary/occupational-physician"),
        ("AVG", "#/learn/glossary/health-information"),
        ("praktijkleren", "#/learn/glossary/skills-statement"),
    ] {
        words.finds(typed, address);
    }
}

#[test]
fn every_question_and_every_scheme_is_found_by_its_own_title() {
    for language in ["en", "nl"] {
        let words = Words::of(language);
        let all = words.all();
        let entries: Vec<_> = all.iter().map(|one| one.entry()).collect();
        let index = Index::of(&entries);
        let kinds = [LearnWord::KindQuestion, LearnWord::KindScheme];
        let asked = all.iter().enumerate().filter(|(_, one)| kinds.contains(&one.kind()));
        let (mut questions, mut lost) = (0, Vec::new());
        for (place, one) in asked {
            questions += usize::from(one.kind() == LearnWord::KindQuestion);
            if !index.find(one.title()).iter().take(5).any(|found| *found == place) {
                lost.push(one.title());
            }
        }
        assert_eq!(questions, words.ask.instrument.practices().count());
        assert!(lost.is_empty(), "not among the first five for their own title: {lost:?}");
    }
}

#[test]
fn what_nothing_is_about_finds_nothing() {
    assert!(Words::of("en").find("zyzzyva quokka").is_empty());
}

#[test]
fn whatever_is_found_says_what_it_is_about() {
    for language in ["en", "nl"] {
        for one in Words::of(language).all() {
            assert!(!one.line().is_empty(), "{} says nothing", one.title());
            assert!(!one.line().contains('{'), "nothing fills '{}'", one.line());
        }
    }
}
