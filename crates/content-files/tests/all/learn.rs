//! The pages under 'Learn': what breaks them is told with file, line and remedy, and what comes out leads nowhere wrong.

use crate::support::{Edited, ours, unbroken};
use assessment::Strength;
use content::{Advise, Article, Ask, Basis, Block, Learn, Shelf};

const MODEL: &str = "learn.toml";

struct Packs {
    ask: Ask,
    advise: Advise,
    learn: Learn,
}

fn packs() -> Vec<Packs> {
    let content = unbroken();
    let files = content.packs(&ours()).expect("content without faults can be packed");
    let bytes = |name: &str, code: &str| {
        let wanted = format!("{name}.{code}.pack");
        files.iter().find(|file| file.name == wanted).map(|file| file.bytes.clone()).expect("a pack of each language")
    };
    let of = |code: &str| Packs {
        ask: content::read(&bytes("ask", code)).expect("the questions"),
        advise: content::read(&bytes("advise", code)).expect("the advice"),
        learn: content::read(&bytes("learn", code)).expect("the pages"),
    };
    content.languages().map(of).collect()
}

fn blocks(article: &Article) -> impl Iterator<Item = &Block> {
    article.passages.iter().flat_map(|passage| &passage.blocks)
}

fn bases(learn: &Learn) -> impl Iterator<Item = &Basis> {
    learn.articles.iter().flat_map(blocks).filter_map(|block| match block {
        Block::Basis(basis) => Some(basis),
        _ => None,
    })
}

fn packs_of(language: &str) -> Packs {
    packs().into_iter().find(|packs| &*packs.ask.language == language).expect("the language is shipped")
}

#[test]
fn every_condition_has_a_page_in_the_order_of_the_questions() {
    for Packs { ask, learn, .. } in packs() {
        let pages: Vec<_> = learn.shelf(Shelf::Condition).map(|article| article.path.to_string()).collect();
        let conditions = ask.instrument.conditions.iter();
        assert_eq!(pages, conditions.map(|it| format!("conditions/{}", it.id)).collect::<Vec<_>>());
    }
}

#[test]
fn nothing_on_a_page_leads_nowhere() {
    for Packs { ask, advise, learn } in packs() {
        for block in learn.articles.iter().flat_map(blocks) {
            match block {
                Block::Basis(basis) => {
                    for source in &basis.sources {
                        assert!(advise.source(source).is_some(), "{source} is not in the advice pack");
                    }
                }
                Block::Questions(practices) => assert!(practices.iter().all(|id| ask.practice(id).is_some())),
                Block::Cautions(cautions) => assert!(cautions.iter().all(|id| advise.caution(id).is_some())),
                Block::Entries(entries) => {
                    assert!(entries.iter().all(|&entry| advise.region.items.get(usize::from(entry)).is_some()));
                }
                Block::Articles(paths) => assert!(paths.iter().all(|path| learn.article(path).is_some())),
                Block::Paragraph(_)
                | Block::List(_)
                | Block::Facts(..)
                | Block::Sources(_)
                | Block::Terms
                | Block::Consider(_) => {}
            }
        }
        for term in &learn.terms {
            assert!(term.see.iter().all(|path| learn.article(path).is_some()), "{}", term.term);
            assert!(term.sources.iter().all(|id| advise.source(id).is_some()), "{}", term.term);
        }
    }
}

#[test]
fn every_entry_of_the_region_stands_on_the_page_of_schemes_once() {
    for Packs { advise, learn, .. } in packs() {
        let page = learn.article("schemes").expect("the page");
        let mut entries: Vec<u16> = blocks(page)
            .filter_map(|block| match block {
                Block::Entries(entries) => Some(entries.clone()),
                _ => None,
            })
            .flatten()
            .collect();
        entries.sort_unstable();
        assert_eq!(entries, (0..).take(advise.region.items.len()).collect::<Vec<u16>>());
    }
}

#[test]
fn a_word_is_found_in_running_text_under_one_term_only() {
    for Packs { learn, .. } in packs() {
        let forms: Vec<String> =
            learn.terms.iter().flat_map(|term| &term.forms).map(|form| form.to_lowercase()).collect();
        for (place, form) in forms.iter().enumerate() {
            assert!(!forms[..place].contains(form), "'{form}' is a form of two terms");
        }
    }
}

#[test]
fn three_answers_are_explained_and_one_of_them_fits_best() {
    for Packs { learn, .. } in packs() {
        let parts: Vec<&Article> = learn.shelf(Shelf::Part).collect();
        let asked: Vec<_> = parts
            .iter()
            .flat_map(|part| blocks(part))
            .filter_map(|block| match block {
                Block::Consider(consider) => Some(consider),
                _ => None,
            })
            .collect();
        assert_eq!(asked.len(), parts.len());
        // Always at the same place, one would learn the place.
        let places = |place: u8| asked.iter().filter(|consider| consider.fits == place).count();
        assert!((0..3).all(|place| places(place) > 0), "no question has its best answer at some place");
    }
}

#[test]
fn most_pages_say_what_they_rest_on() {
    for Packs { learn, .. } in packs() {
        assert!(bases(&learn).any(|basis| basis.sources.is_empty()), "some advice is our own, and is called that");
        assert!(bases(&learn).filter(|basis| !basis.sources.is_empty()).count() > 20);
    }
}

#[test]
fn what_is_law_in_one_country_is_advice_of_ours_in_another() {
    let elsewhere =
        Edited::new().copy("regions/nl", "regions/oz").replace("regions/oz/region.toml", "id = \"nl\"", "id = \"oz\"");
    let content = content_files::read_with_region(elsewhere.folder.path(), "oz").expect("another country is no fault");
    let packs = content.packs(&ours()).expect("content without faults can be packed");
    let pack = packs.iter().find(|pack| pack.name == "learn.en.pack").expect("the pages");
    let learn: Learn = content::read(&pack.bytes).expect("the pages can be read");
    let legal = |learn: &Learn| bases(learn).any(|basis| basis.strengths.contains(&Strength::Legal));
    let law = |learn: &Learn| {
        let page = learn.article("openness").expect("the page on openness");
        page.passages.iter().any(|passage| passage.title.contains("Netherlands"))
    };
    let has = |learn: &Learn, id: &str| learn.terms.iter().any(|term| &*term.id == id);
    assert!(!legal(&learn) && !law(&learn) && !has(&learn, "uwv"));
    assert!(has(&learn, "buddy"), "what is no law stays");

    let Packs { learn: here, .. } = packs_of("en");
    assert!(legal(&here) && law(&here) && has(&here, "uwv"));
}

// What is wrong is told where it stands.

#[test]
fn a_source_that_is_not_listed() {
    Edited::new().replace(MODEL, "sources = [\"ERA00\", \"KD96\"]", "sources = [\"ERA00\", \"OAK:T1\"]").tells("'OAK'");
}

#[test]
fn a_source_without_its_strength() {
    let broken = Edited::new().replace(
        MODEL,
        "why = { sources = [\"DEW21\"], evidence = [\"descriptive\"] }",
        "why = { sources = [\"DEW21\"], evidence = [] }",
    );
    let faults = broken.faults();
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert_eq!(faults[0].file.to_str(), Some(MODEL));
    assert!(faults[0].line + 1 == broken.line(MODEL, "why = { sources = [\"DEW21\"]"), "{}", faults[0]);
    assert!(faults[0].remedy.contains("our own advice"));
}

#[test]
fn a_practice_a_condition_or_an_entry_that_does_not_exist() {
    Edited::new().replace(MODEL, "practices = [\"open-needs-talk\"", "practices = [\"oak\"").tells("no practice 'oak'");
    Edited::new().replace(MODEL, "cautions = [\"health-notes\"", "cautions = [\"oak\"").tells("no caution 'oak'");
    Edited::new().replace(MODEL, "see = [\"three-way\"]", "see = [\"oak\"]").tells("no condition 'oak'");
    Edited::new().replace(MODEL, "items = [\"coral\"]\n", "items = [\"oak\"]\n").tells("no entry of the region 'oak'");
}

#[test]
fn a_part_of_the_training_without_words() {
    let broken = Edited::new().replace(MODEL, "id = \"attention\"\n", "id = \"oak\"\n");
    let files = ["en/training.toml", "nl/training.toml"];
    let told = files.map(|file| [(file, 1), (file, broken.line(file, "[parts.attention]") + 1)]);
    broken.tells_at(&told.concat(), "parts.");
}

#[test]
fn an_explanation_of_a_word_that_nothing_lists() {
    let oak = "[terms.oak]\nterm = \"Oak\"\ntext = \"A tree.\"\nalso = \"a\"\nforms = \"\"\n\n[terms.uwv]";
    let broken = Edited::new().replace_in_both("glossary.toml", "[terms.uwv]", oak);
    let at = |file| (file, broken.line(file, "[terms.oak]") + 1);
    broken.tells_at(&[at("en/glossary.toml"), at("nl/glossary.toml")], "Nothing shows 'terms.oak'");
}

#[test]
fn minutes_that_do_not_add_up() {
    let broken = Edited::new().replace(MODEL, "minutes = 20", "minutes = 25");
    let faults = broken.faults();
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert!(faults[0].what.contains("20 minutes") && faults[0].what.contains("25"), "{}", faults[0]);
    assert!(faults[0].remedy.contains("training.toml"), "{}", faults[0]);
}

#[test]
fn an_explanation_that_is_ours_and_has_a_source() {
    let broken = Edited::new().replace(
        MODEL,
        "id = \"practice\", own = true",
        "id = \"practice\", own = true, sources = [\"VG24\"]",
    );
    broken.tells("own words");
}
