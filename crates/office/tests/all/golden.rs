//! What is in the files, kept as text: a change to it is seen in review. When it is meant, `UPDATE_GOLDEN=1 cargo test -p
//! office golden` writes them anew.

use std::path::Path;

use crate::support::{part, plain, point, sheets};
use report::{Block, Fact, Mark, Picture, PictureRow, Table};

/// Compares, with each element on a line of its own.
fn same(name: &str, xml: &str) {
    let text = xml.replace("\r\n", "\n").replace("><", ">\n<") + "\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &text).expect("a golden file");
    }
    let golden = std::fs::read_to_string(&path).expect("a golden file").replace("\r\n", "\n");
    let first = golden.lines().zip(text.lines()).position(|(golden, text)| golden != text);
    let first = first.unwrap_or(golden.lines().count().min(text.lines().count()));
    let (old, new) = (golden.lines().nth(first), text.lines().nth(first));
    assert!(golden == text, "{name}, line {}: {old:?} became {new:?}", first + 1);
}

#[test]
fn a_small_paper() {
    let filled = Mark { filled: true, ..Mark::default() };
    let wanted = Mark { wanted: true, ..Mark::default() };
    let blocks = vec![
        Block::Part("Begin hier".to_owned()),
        Block::Piece("Deze maand".to_owned()),
        Block::Text("Eerst dit,\ndan dat.".to_owned()),
        Block::Steps(vec![point("Een buddy", "Vraag een collega.", &[("Wie", "HR"), ("Wanneer", "nu")])]),
        Block::Points(vec![point("", "Dit gaat al goed. <b>&amp;</b> שלום", &[])]),
        Block::Text("שלום".to_owned()),
        Block::Picture(Picture {
            caption: "Het beeld".to_owned(),
            condition: "Voorwaarde".to_owned(),
            levels: ["niet", "begonnen", "geregeld", "vast"].map(str::to_owned),
            key: ["hier", "nuttig", "onbekend"].map(str::to_owned),
            partly: String::from("Partly"),
            rows: vec![PictureRow {
                name: "Buddy".to_owned(),
                words: "begonnen".to_owned(),
                steps: [Mark::default(), filled, wanted, Mark { possible: true, ..wanted }],
            }],
        }),
        Block::Table(Table {
            caption: "Het plan".to_owned(),
            columns: vec![("Stap".to_owned(), 70), ("Wie".to_owned(), 30)],
            rows: vec![vec!["Vragen".to_owned(), "HR".to_owned()]],
        }),
        Block::Small("Klein.".to_owned()),
    ];
    let mut paper = plain("Kort verslag", blocks);
    paper.facts.push(Fact::new("Wie", "De eigenaar"));
    paper.small.push("Geen keurmerk.".to_owned());
    let file = office::docx(&paper).expect("it is there");
    same("document.xml", &part(&file, "word/document.xml"));
    same("numbering.xml", &part(&file, "word/numbering.xml"));
    same("footer.xml", &part(&file, "word/footer1.xml"));
}

#[test]
fn a_few_rows() {
    let file = office::xlsx(&sheets()).expect("it is there");
    same("sheet1.xml", &part(&file, "xl/worksheets/sheet1.xml"));
    same("texts.xml", &part(&file, "xl/sharedStrings.xml"));
    same("formats.xml", &part(&file, "xl/styles.xml"));
}
