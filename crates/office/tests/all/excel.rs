//! A workbook, read back by a reader that has no part in writing it.

use std::io::Cursor;

use crate::support::{part, parts, sheets, text};
use assessment::Date;
use calamine::{Data, DataType, Reader, Xlsx};
use report::{Sheets, Value};

fn file(sheets: &Sheets) -> Vec<u8> {
    office::xlsx(sheets).expect("a file")
}

fn open(sheets: &Sheets) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(file(sheets))).expect("a workbook")
}

/// The sheets with this as the only row of the first one.
fn with_row(values: Vec<Value>) -> Sheets {
    let mut sheets = sheets();
    sheets.answers.rows = vec![values];
    sheets
}

fn first_row(sheets: &Sheets) -> Vec<Data> {
    let range = open(sheets).worksheet_range("Antwoorden").expect("a sheet");
    range.rows().nth(1).map(<[Data]>::to_vec).unwrap_or_default()
}

#[test]
fn every_value_is_in_its_cell() {
    let sheets = sheets();
    let mut book = open(&sheets);
    assert_eq!(book.sheet_names(), ["Antwoorden", "Plan", "Uitleg"]);
    for sheet in [&sheets.answers, &sheets.plan, &sheets.codebook] {
        let range = book.worksheet_range(&sheet.name).expect("a sheet");
        let heads = sheet.columns.iter().map(|column| Data::String(column.title.clone())).collect::<Vec<_>>();
        assert_eq!(range.rows().next().expect("it is there"), heads);
        assert_eq!(range.height(), sheet.rows.len() + 1);
        for (read, row) in range.rows().skip(1).zip(&sheet.rows) {
            for (read, value) in read.iter().zip(row) {
                match value {
                    Value::Nothing => assert!(read.is_empty(), "{read:?}"),
                    Value::Text(text) => assert_eq!(read, &Data::String(text.clone())),
                    Value::Number(number) => assert_eq!(read, &Data::Float(f64::from(*number))),
                    Value::Day(day) => {
                        let Data::DateTime(read) = read else { panic!("{read:?} is no date") };
                        assert!(read.is_datetime());
                        assert_eq!(read.as_f64(), f64::from(day.0) + 25_569.0);
                    }
                }
            }
        }
    }
}

#[test]
fn days_are_days() {
    // The first that we know, leap days, and the last that Excel knows; as Excel counts them.
    let days =
        [("1970-01-01", 25_569.0), ("2000-02-29", 36_585.0), ("2026-11-21", 46_347.0), ("9999-12-31", 2_958_465.0)];
    for (iso, serial) in days {
        let row = first_row(&with_row(vec![Value::Day(Date::parse(iso).expect("a day"))]));
        let Data::DateTime(read) = &row[0] else { panic!("{:?} is no date", row[0]) };
        assert_eq!(read.as_f64(), serial, "{iso}");
        let (year, month, day, ..) = read.to_ymd_hms_milli();
        assert_eq!(format!("{year}-{month:02}-{day:02}"), iso);
    }
    let later = [(2_932_897, "+10000-01-01"), (2_932_897 + 59, "+10000-02-29"), (2_932_897 + 366, "+10001-01-01")];
    for (day, told) in later {
        let row = first_row(&with_row(vec![Value::Day(Date(day))]));
        assert_eq!(row[0], Data::String(told.to_owned()), "Excel has no such day");
    }
    assert!(
        matches!(&first_row(&with_row(vec![Value::Day(Date(u32::MAX))]))[0], Data::String(text) if text.len() > 10)
    );
}

#[test]
fn a_text_is_never_a_formula() {
    let texts = [
        "=1+1",
        "+31",
        "-1",
        "@x",
        "\t=1",
        "=HYPERLINK(\"http://x\")",
        "https://example.org",
        "'=1",
        "{=1}",
        "12",
        "TRUE",
    ];
    let mut sheets = sheets();
    sheets.answers.rows = texts.iter().map(|value| vec![text(value); 6]).collect();
    sheets.answers.columns[0].title = "=2+2".to_owned();
    let mut book = open(&sheets);
    let range = book.worksheet_range("Antwoorden").expect("a sheet");
    assert_eq!(range.rows().next().expect("it is there")[0], Data::String("=2+2".to_owned()));
    for (row, text) in range.rows().skip(1).zip(texts) {
        assert!(row.iter().all(|read| *read == Data::String(text.to_owned())), "{text:?}: {row:?}");
    }
    assert!(book.worksheet_formula("Antwoorden").expect("a sheet").is_empty());
    for (name, part) in parts(&file(&sheets)) {
        assert!(!part.contains("<f>") && !part.contains("<f "), "a formula in {name}");
        assert!(!part.contains("<hyperlink"), "a link in {name}");
        assert!(!part.contains("TargetMode=\"External\""), "{name} leads elsewhere");
    }
}

#[test]
fn the_head_stays_and_filters() {
    let file = file(&sheets());
    for (sheet, range) in [(1, "A1:F4"), (2, "A1:C2"), (3, "A1:C3")] {
        let xml = part(&file, &format!("xl/worksheets/sheet{sheet}.xml"));
        let xml = roxmltree::Document::parse(&xml).expect("XML");
        let find = |name: &str| xml.descendants().find(|node| node.tag_name().name() == name).expect("an element");
        assert_eq!(find("autoFilter").attribute("ref"), Some(range));
        assert_eq!(find("pane").attribute("state"), Some("frozen"));
        assert_eq!(find("pane").attribute("ySplit"), Some("1"));
        let width = find("col").attribute("width").and_then(|width| width.parse::<f64>().ok()).expect("it is there");
        assert!(width >= f64::from(sheets().codebook.columns[0].width), "{width}");
    }
}

#[test]
fn an_empty_sheet_has_its_head() {
    let mut sheets = sheets();
    sheets.plan.rows.clear();
    let range = open(&sheets).worksheet_range("Plan").expect("a sheet");
    assert_eq!(range.height(), 1);
    assert_eq!(range.rows().next().expect("it is there")[2], Data::String("Uiterlijk".to_owned()));
    assert!(part(&file(&sheets), "xl/worksheets/sheet2.xml").contains("<autoFilter ref=\"A1:C1\""));

    sheets.plan.columns.clear();
    assert!(
        open(&sheets).worksheet_range("Plan").expect("a sheet").is_empty(),
        "nor is a sheet without columns refused"
    );
}

#[test]
fn a_row_is_as_high_as_its_text() {
    let mut sheets = sheets();
    let long = "Een zin die niet op één regel past, en dus verder gaat op de volgende regel van de cel.";
    sheets.answers.rows = ["kort", long, "een\ntwee\ndrie", &"lang ".repeat(2000), &"w".repeat(100)]
        .map(|note| vec![Value::Nothing, text(note)])
        .to_vec();
    let xml = part(&file(&sheets), "xl/worksheets/sheet1.xml");
    let xml = roxmltree::Document::parse(&xml).expect("XML");
    let rows = xml.descendants().filter(|node| node.tag_name().name() == "row").skip(1);
    let heights = rows
        .map(|row| row.attribute("ht").map(|height| height.parse::<f64>().expect("it is there")))
        .collect::<Vec<_>>();
    assert_eq!(heights, [None, Some(30.0), Some(45.0), Some(408.75), Some(30.0)]);
}

#[test]
fn a_text_that_is_too_long_is_cut() {
    let cut = |long: String| {
        let row = first_row(&with_row(vec![text(&long)]));
        let Data::String(read) = row[0].clone() else { panic!("{:?}", row[0]) };
        read
    };
    let fits = "ë".repeat(32_767);
    assert_eq!(cut(fits.clone()), fits);
    let read = cut("ë".repeat(32_768));
    assert_eq!((read.chars().count(), read.ends_with("ë…")), (32_767, true));
    // Two places each to Excel, as many signs outside the basic plane take.
    let read = cut("🌱".repeat(20_000));
    assert_eq!((read.encode_utf16().count(), read.ends_with("🌱…")), (32_767, true));
}

#[test]
fn a_name_that_no_sheet_can_have_is_refused() {
    for name in ["a/b", "", "Plan", &"x".repeat(32)] {
        let mut sheets = sheets();
        sheets.answers.name = name.to_owned();
        assert_eq!(office::xlsx(&sheets), None, "{name:?}");
    }
}

#[test]
fn the_workbook_tells_its_title_and_its_day() {
    let core = part(&file(&sheets()), "docProps/core.xml");
    let core = roxmltree::Document::parse(&core).expect("XML");
    let of = |name: &str| core.descendants().find(|node| node.tag_name().name() == name).and_then(|node| node.text());
    assert_eq!(of("title"), Some("Groeiruimte: de antwoorden en het plan"));
    assert_eq!((of("created"), of("modified")), (Some("2026-11-21T00:00:00Z"), Some("2026-11-21T00:00:00Z")));
    assert_eq!(of("creator"), None, "a file does not tell who made it");
}

#[test]
fn the_same_sheets_give_the_same_bytes() {
    let first = file(&sheets());
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert_eq!(first, file(&sheets()), "a second later too");
}
