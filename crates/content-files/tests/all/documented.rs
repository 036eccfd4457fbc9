//! docs/content.md, tried out step by step on a copy of the content, as someone does who reads it and changes nothing else.
//! What the document gives as an example is taken from the document, so that the two cannot part.

use std::fs;

use crate::support::{copy, real};
use assessment::{Answer, Assessment, AssessmentId, Level, Moment, PracticeId, Role, Scope, guide};
use content::{Advise, Ask, Examples, Visit};
use content_files::{Content, PackFile};
use serde::de::DeserializeOwned;
use tempfile::TempDir;

/// The practice that the document adds.
const NEW: &str = "buddy-thanks";

/// A step of the document.
type Step = fn(&Checkout);

/// What an editor has: the content, the house file beside it, and the colours that it is read with.
struct Checkout(TempDir);

impl Checkout {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for part in ["content", "style", "house.toml", "index.html"] {
            copy(&real().join("..").join(part), &folder.path().join(part));
        }
        Self(folder)
    }

    fn after(steps: &[Step]) -> Self {
        let checkout = Self::new();
        steps.iter().for_each(|step| step(&checkout));
        checkout
    }

    fn text(&self, file: &str) -> String {
        fs::read_to_string(self.0.path().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    fn write(&self, file: &str, text: &str) {
        fs::write(self.0.path().join(file), text).unwrap_or_else(|error| panic!("{file}: {error}"));
    }

    fn replace(&self, file: &str, from: &str, to: &str) {
        let text = self.text(file);
        assert!(text.contains(from), "{file} does not hold {from:?}");
        self.write(file, &text.replacen(from, to, 1));
    }

    fn copy(&self, from: &str, to: &str) {
        copy(&self.0.path().join(from), &self.0.path().join(to));
    }

    /// Every fault of the content and of the house file, as it is told.
    fn told(&self) -> Vec<String> {
        let content = content_files::read(&self.0.path().join("content")).err().unwrap_or_default();
        let house = house::ours(self.0.path()).err().unwrap_or_default();
        let root = format!("{}/", self.0.path().display());
        let house = house.iter().map(|fault| fault.to_string().replace(&root, ""));
        content.iter().map(ToString::to_string).chain(house).collect()
    }

    /// A fault names the file and what to do. At most one other is told: that of the file with which it is compared.
    #[track_caller]
    fn tells(&self, file: &str, what: &str, remedy: &str) {
        let told = self.told();
        let tells_so =
            |told: &&String| told.starts_with(&format!("{file}:")) && told.contains(what) && told.contains(remedy);
        assert!(told.iter().any(|told| tells_so(&told)), "no {file}, {what:?} and {remedy:?} in {told:#?}");
        assert!(told.len() <= 2, "{told:#?}");
    }

    #[track_caller]
    fn packs(&self) -> (Content, Vec<PackFile>) {
        let content =
            content_files::read(&self.0.path().join("content")).unwrap_or_else(|faults| panic!("{faults:#?}"));
        let house = house::ours(self.0.path()).unwrap_or_else(|faults| panic!("{faults:#?}"));
        let packs = content.packs(&house).unwrap_or_else(|faults| panic!("{faults:#?}"));
        (content, packs)
    }
}

fn pack<T: DeserializeOwned>(packs: &[PackFile], name: &str) -> T {
    let pack = packs.iter().find(|pack| pack.name == format!("{name}.pack"));
    let pack = pack.unwrap_or_else(|| panic!("there is no pack {name}"));
    content::read(&pack.bytes).unwrap_or_else(|_| panic!("{name} cannot be read"))
}

fn document() -> String {
    fs::read_to_string(real().join("../docs/content.md")).expect("docs/content.md")
}

/// An example of the document: the lines from one on, until the fence below it.
fn example(first: &str) -> String {
    let document = document();
    let lines = document.lines().map(str::trim_start).skip_while(|line| *line != first);
    let lines: Vec<&str> = lines.take_while(|line| *line != "```").collect();
    assert!(lines.len() > 1, "docs/content.md has no example that begins with {first}");
    lines.join("\n") + "\n"
}

/// Copies a practice to the end of its file, under the new name and with a new question.
fn copy_practice(checkout: &Checkout, file: &str, question: Option<&str>) {
    let text = checkout.text(file);
    let start = text.find("[practices.buddy-time]").expect("a practice to copy");
    let end = text.find("[practices.buddy-prepared]").expect("the practice behind it");
    let mut copied = text[start..end].replace("[practices.buddy-time", &format!("[practices.{NEW}"));
    if let Some(question) = question {
        let old = copied.lines().find(|line| line.starts_with("question = ")).expect("a question").to_owned();
        copied = copied.replacen(&old, &format!("question = \"{question}\""), 1);
    }
    checkout.write(file, &format!("{}\n\n{}\n", text.trim_end(), copied.trim_end()));
}

#[test]
fn a_question_is_edited() {
    let (id, question) =
        (PracticeId::new("buddy-named"), "Is there one colleague whom the new colleague can always ask?");
    let edited = Checkout::new();
    let (_, before) = edited.packs();
    let old = pack::<Ask>(&before, "ask.en").practice(&id).expect("it is asked").1.question.to_string();
    let line = |question: &str| format!("question = \"{question}\"");
    edited.replace("content/en/conditions/buddy.toml", &line(&old), &line(question));
    let (_, after) = edited.packs();
    assert_eq!(&*pack::<Ask>(&after, "ask.en").practice(&id).expect("it is still asked").1.question, question);
    // The other language keeps its own words: the check cannot see that they now say something else.
    let dutch = |packs: &[PackFile]| packs.iter().find(|pack| pack.name == "ask.nl.pack").cloned();
    assert_eq!(dutch(&before), dutch(&after));
}

#[test]
fn the_fault_that_the_document_shows_is_told_so() {
    let edited = Checkout::new();
    edited.replace("content/en/conditions/buddy.toml", "\nfind-out = \"", "\nfind-out = \"Is there a score? ");
    // Others add lines above it.
    let without_line = |told: &str| {
        told.split(':').enumerate().filter(|(place, _)| *place != 1).map(|(_, part)| part).collect::<String>()
    };
    let told = edited.told();
    let shown = document().lines().find(|line| line.starts_with("content/en/conditions/buddy.toml:")).map(without_line);
    assert_eq!(told.iter().map(|told| without_line(told)).collect::<Vec<_>>(), Vec::from_iter(shown));
}

/// The steps of 'Add a practice' that a check can see, each with what is told when it alone is left out.
const PRACTICE: [(Step, &str, &str, &str); 8] = [
    (
        |checkout| {
            let block = example("[[conditions.practices]]");
            let next = "[[conditions]]\nid = \"feedback\"";
            checkout.replace("content/model.toml", next, &format!("{block}\n{next}"));
        },
        "content/",
        "Nothing shows 'practices.buddy-thanks",
        "Correct the id, or take it out.",
    ),
    (
        |checkout| copy_practice(checkout, "content/en/conditions/buddy.toml", Some("Do we thank the buddy?")),
        "content/en/conditions/buddy.toml",
        "'practices.buddy-thanks' is missing.",
        "Write it; the others in the file show its shape.",
    ),
    (
        |checkout| copy_practice(checkout, "content/nl/conditions/buddy.toml", Some("Bedanken we de buddy?")),
        "content/nl/conditions/buddy.toml",
        "'practices.buddy-thanks' is missing.",
        "Write it; the others in the file show its shape.",
    ),
    (
        |checkout| copy_practice(checkout, "content/en/views/practitioner/buddy.toml", None),
        "content/en/views/practitioner/buddy.toml",
        "'practices.buddy-thanks' is missing.",
        "Write it; the others in the file show its shape.",
    ),
    (
        |checkout| copy_practice(checkout, "content/nl/views/practitioner/buddy.toml", None),
        "content/nl/views/practitioner/buddy.toml",
        "'practices.buddy-thanks' is missing.",
        "Write it; the others in the file show its shape.",
    ),
    (
        |checkout| copy_practice(checkout, "content/en/views/buddy/buddy.toml", Some("Does anyone thank you?")),
        "content/en/views/buddy/buddy.toml",
        "'practices.buddy-thanks' is missing.",
        "Write it; the others in the file show its shape.",
    ),
    (
        |checkout| copy_practice(checkout, "content/nl/views/buddy/buddy.toml", Some("Bedankt iemand u?")),
        "content/nl/views/buddy/buddy.toml",
        "'practices.buddy-thanks' is missing.",
        "Write it; the others in the file show its shape.",
    ),
    (
        |checkout| checkout.replace("content/example.toml", "[answers]\n", "[answers]\nbuddy-thanks = \"1\"\n"),
        "content/example.toml",
        "The example does not answer 'buddy-thanks'.",
        "Add an answer",
    ),
];

#[test]
fn a_practice_is_added() {
    let (content, packs) = Checkout::after(&PRACTICE.map(|(step, ..)| step)).packs();
    let id = PracticeId::new(NEW);
    let instrument = content.instrument().expect("nothing is told");
    for (code, asked, by_buddy) in [
        ("en", "Do we thank the buddy?", "Does anyone thank you?"),
        ("nl", "Bedanken we de buddy?", "Bedankt iemand u?"),
    ] {
        let ask: Ask = pack(&packs, &format!("ask.{code}"));
        let (practice, words) = ask.practice(&id).expect("it is asked");
        assert_eq!((&*words.question, &ask.instrument), (asked, &instrument));
        assert_eq!(practice.ask, [Role::Manager, Role::Buddy]);
        let visit: Visit = pack(&packs, &format!("visit.{code}"));
        let views = visit.practice(&instrument, &id).expect("others are asked too");
        assert_eq!(views.buddy.as_ref().map(|asked| &*asked.question), Some(by_buddy));
        assert!(pack::<Advise>(&packs, &format!("advise.{code}")).practice(&id).is_some());
        let examples: Examples = pack(&packs, &format!("examples.{code}"));
        let place = instrument.practices().position(|practice| practice.id == id).expect("it is in the model");
        assert_eq!(examples.filled.answers.get(place), Level::from_index(1).map(Answer::Level).as_ref());
        assert!(examples.practice(&id).is_some());
    }

    // What comes first is arranged, and this is not: so it is advised, and it is the only thing.
    let mut assessment = Assessment::begin(AssessmentId::new("a"), instrument.version, Scope::Full, Moment(0));
    for practice in instrument.practices() {
        let level = if practice.id == id { Level::from_index(0) } else { Level::from_index(3) };
        assessment.answers.give(practice.id.clone(), Answer::Level(level.expect("levels are 0 to 3")), Moment(0));
    }
    let advised: Vec<String> =
        guide(&instrument, &assessment).advice.iter().map(|it| it.practice.to_string()).collect();
    assert_eq!(advised, [NEW]);
}

#[test]
fn a_step_that_is_left_out_of_a_practice_is_told_with_its_file_and_what_to_do() {
    for (left_out, (_, file, what, remedy)) in PRACTICE.iter().enumerate() {
        let steps: Vec<Step> =
            (0..PRACTICE.len()).filter(|step| *step != left_out).map(|step| PRACTICE[step].0).collect();
        let checkout = Checkout::after(&steps);
        if left_out > 0 {
            checkout.tells(file, what, remedy);
        } else {
            // Without the model, every file that names the practice is told.
            let told = checkout.told();
            assert_eq!(told.len(), PRACTICE.len() - 1, "{told:#?}");
            let in_vain = |told: &&String| told.starts_with(file) && told.contains(what) && told.contains(remedy);
            assert_eq!(told.iter().filter(in_vain).count(), told.len() - 1, "{told:#?}");
        }
    }
}

#[test]
fn a_practice_that_is_for_management_is_not_asked_of_a_buddy() {
    let checkout = Checkout::after(&PRACTICE.map(|(step, ..)| step));
    let id = format!("id = \"{NEW}\"");
    checkout.replace("content/model.toml", &id, &format!("for-management = true\n{id}"));
    let told = checkout.told();
    assert_eq!(told.len(), 2, "{told:#?}");
    for (told, code) in told.iter().zip(["en", "nl"]) {
        assert!(told.starts_with(&format!("content/{code}/views/buddy/buddy.toml:")), "{told}");
        assert!(told.contains("Nothing shows 'practices.buddy-thanks'. Correct the id, or take it out."), "{told}");
    }
}

#[test]
fn views_and_talks_are_held_against_the_model() {
    let cases = [
        ("views/buddy/buddy.toml", "\nquestion = ", "\n# question = ", "'practices.buddy-named.question' is missing."),
        (
            "views/practitioner/buddy.toml",
            "\n[practices.buddy-named]\n",
            "\n[practices.buddy-named]\nquestion = \"Is there an oak?\"\n",
            "Nothing shows 'practices.buddy-named.question'.",
        ),
        ("visit.toml", "\n[cards.buddy]\n", "\n[cards.oak]\n", "'cards.buddy' is missing."),
        ("visit.toml", "\n[cards.buddy]\n", "\n[cards.oak]\n", "Nothing shows 'cards.oak'."),
        ("visit.toml", "\n[steps.buddy]\n", "\n[steps.oak]\n", "'steps.buddy' is missing."),
        ("visit.toml", "\n[events.new-manager]\n", "\n[events.oak]\n", "'events.new-manager' is missing."),
    ];
    for (file, from, to, what) in cases {
        let checkout = Checkout::new();
        // In both, so that neither language differs from the other.
        ["en", "nl"].iter().for_each(|code| checkout.replace(&format!("content/{code}/{file}"), from, to));
        let told = checkout.told();
        for code in ["en", "nl"] {
            let tells_so = |told: &String| told.starts_with(&format!("content/{code}/{file}:")) && told.contains(what);
            assert!(told.iter().any(tells_so), "{what:?} is not told: {told:#?}");
        }
    }
}

#[test]
fn how_many_questions_there_are_stands_where_the_document_says() {
    let count = content_files::read(&real()).expect("the content has no faults").instrument().expect("nor the model");
    for code in ["en", "nl"] {
        let interface = fs::read_to_string(real().join(code).join("interface.toml")).expect("interface.toml");
        let scope = interface.split("\n[scope]\n").nth(1).and_then(|rest| rest.split("\n[").next()).expect("[scope]");
        assert!(scope.contains(&format!(" {} ", count.practices().count())), "{code}: {scope}");
    }
}

/// The steps of 'Add a language' that a check can see, each with what is told when it alone is left out.
const LANGUAGE: [(Step, &str, &str, &str); 5] = [
    (
        |checkout| checkout.copy("content/en", "content/de"),
        "house.toml",
        "There is no language 'de'",
        "docs/content.md",
    ),
    (
        |checkout| checkout.copy("content/regions/nl/en.toml", "content/regions/nl/de.toml"),
        "content/regions/nl/de.toml",
        "The file cannot be read",
        "the file of the same name in another language shows its shape",
    ),
    (
        |checkout| {
            let words = checkout.text("content/words.toml");
            checkout.write("content/words.toml", &format!("{words}\n{}", example("[de]")));
        },
        "content/words.toml",
        "There is no word list for 'de'.",
        "Add [de] with a 'banned' list",
    ),
    (
        |checkout| checkout.replace("house.toml", "\nlanguages = [", "\nlanguages = [\"de\", "),
        "",
        "nothing: the language is checked, and not offered",
        "",
    ),
    (
        |checkout| checkout.replace("house.toml", "\n[name]\n", "\n[name]\nde = \"Raum zum Wachsen\"\n"),
        "house.toml",
        "The name in 'de' is missing.",
        "Write de = \"...\" there.",
    ),
];

#[test]
fn a_language_is_added() {
    let checkout = Checkout::after(&LANGUAGE.map(|(step, ..)| step));
    checkout.replace("content/de/interface.toml", "\nlanguage = \"English\"", "\nlanguage = \"Deutsch\"");
    let (content, packs) = checkout.packs();
    assert_eq!(content.languages().collect::<Vec<_>>(), ["de", "en", "nl"]);
    assert_eq!(packs.len(), 3 * 8);
    let ask: Ask = pack(&packs, "ask.de");
    assert_eq!((&*ask.language, &*ask.words.get(content::Word::LanguageName)), ("de", "Deutsch"));
    assert_eq!(&*ask.words.get(content::Word::SiteName), "Raum zum Wachsen");
    // Its list of words counts.
    checkout.replace("content/de/conditions/buddy.toml", "\nfind-out = \"", "\nfind-out = \"Ein Patient? ");
    checkout.tells("content/de/conditions/buddy.toml", "says \"Patient\"", "Say instead: neuer Kollege.");
}

#[test]
fn a_step_that_is_left_out_of_a_language_is_told_with_its_file_and_what_to_do() {
    for (left_out, (_, file, what, remedy)) in LANGUAGE.iter().enumerate() {
        let steps: Vec<Step> =
            (0..LANGUAGE.len()).filter(|step| *step != left_out).map(|step| LANGUAGE[step].0).collect();
        let checkout = Checkout::after(&steps);
        if file.is_empty() {
            let (content, packs) = checkout.packs();
            assert_eq!((content.languages().count(), packs.len()), (3, 2 * 8));
        } else {
            checkout.tells(file, what, remedy);
        }
    }
}

#[test]
fn a_language_that_leaves_out_a_text_is_told_where_english_has_it() {
    let checkout = Checkout::after(&LANGUAGE.map(|(step, ..)| step));
    checkout.replace("content/de/cautions.toml", "\ntitle = ", "\n# title = ");
    checkout.tells("content/de/cautions.toml", "missing", "Compare the line with the file of the same name");
    let checkout = Checkout::after(&LANGUAGE.map(|(step, ..)| step));
    checkout.replace("content/de/conditions/buddy.toml", "\nlevel-0 = ", "\n# level-0 = ");
    checkout.tells("content/de/conditions/buddy.toml", "level-0' is missing", "has it: write it here too.");
}

#[test]
fn the_texts_in_the_page_are_those_that_the_document_names() {
    let page = Checkout::new().text("index.html");
    let step = document();
    let step = step.lines().skip_while(|line| !line.starts_with("4. In `index.html`, five texts")).take(3);
    let named = step.collect::<Vec<_>>().join(" ");
    let body = page.split("-->").skip(1).collect::<String>();
    assert_eq!(body.matches("data-language=\"nl\"").count(), 5, "docs/content.md says five");
    for text in ["Without JavaScript", "is starting", "has stopped working", "opens in a tab of its own"] {
        assert!(named.contains(text) && page.contains(text), "{text}: {named}");
    }
    assert!(named.contains("description") && page.contains("name=\"description\" data-language=\"nl\""), "{named}");
}
