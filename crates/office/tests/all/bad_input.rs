//! Whatever stands in the texts, and however much of it: both files open, and hold what can be held.

use std::io::Cursor;

use crate::support::{parts, plain, point, sheets, text};
use assessment::Date;
use calamine::{Data, Reader, Xlsx};
use report::{Block, Column, Fact, Mark, Paper, Picture, PictureRow, Sheet, Sheets, Table, Value};
use roxmltree::Document;

/// What someone may write or paste, and what of it can be kept.
const TEXTS: [(&str, &str); 15] = [
    ("مرحبا (بكم) في العمل، 12.", "مرحبا (بكم) في العمل، 12."),
    ("שלום, \"עולם\" – a b", "שלום, \"עולם\" – a b"),
    ("👩🏽‍🔧👨‍👩‍👧‍👦🏳️‍🌈🌱", "👩🏽‍🔧👨‍👩‍👧‍👦🏳️‍🌈🌱"),
    ("a\u{0}b\u{1}c\u{8}d\u{b}e\u{c}f\u{1b}g\u{1f}h", "abcdefgh"),
    ("x\u{fffe}y\u{ffff}z", "xyz"),
    ("\u{feff}mark\u{ad}hyphen\u{200b}\u{202e}turned", "\u{feff}mark\u{ad}hyphen\u{200b}\u{202e}turned"),
    ("one\r\ntwo\rthree\nfour\u{2028}five", "one\ntwo\nthree\nfour\nfive"),
    ("<w:p/>&amp;&#0;]]><![CDATA[x]]><!-- -->", "<w:p/>&amp;&#0;]]><![CDATA[x]]><!-- -->"),
    ("\"quoted\" 'too'", "\"quoted\" 'too'"),
    ("{title} {language}", "{title} {language}"),
    ("_x0041_ _x005F_", "_x0041_ _x005F_"),
    ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
    ("  two  spaces  inside", "  two  spaces  inside"),
    ("tab\tand\ttab", "tab\tand\ttab"),
    ("\u{1d11e}\u{10ffff}", "\u{1d11e}\u{10ffff}"),
];

/// All parts of it, well-formed.
fn checked(file: &[u8]) -> Vec<(String, String)> {
    let parts = parts(file);
    for (name, text) in &parts {
        Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    parts
}

/// The texts of a document, a line for each paragraph.
fn read(file: &[u8]) -> String {
    let parts = checked(file);
    let document = parts.iter().find(|part| part.0 == "word/document.xml").expect("a part");
    let document = Document::parse(&document.1).expect("XML");
    let mut read = String::new();
    for node in document.descendants() {
        match node.tag_name().name() {
            "p" | "br" => read.push('\n'),
            "t" => read.push_str(node.text().unwrap_or_default()),
            "tab" => read.push('\t'),
            _ => {}
        }
    }
    read
}

/// A paper with the text in every place that takes one.
fn everywhere(bad: &str) -> Paper {
    let one = || bad.to_owned();
    let mut paper = plain(bad, Vec::new());
    paper.facts.push(Fact::new(bad, bad));
    paper.blocks = vec![
        Block::Part(one()),
        Block::Piece(one()),
        Block::Text(one()),
        Block::Small(one()),
        Block::Points(vec![point(bad, bad, &[(bad, bad)])]),
        Block::Steps(vec![point(bad, bad, &[(bad, bad)])]),
        Block::Table(Table { caption: one(), columns: vec![(one(), 0)], rows: vec![vec![one()]] }),
        Block::Picture(Picture {
            caption: one(),
            condition: one(),
            levels: [one(), one(), one(), one()],
            key: [one(), one(), one()],
            partly: String::from("Partly"),
            rows: vec![PictureRow { name: one(), words: one(), steps: [Mark::default(); 4] }],
        }),
    ];
    paper.small.push(one());
    paper.language = one();
    paper
}

#[test]
fn any_text_can_stand_anywhere_on_paper() {
    for (bad, kept) in TEXTS {
        let file = office::docx(&everywhere(bad)).expect("a file");
        // Title, fact (2), headings (2), paragraphs (2), points (4 each), table (2), picture (10), small print.
        assert_eq!(read(&file).matches(kept.trim_end()).count(), 28, "{bad:?}");
    }
}

#[test]
fn any_text_can_stand_in_any_cell() {
    let mut sheets = sheets();
    sheets.title = TEXTS.iter().map(|text| text.0).collect();
    sheets.answers = Sheet {
        name: "Alles".to_owned(),
        columns: TEXTS
            .iter()
            .map(|text| Column { id: text.0.to_owned(), title: text.0.to_owned(), width: 0 })
            .collect(),
        rows: vec![TEXTS.iter().map(|bad| text(bad.0)).collect()],
    };
    let file = office::xlsx(&sheets).expect("a file");
    checked(&file);
    let range = Xlsx::new(Cursor::new(file)).expect("a sheet").worksheet_range("Alles").expect("a sheet");
    for row in range.rows() {
        let expected = TEXTS.iter().map(|text| Data::String(text.1.to_owned())).collect::<Vec<_>>();
        assert_eq!(row, expected);
    }
}

#[test]
fn nothing_at_all_is_still_a_file() {
    assert!(read(&office::docx(&Paper::default()).expect("a file")).trim().is_empty());
    let blank =
        plain(" ", vec![Block::Part(String::new()), Block::Piece("\n".to_owned()), Block::Text("\t".to_owned())]);
    assert_eq!(read(&office::docx(&blank).expect("a file")), "", "not even an empty heading");
    let table = Table { caption: String::new(), columns: Vec::new(), rows: vec![vec!["x".to_owned()]] };
    let blocks =
        vec![Block::Table(table), Block::Points(Vec::new()), Block::Steps(Vec::new()), Block::Text(String::new())];
    checked(&office::docx(&plain("", blocks)).expect("a file"));
}

/// 200 notes of 2,000 characters, and a plan of 2,000 rows.
fn huge() -> (Paper, Sheets) {
    let note = |number: usize| -> String {
        let words = ["Notitie", "over", "het", "werk", "שלום", "🌱", "<&>", "en\nverder"];
        (0..).map(|at| words[(number + at * 7) % 8]).flat_map(|word| word.chars().chain([' '])).take(2_000).collect()
    };
    let row = |number: usize| vec![format!("Stap {number}"), "De leidinggevende".to_owned(), "Te doen".to_owned()];
    let columns = vec![("Stap".to_owned(), 60), ("Wie".to_owned(), 20), ("Hoe ver".to_owned(), 20)];
    let paper = plain(
        "Alles",
        vec![
            Block::Points((0..100).map(|number| point("Notitie", &note(number), &[])).collect()),
            Block::Table(Table {
                caption: "Notities".to_owned(),
                columns: columns.clone(),
                rows: (100..200).map(|number| vec![note(number)]).collect(),
            }),
            Block::Table(Table { caption: "Plan".to_owned(), columns, rows: (0..2_000).map(row).collect() }),
        ],
    );
    let mut sheets = sheets();
    sheets.answers.rows = (0..200).map(|number| vec![Value::Number(1), Value::Nothing, text(&note(number))]).collect();
    let step = |number: u32| vec![text(&format!("Stap {number}")), text("HR"), Value::Day(Date(20_000 + number))];
    sheets.plan.rows = (0..2_000).map(step).collect();
    (paper, sheets)
}

#[test]
fn much_is_written_as_well() {
    let (paper, sheets) = huge();
    let started = std::time::Instant::now();
    let file = office::docx(&paper).expect("a file");
    let words = started.elapsed();
    let book = office::xlsx(&sheets).expect("a file");
    let all = started.elapsed();
    println!("Word {} bytes in {words:?}, Excel {} bytes in {:?}", file.len(), book.len(), all - words);
    // Far above what it takes, unoptimised and on a busy machine: only time that grows with the square gets here.
    assert!(all.as_secs() < 60, "{all:?}");

    let read = read(&file);
    assert_eq!(read.matches("\nStap ").count(), 2_000);
    assert!(file.len() < 400_000 && book.len() < 400_000, "{} and {}", file.len(), book.len());
    let mut book = Xlsx::new(Cursor::new(book)).expect("a workbook");
    assert_eq!(book.worksheet_range("Plan").expect("a sheet").height(), 2_001);
    let notes = book.worksheet_range("Antwoorden").expect("a sheet");
    assert!(notes.rows().skip(1).all(|row| matches!(&row[2], Data::String(text) if text.chars().count() == 2_000)));
}

#[test]
fn a_long_row_may_go_on_on_the_next_page() {
    let columns = vec![("Wat".to_owned(), 100)];
    let rows = vec![vec!["kort".to_owned()], vec!["lang ".repeat(1_000)], vec!["regel\n".repeat(80)]];
    let file =
        office::docx(&plain("", vec![Block::Table(Table { caption: String::new(), columns, rows })])).expect("a file");
    let parts = checked(&file);
    let document =
        Document::parse(&parts.iter().find(|part| part.0 == "word/document.xml").expect("XML").1).expect("XML");
    let rows = document.descendants().filter(|node| node.tag_name().name() == "tr");
    let whole = rows.map(|row| row.descendants().any(|node| node.tag_name().name() == "cantSplit"));
    assert_eq!(whole.collect::<Vec<_>>(), [true, true, false, false], "head and short rows stay whole");
}
