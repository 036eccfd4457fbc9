//! The answers as data: what goes out can be read back with the codebook alone.

use std::collections::BTreeMap;

use crate::support::{AT, MADE, golden, manager, practice, words};
use assessment::{Answer, Level, PlanAction, When};
use report::{Reader, Sheet, Value, csv, sheets};

/// A CSV file as lines of values by column.
fn read(bytes: &[u8], separator: u8) -> Vec<BTreeMap<String, String>> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut reader = ::csv::ReaderBuilder::new().delimiter(separator).from_reader(bytes);
    let heads = reader.headers().expect("it has a first line").clone();
    let line =
        |line: ::csv::StringRecord| heads.iter().map(str::to_owned).zip(line.iter().map(str::to_owned)).collect();
    reader.records().map(|record| line(record.expect("every line is whole"))).collect()
}

#[test]
fn the_answers_and_the_codebook_are_as_they_were() {
    let words = words("en");
    let sheets = sheets(&words.voice(), &manager(&words), MADE, true);
    for (name, sheet) in
        [("answers.csv", &sheets.answers), ("plan.csv", &sheets.plan), ("codebook.csv", &sheets.codebook)]
    {
        golden(name, &String::from_utf8(csv(sheet, Reader::Program)).expect("it is UTF-8"));
    }
}

#[test]
fn every_answer_is_read_back_by_the_codebook() {
    for (language, reader, separator) in [("en", Reader::Program, b','), ("nl", Reader::Excel, b';')] {
        let words = words(language);
        let kept = manager(&words);
        let sheets = sheets(&words.voice(), &kept, MADE, false);
        let codebook = read(&csv(&sheets.codebook, reader), separator);
        let answers = read(&csv(&sheets.answers, reader), separator);
        let known =
            |column: &str, code: &str| codebook.iter().any(|line| line["column"] == column && line["code"] == code);
        let mut back = Vec::new();
        for line in &answers {
            for column in line.keys() {
                assert!(known(column, ""), "{column} is not explained");
            }
            assert!(known("practice", &line["practice"]) && known("condition", &line["condition"]));
            let answer = match line["answer"].as_str() {
                "" => None,
                "unknown" => Some(Answer::DontKnow),
                "not-applicable" => Some(Answer::NotApplicable),
                "not-seen" => Some(Answer::NotSeen),
                level => Level::from_index(level.parse().expect("a number")).map(Answer::Level),
            };
            assert!(answer.is_none() || known("answer", &line["answer"]), "{}", line["answer"]);
            back.push((practice(&line["practice"]), answer));
        }
        let given: Vec<_> = words
            .ask
            .instrument
            .practices()
            .map(|practice| (practice.id.clone(), kept.answers.get(&practice.id).copied()))
            .collect();
        assert_eq!(back, given);
    }
}

#[test]
fn a_text_that_looks_like_a_formula_stays_text_and_lines_stay_lines() {
    let words = words("en");
    let mut kept = manager(&words);
    for (number, text) in ["=1+1", "+31 6", "-1", "@sum", "\tx", "two\nlines; and \"more\", yes"].iter().enumerate() {
        let own = PlanAction::own((*text).to_owned(), When::By(MADE), AT);
        kept.plan.actions.insert(assessment::ActionId::new(&format!("own-{number}")), own);
    }
    let sheet = sheets(&words.voice(), &kept, MADE, true).plan;
    for (reader, separator) in [(Reader::Program, b','), (Reader::Excel, b';')] {
        let steps: Vec<String> = read(&csv(&sheet, reader), separator)
            .into_iter()
            .map(|mut line| line.remove("step").expect("a step"))
            .collect();
        for step in ["'=1+1", "'+31 6", "'-1", "'@sum", "'\tx", "two\nlines; and \"more\", yes"] {
            assert!(steps.iter().any(|found| found == step), "{step:?} in {steps:?}");
        }
    }
}

#[test]
fn excel_gets_a_mark_and_semicolons() {
    let words = words("nl");
    let sheet = sheets(&words.voice(), &manager(&words), MADE, false).answers;
    let text = String::from_utf8(csv(&sheet, Reader::Excel)).expect("it is UTF-8");
    assert!(text.starts_with("\u{feff}questions_version;side;condition;"));
    assert!(text.lines().all(|line| !line.is_empty()) && text.contains("\r\n"));
}

#[test]
fn notes_are_in_the_sheets_only_if_they_were_chosen() {
    let words = words("en");
    let kept = manager(&words);
    let notes = |sheet: &Sheet| sheet.rows.iter().filter(|row| row.last() != Some(&Value::Nothing)).count();
    let with = sheets(&words.voice(), &kept, MADE, true);
    assert_eq!((notes(&with.answers), notes(&with.plan)), (1, 1));
    let without = sheets(&words.voice(), &kept, MADE, false);
    assert_eq!((notes(&without.answers), notes(&without.plan)), (0, 0));
}

#[test]
fn every_row_has_a_value_for_every_column_and_names_fit_a_spreadsheet() {
    for language in ["en", "nl"] {
        let words = words(language);
        let sheets = sheets(&words.voice(), &manager(&words), MADE, true);
        for sheet in [&sheets.answers, &sheets.plan, &sheets.codebook] {
            assert!(sheet.rows.iter().all(|row| row.len() == sheet.columns.len()), "{}", sheet.name);
            assert!(sheet.name.chars().count() <= 31 && !sheet.name.contains(['[', ']', ':', '*', '?', '/', '\\']));
        }
    }
}
