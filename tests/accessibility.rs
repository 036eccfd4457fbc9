//! docs/accessibility.md says of every criterion of WCAG 2.2 how it is met and which test shows it. What it says has to be so.

use std::{collections::BTreeMap, fs, path::Path};

/// The criteria of levels A and AA, by number: as many as there are, so that none can be left out.
const CRITERIA: [(&str, &str); 55] = [
    ("1.1.1", "A"),
    ("1.2.1", "A"),
    ("1.2.2", "A"),
    ("1.2.3", "A"),
    ("1.2.4", "AA"),
    ("1.2.5", "AA"),
    ("1.3.1", "A"),
    ("1.3.2", "A"),
    ("1.3.3", "A"),
    ("1.3.4", "AA"),
    ("1.3.5", "AA"),
    ("1.4.1", "A"),
    ("1.4.2", "A"),
    ("1.4.3", "AA"),
    ("1.4.4", "AA"),
    ("1.4.5", "AA"),
    ("1.4.10", "AA"),
    ("1.4.11", "AA"),
    ("1.4.12", "AA"),
    ("1.4.13", "AA"),
    ("2.1.1", "A"),
    ("2.1.2", "A"),
    ("2.1.4", "A"),
    ("2.2.1", "A"),
    ("2.2.2", "A"),
    ("2.3.1", "A"),
    ("2.4.1", "A"),
    ("2.4.2", "A"),
    ("2.4.3", "A"),
    ("2.4.4", "A"),
    ("2.4.5", "AA"),
    ("2.4.6", "AA"),
    ("2.4.7", "AA"),
    ("2.4.11", "AA"),
    ("2.5.1", "A"),
    ("2.5.2", "A"),
    ("2.5.3", "A"),
    ("2.5.4", "A"),
    ("2.5.7", "AA"),
    ("2.5.8", "AA"),
    ("3.1.1", "A"),
    ("3.1.2", "AA"),
    ("3.2.1", "A"),
    ("3.2.2", "A"),
    ("3.2.3", "AA"),
    ("3.2.4", "AA"),
    ("3.2.6", "A"),
    ("3.3.1", "A"),
    ("3.3.2", "A"),
    ("3.3.3", "AA"),
    ("3.3.4", "AA"),
    ("3.3.7", "A"),
    ("3.3.8", "AA"),
    ("4.1.2", "A"),
    ("4.1.3", "AA"),
];

fn read(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The cells of the rows about criteria, by the number of the criterion.
fn rows(text: &str) -> Vec<(String, Vec<String>)> {
    let cells = |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let row = |line: &str| {
        let cells = cells(line);
        let number = cells.first()?.split(' ').next()?.to_owned();
        number.starts_with(|it: char| it.is_ascii_digit()).then_some((number, cells))
    };
    text.lines().filter(|line| line.starts_with("| ")).filter_map(row).collect()
}

#[test]
fn every_criterion_stands_there_once_with_its_level_and_how_it_is_met() {
    let text = read("docs/accessibility.md");
    let rows: Vec<_> = rows(&text).into_iter().filter(|(number, _)| number.matches('.').count() == 2).collect();
    let told: Vec<(&str, &str)> = rows.iter().map(|(number, cells)| (number.as_str(), cells[1].as_str())).collect();
    assert_eq!(told, CRITERIA);
    for (number, cells) in &rows {
        assert_eq!(cells.len(), 4, "{number} has four cells");
        assert!(cells[2].len() > 20, "{number} does not say how it is met");
        let reason = ["Not applicable: ", "By construction: "].iter().any(|reason| cells[2].starts_with(reason));
        assert!(cells[3] != "–" || reason, "{number} names no test, no person, and no reason why not");
    }
}

/// What stands between backticks as `file::name`.
fn named_tests(text: &str) -> BTreeMap<&str, (&str, &str)> {
    let quoted = text.split('`').skip(1).step_by(2);
    let named = quoted.filter_map(|it| Some((it, it.split_once("::")?)));
    named.filter(|(_, (file, _))| file.chars().all(|it| it.is_ascii_lowercase() || it == '_')).collect()
}

#[test]
fn every_test_that_is_named_exists() {
    let text = read("docs/accessibility.md");
    let named = named_tests(&text);
    assert!(named.len() > 20, "only {} tests are named", named.len());
    let missing: Vec<&str> = named
        .iter()
        .filter(|(_, (file, name))| {
            !read(&format!("tests/e2e/tests/browser/{file}.rs")).contains(&format!("fn {name}("))
        })
        .map(|(named, _)| *named)
        .collect();
    assert!(
        missing.is_empty(),
        "docs/accessibility.md names tests that are not there: {missing:?}; name those that are"
    );
}
