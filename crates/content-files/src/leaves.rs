//! Every text of a file with its place, whatever the file is about.

use toml::de::{DeTable, DeValue};

/// One text in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// Where it stands, such as `practices.buddy-named.levels[2]`.
    pub place: String,
    /// The line on which it starts, from 1.
    pub line: usize,
    /// What it says.
    pub text: String,
}

/// Lists the texts of a TOML file in the order in which they stand; empty if it is not TOML.
pub fn of(source: &str) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    if let Ok(table) = DeTable::parse(source) {
        walk_table(source, table.get_ref(), "", &mut leaves);
    }
    leaves.sort_by_key(|leaf| leaf.line);
    leaves
}

/// The line of a byte.
pub fn line(source: &str, byte: usize) -> usize {
    1 + source.bytes().take(byte).filter(|&byte| byte == b'\n').count()
}

fn walk_table(source: &str, table: &DeTable<'_>, place: &str, leaves: &mut Vec<Leaf>) {
    for (key, value) in table {
        let place = if place.is_empty() { key.get_ref().to_string() } else { format!("{place}.{}", key.get_ref()) };
        walk(source, value.get_ref(), value.span().start, &place, leaves);
    }
}

fn walk(source: &str, value: &DeValue<'_>, start: usize, place: &str, leaves: &mut Vec<Leaf>) {
    match value {
        DeValue::String(text) => {
            leaves.push(Leaf { place: place.to_owned(), line: line(source, start), text: text.to_string() })
        }
        DeValue::Table(table) => walk_table(source, table, place, leaves),
        DeValue::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(source, item.get_ref(), item.span().start, &format!("{place}[{index}]"), leaves);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_text_is_found_with_its_place_and_line() {
        let leaves = super::of("a = 'x'\n[b]\nc = [\n 'y',\n 'z',\n]\n");
        let found: Vec<(&str, usize, &str)> =
            leaves.iter().map(|leaf| (leaf.place.as_str(), leaf.line, leaf.text.as_str())).collect();
        assert_eq!(found, [("a", 1, "x"), ("b.c[0]", 4, "y"), ("b.c[1]", 5, "z")]);
    }
}
