//! Every bar for the content (W1 to W4): break one thing in a copy of the real files, and see how it is told.
//!
//! Others change the texts all the time, so an edit looks for a key or an id and never for a text. A text is changed
//! by writing in front of it, and a key is taken out by making it a comment.

use crate::support::{Edited, ours, unbroken};
use assessment::Practice;
use content::{
    Advise, Ask, Damaged, Device, DeviceWord, Examples, Key, Learn, LearnWord, PlanWord, Planning, Take, TakeWord,
    Visit, WorkplaceWord,
};

const MODEL: &str = "model.toml";
const REGION: &str = "regions/nl/region.toml";
const BUDDY_EN: &str = "en/conditions/buddy.toml";
const BUDDY_NL: &str = "nl/conditions/buddy.toml";

// W1: every text in every language.

#[test]
fn a_text_that_a_practice_needs() {
    let broken = Edited::new().replace(BUDDY_NL, "\nfind-out =", "\n# find-out =");
    let practice = broken.line(BUDDY_NL, "[practices.");
    broken.tells_at(&[(BUDDY_NL, practice)], "find-out");
}

#[test]
fn a_text_that_one_language_lacks() {
    let broken = Edited::new().replace(BUDDY_NL, "\nlevel-0 =", "\n# level-0 =");
    broken.tells_at(&[(BUDDY_NL, 1)], "level-0' is missing");
}

#[test]
fn a_text_that_only_one_language_has() {
    let broken = Edited::new().replace(BUDDY_EN, "\nlevel-0 =", "\n# level-0 =");
    let extra = broken.line(BUDDY_NL, "level-0 =");
    broken.tells_at(&[(BUDDY_NL, extra)], "level-0' is not in content/en");
}

#[test]
fn other_placeholders() {
    Edited::new().replace("nl/interface.toml", "\nskip = \"", "\nskip = \"{count} ").tells("other placeholders");
}

#[test]
fn a_placeholder_that_nothing_fills() {
    let from = "\nfind-out = \"";
    Edited::new().replace_in_both("conditions/buddy.toml", from, "\nfind-out = \"{buddy} ").tells("{buddy}");
}

#[test]
fn a_placeholder_that_is_filled_only_in_another_file() {
    Edited::new().replace_in_both("interface.toml", "\nskip = \"", "\nskip = \"{file} ").tells("{file}");
    Edited::new().replace_in_both("device.toml", "\nlabel = \"", "\nlabel = \"{answered} ").tells("{answered}");
    Edited::new().replace_in_both("plan.toml", "\nlead = \"", "\nlead = \"{size} ").tells("{size}");
    // The name of the product is filled in the files of the frame alone.
    let from = "\nfind-out = \"";
    Edited::new().replace_in_both("conditions/buddy.toml", from, "\nfind-out = \"{product} ").tells("{product}");
    assert!(Edited::new().replace_in_both("plan.toml", "\nlead = \"", "\nlead = \"{product} ").faults().is_empty());
}

#[test]
fn an_empty_text() {
    Edited::new().replace("nl/cautions.toml", "\ntitle = \"", "\ntitle = \" \" # \"").tells("is empty");
}

#[test]
fn a_misspelt_key() {
    let broken = Edited::new().replace(BUDDY_EN, "\nfind-out =", "\noak =").replace(BUDDY_NL, "\nlevel-0 =", "\noak =");
    broken.replace(REGION, "\nstatus =", "\noak =").tells("`oak`");
}

#[test]
fn a_file_that_is_not_toml() {
    let broken = Edited::new().replace(BUDDY_EN, "\n[practices.", "\n[practices..");
    broken.replace("words.toml", "\n[en]", "\n[en.]").tells("key");
}

#[test]
fn too_few_levels() {
    let broken = Edited::new().replace(BUDDY_EN, "levels = [\n", "levels = [\n#");
    let levels = broken.line(BUDDY_EN, "levels = [");
    broken.tells_at(&[(BUDDY_EN, levels)], "4");
}

#[test]
fn a_missing_file() {
    let files = [BUDDY_EN, "nl/learning.toml", "regions/nl/nl.toml", "sources.toml"];
    files.iter().fold(Edited::new(), |broken, file| broken.remove(file)).tells_at(&files.map(|file| (file, 1)), "read");
}

#[test]
fn a_file_of_a_condition_that_does_not_exist() {
    let stray = "nl/conditions/budy.toml";
    Edited::new().copy(BUDDY_NL, stray).tells_at(&[(stray, 1)], "'budy'");
}

#[test]
fn a_word_of_the_frame_that_is_missing() {
    let files = ["device.toml", "guidance.toml", "interface.toml", "plan.toml"];
    let broken = files.iter().fold(Edited::new(), |b, file| b.replace_in_both(file, "\ntitle =", "\n# title ="));
    let told = ["en", "nl"].map(|code| files.map(|file| format!("{code}/{file}"))).concat();
    let told: Vec<(&str, usize)> = told.iter().map(|file| (file.as_str(), 1)).collect();
    broken.tells_at(&told, "title' is missing");
}

#[test]
fn a_text_that_nothing_shows() {
    Edited::new()
        .replace_in_both("interface.toml", "\n[site]\n", "\n[site]\noak = \"Oak\"\n")
        .replace_in_both("guidance.toml", "\n[page]\n", "\n[page]\noak = \"Oak\"\n")
        .replace_in_both("device.toml", "\n[page]\n", "\n[page]\noak = \"Oak\"\n")
        .replace_in_both("plan.toml", "\n[page]\n", "\n[page]\noak = \"Oak\"\n")
        .replace_in_both("workplace.toml", "\n[list]\n", "\n[list]\noak = \"Oak\"\n")
        .replace_in_both("profile.toml", "\n[stage.options]\n", "\n[stage.options]\noak = \"Oak\"\n")
        .replace_in_both("cautions.toml", "\n[", "\noak = { title = \"Oak\", text = \"Oak\" }\n\n[")
        .tells("oak'");
}

#[test]
fn a_rung_or_an_event_that_names_no_practice_of_ours() {
    Edited::new().replace(MODEL, "[ladder]\nstarter = [\"tasks-clear\"", "[ladder]\nstarter = [\"oak\"").tells("'oak'");
    Edited::new().replace(MODEL, "new-manager = [\"open-no", "new-manager = [\"oak").tells("'oak");
}

#[test]
fn a_language_more_is_a_matter_of_files() {
    let content = content_files::read(Edited::new().language("xyz").folder.path()).expect("nothing is wrong");
    assert_eq!(content.languages().collect::<Vec<_>>(), ["en", "nl", "xyz"]);
    let mut house = ours();
    assert!(content.packs(&house).is_ok_and(|packs| packs.len() == 16), "the house does not ship it yet");
    house.languages.push("xyz".to_owned());
    assert!(content.packs(&house).is_ok_and(|packs| packs.len() == 24));
    Edited::new().language("en-GB").tells_at(&[("en-GB/interface.toml", 1)], "'en-GB'");
}

#[test]
fn the_lists_of_the_privacy_guard_are_not_a_language() {
    let edited = Edited::new().copy("en", "guard");
    let content = content_files::read(edited.folder.path()).expect("nothing is wrong");
    assert_eq!(content.languages().collect::<Vec<_>>(), ["en", "nl"]);
}

// W2: sources, and the ids that hold the instrument together.

#[test]
fn a_source_that_is_not_listed() {
    Edited::new().replace(MODEL, "sources = [\"", "sources = [\"OAK:T1\", \"").tells("'OAK'");
}

#[test]
fn a_source_that_nobody_names() {
    let oak = "id = \"OAK\"\ncitation = \"Oak\"\nlanguage = \"en\"\nread = \"page\"\nkind = \"legal\"\nnote = \"\"\n\n[[sources]]\n";
    Edited::new().replace("sources.toml", "[[sources]]\n", &format!("[[sources]]\n{oak}")).tells("'OAK'");
}

#[test]
fn a_source_in_a_language_without_a_code() {
    Edited::new().replace("sources.toml", "language = \"nl\"", "language = \"Dutch\"").tells("'Dutch'");
}

#[test]
fn a_practice_without_a_source_or_strength() {
    Edited::new().replace(MODEL, "\nsources = [", "\nsources = [] # [").tells_in_block("'buddy-named'");
    Edited::new().replace(MODEL, "\nevidence = [", "\nevidence = [] # [").tells_in_block("'buddy-named'");
}

#[test]
fn a_circle_of_two_practices() {
    let needs = "needs = [{ practice = \"buddy-prepared\", at-least = 1 }]\n";
    let broken = Edited::new().replace(MODEL, "id = \"buddy-named\"\n", &format!("id = \"buddy-named\"\n{needs}"));
    let (faults, model) = (broken.faults(), broken.text(MODEL));
    assert_eq!(faults.len(), 2, "{faults:#?}");
    for (fault, id) in faults.iter().zip(["'buddy-named'", "'buddy-prepared'"]) {
        assert!(fault.what.starts_with(id) && fault.what.contains("itself"), "{fault}");
        let line = model.lines().nth(fault.line - 1).expect("the line is there");
        assert!(line.contains(id.trim_matches('\'')), "{fault} is told at: {line}");
    }
}

#[test]
fn a_guardrail_that_waits_for_what_is_none() {
    let needs = "guardrail = true\nneeds = [{ practice = ";
    let broken =
        Edited::new().replace(MODEL, &format!("{needs}\"open-no-questions\""), &format!("{needs}\"open-needs-talk\""));
    broken.tells_at(&[(MODEL, broken.line(MODEL, "id = \"open-share-agreement\""))], "put right first");
}

#[test]
fn a_prerequisite_that_does_not_exist() {
    Edited::new().replace(MODEL, "{ practice = \"", "{ practice = \"oak-").tells("'oak-");
}

#[test]
fn a_caution_beside_a_practice_that_does_not_exist() {
    Edited::new().replace(MODEL, "\npractice = \"", "\npractice = \"oak-").tells("'oak-");
}

#[test]
fn importance_and_effort_out_of_range() {
    Edited::new().replace(MODEL, "importance = ", "importance = 9").tells_in_block("'buddy-named'");
    Edited::new().replace(MODEL, "effort = ", "effort = 0 # ").tells_in_block("'buddy-named'");
}

#[test]
fn a_quick_scan_that_asks_twice_or_not_at_all() {
    let twice = Edited::new().replace(MODEL, "id = \"buddy-time\"\n", "id = \"buddy-time\"\nquick-scan = true\n");
    let never = Edited::new().replace(MODEL, "quick-scan = true\n", "");
    for broken in [twice, never] {
        broken.tells_at(&[(MODEL, broken.line(MODEL, "id = \"buddy\""))], "'buddy'");
    }
}

#[test]
fn a_missing_date() {
    Edited::new().replace(MODEL, "\nreviewed =", "\n# reviewed =").tells_at(&[(MODEL, 1)], "`reviewed`");
    Edited::new().replace(REGION, "\nreview-by =", "\n# review-by =").tells_at(&[(REGION, 1)], "`review-by`");
}

#[test]
fn a_date_that_is_not_a_day() {
    Edited::new()
        .replace(MODEL, "\nreviewed = \"", "\nreviewed = \"2026-02-30\" # \"")
        .replace(REGION, "\nchecked = \"", "\nchecked = \"21 November 2026\" # \"")
        .replace(REGION, "\nreview-by = \"", "\nreview-by = \"soon\" # \"")
        .tells("is not a day");
}

#[test]
fn a_scheme_beside_a_practice_that_does_not_exist() {
    Edited::new().replace(REGION, "\nfor = [\"", "\nfor = [\"oak\", \"").tells_in_block("'oak'");
}

#[test]
fn a_scheme_without_words() {
    let item = "[[items]]\nid = \"oak\"\ncategory = \"info\"\nfor = []\nstatus = \"partly\"\n\
                source = \"Oak\"\nsource-date = \"2026\"\nnot-verified = \"\"\n\n[[items]]";
    let broken = Edited::new().replace(REGION, "[[items]]", item);
    broken.tells_at(&[("regions/nl/en.toml", 1), ("regions/nl/nl.toml", 1)], "'items.oak' is missing");
}

// W3: sentences that can be read.

#[test]
fn a_sentence_of_more_than_25_words() {
    let sentence = |words: usize| format!("\nwhy = \"{}. ", ["oak"; 30][..words].join(" "));
    Edited::new().replace(BUDDY_EN, "\nwhy = \"", &sentence(26)).tells("26 words");
    assert_eq!(Edited::new().replace(BUDDY_EN, "\nwhy = \"", &sentence(25)).faults(), []);
}

#[test]
fn sentences_that_are_long_on_average() {
    let many = format!("{}. ", ["we"; 20].join(" ")).repeat(50);
    let broken = Edited::new().replace(BUDDY_NL, "\nwhy = \"", &format!("\nwhy = \"{many}"));
    broken.tells_at(&[(BUDDY_NL, 1)], "on average");
}

#[test]
fn words_that_are_hard_to_read() {
    let many = format!("\nwhy = \"{}", "Administrative responsibilities necessitate reconsideration. ".repeat(50));
    let broken = Edited::new().replace(BUDDY_EN, "\nwhy = \"", &many).replace(BUDDY_NL, "\nwhy = \"", &many);
    broken.tells_at(&[(BUDDY_EN, 1), (BUDDY_NL, 1)], "reading ease");
}

// W4: words that are not used.

#[test]
fn a_banned_word_in_any_file_of_the_language() {
    let files =
        [BUDDY_EN, "en/cautions.toml", "en/device.toml", "en/interface.toml", "en/plan.toml", "regions/nl/en.toml"];
    let banned = |broken: Edited, file: &&str| broken.replace(file, "\ntitle = \"", "\ntitle = \"Patients ");
    files.iter().fold(Edited::new(), banned).tells("\"patients\"");
}

#[test]
fn an_exclamation_mark() {
    let files = [BUDDY_EN, "nl/device.toml", "nl/guidance.toml", "nl/plan.toml", "regions/nl/nl.toml"];
    let loud = |broken: Edited, file: &&str| broken.replace(file, "\ntitle = \"", "\ntitle = \"Oak! ");
    files.iter().fold(Edited::new(), loud).tells("exclamation mark");
}

#[test]
fn a_language_without_a_word_list() {
    Edited::new().replace("words.toml", "\n[nl]\n", "\n[xy]\n").tells_at(&[("words.toml", 1)], "'nl'");
}

// What comes out when nothing is wrong.

#[test]
fn eight_packs_for_each_language_that_can_be_read_back() {
    let content = unbroken();
    let instrument = content.instrument().expect("the model has no faults");
    let practices = instrument.practices().count();
    let packs = content.packs(&ours()).expect("content without faults can be packed");
    assert_eq!(packs.len(), 8 * content.languages().count());
    for code in content.languages() {
        let bytes = |name: &str| {
            let pack = packs.iter().find(|pack| pack.name == format!("{name}.{code}.pack"));
            pack.map(|pack| pack.bytes.as_slice()).unwrap_or_default()
        };
        let ask: Ask = content::read(bytes("ask")).expect("the questions can be read");
        assert_eq!((&*ask.language, &ask.instrument), (code, &instrument));
        let advise: Advise = content::read(bytes("advise")).expect("the advice can be read");
        assert_eq!(advise.practices.len(), practices);
        let examples: Examples = content::read(bytes("examples")).expect("the examples can be read");
        assert_eq!(examples.practices.len(), practices);
        let device: Device = content::read(bytes("device")).expect("the words about keeping can be read");
        assert!(DeviceWord::ALL.iter().all(|(key, _)| !device.words.get(*key).is_empty()));
        let planning: Planning = content::read(bytes("plan")).expect("the words of the plan can be read");
        assert!(PlanWord::ALL.iter().all(|(key, _)| !planning.words.get(*key).is_empty()));
        let visit: Visit = content::read(bytes("visit")).expect("the words of workplaces can be read");
        assert!(WorkplaceWord::ALL.iter().all(|(key, _)| !visit.words.get(*key).is_empty()));
        let take: Take = content::read(bytes("take")).expect("the words for taking things along can be read");
        assert!(TakeWord::ALL.iter().all(|(key, _)| !take.words.get(*key).is_empty()));
        let learn: Learn = content::read(bytes("learn")).expect("the pages under 'Learn' can be read");
        assert!(LearnWord::ALL.iter().all(|(key, _)| !learn.words.get(*key).is_empty()));
        let asked_of_buddy = |it: &Practice| visit.practice(&instrument, &it.id).map(|views| views.buddy.is_some());
        for practice in instrument.practices() {
            assert_eq!(asked_of_buddy(practice), Some(!practice.for_management), "{}", practice.id);
        }
    }
}

#[test]
fn a_language_without_one_of_its_files_does_not_vanish_unnoticed() {
    let files = ["interface.toml", "guidance.toml", "device.toml", "plan.toml", "workplace.toml", "visit.toml"];
    for file in ["en", "nl"].iter().flat_map(|code| files.map(|file| format!("{code}/{file}"))) {
        Edited::new().remove(&file).tells_at(&[(&file, 1)], "read");
    }
}

#[test]
fn a_step_too_many_is_not_passed_over() {
    Edited::new()
        .replace(MODEL, "steps = [", "steps = [\n    { who = [\"manager\"], minutes = 5 },")
        .tells_at(&[(MODEL, Edited::new().line(MODEL, "steps = ["))], "4 stand here, and 3 are wanted");
}

#[test]
fn a_caution_names_sources_that_exist() {
    let caution = "id = \"jokes\"\npractice = \"accept-respect\"\nat-most = 1\nsources = [";
    Edited::new().replace(MODEL, caution, &format!("{caution}\"NOBODY99\", ")).tells("NOBODY99");
}

#[test]
fn a_caution_that_is_triggered_says_at_which_level() {
    Edited::new()
        .replace(MODEL, "practice = \"accept-respect\"\nat-most = 1", "practice = \"accept-respect\"")
        .tells_in_block("at-most");
}

#[test]
fn an_id_that_stands_twice_is_told() {
    let twice = "[[items]]\nid = \"coral\"\ncategory = \"tool\"\nstatus = \"verified\"\nsource = \"x\"\nsource-date = \"x\"\nnot-verified = \"\"\nfor = []\n\n[[items]]";
    let edited = Edited::new().replace(REGION, "[[items]]", twice);
    assert!(edited.faults().iter().any(|fault| fault.what == "'coral' stands twice."), "{:#?}", edited.faults());
}

#[test]
fn packs_are_the_same_on_every_run_and_in_every_folder() {
    let run = || content_files::read(Edited::new().folder.path()).expect("the copy has no faults").packs(&ours());
    assert!(run() == run());
}

#[test]
fn a_pack_with_one_byte_changed_or_cut_off_is_damaged() {
    let packs = unbroken().packs(&ours()).expect("content without faults can be packed");
    let pack = &packs.iter().find(|pack| pack.name == "ask.en.pack").expect("the pack is there").bytes;
    assert!(content::read::<Ask>(pack).is_ok());
    for at in (0..pack.len()).step_by(pack.len() / 40).chain([pack.len() - 1]) {
        let mut changed = pack.clone();
        changed[at] ^= 1;
        assert_eq!(content::read::<Ask>(&changed).err(), Some(Damaged), "byte {at}");
        assert_eq!(content::read::<Ask>(&pack[..at]).err(), Some(Damaged), "cut off at {at}");
    }
}

#[test]
fn the_example_answers_every_practice_with_what_can_be_answered() {
    const EXAMPLE: &str = "example.toml";
    Edited::new().replace(EXAMPLE, "stage = \"", "stage = \"before-lunch-").tells("has no option");
    Edited::new().replace(EXAMPLE, "size = \"", "length = \"").tells("no question 'length'");
    Edited::new().replace(EXAMPLE, "buddy-named = \"", "buddy-named = \"4").tells("Nobody can answer");
    let renamed = Edited::new().replace(EXAMPLE, "buddy-time = ", "buddy-thyme = ");
    let place = renamed.line(EXAMPLE, "buddy-named");
    renamed.tells_at(&[(EXAMPLE, place), (EXAMPLE, place + 1)], "buddy-t");
}
