//! A paper as Markdown (CommonMark with tables), for those who go on writing in a plain text.

use crate::{Block, Fact, Paper, Picture, Point, Table};

/// The text of a paper.
pub fn markdown(paper: &Paper) -> String {
    let mut text = ["# ", &line(&paper.title), "\n"].concat();
    for fact in &paper.facts {
        text += &["\n- **", &line(&fact.name), ":** ", &line(&fact.value)].concat();
    }
    if !paper.facts.is_empty() {
        text.push('\n');
    }
    for block in &paper.blocks {
        text.push('\n');
        text += &self::block(block);
        text.push('\n');
    }
    if !paper.small.is_empty() {
        text += "\n---\n";
    }
    for small in &paper.small {
        text += &["\n", &line(small), "\n"].concat();
    }
    text
}

fn block(block: &Block) -> String {
    match block {
        Block::Part(title) => ["## ", &line(title)].concat(),
        Block::Piece(title) => ["### ", &line(title)].concat(),
        Block::Text(text) | Block::Small(text) => line(text),
        Block::Points(points) => points.iter().map(|it| point("- ", it)).collect::<Vec<_>>().join("\n"),
        Block::Steps(points) => {
            let numbered = (1..).zip(points).map(|(number, it)| point(&format!("{number}. "), it));
            numbered.collect::<Vec<_>>().join("\n")
        }
        Block::Table(it) => table(it),
        Block::Picture(it) => picture(it),
    }
}

fn point(mark: &str, Point { title, text, facts, .. }: &Point) -> String {
    let title = if title.is_empty() { String::new() } else { ["**", &line(title), ".** "].concat() };
    let mut said = [mark, &title, &line(text)].concat();
    let inset = " ".repeat(mark.len());
    for Fact { name, value } in facts.iter().filter(|fact| !fact.value.is_empty()) {
        said += &["\n", &inset, "- ", &line(name), ": ", &line(value)].concat();
    }
    said
}

fn table(Table { columns, rows, .. }: &Table) -> String {
    let heads: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
    grid(&heads, rows.iter().map(|row| row.iter().map(String::as_str).collect()))
}

fn picture(picture: &Picture) -> String {
    let heads: Vec<&str> =
        std::iter::once(picture.condition.as_str()).chain(picture.levels.iter().map(String::as_str)).collect();
    let names: Vec<String> = picture.rows.iter().map(|row| [&*row.name, " (", &row.words, ")"].concat()).collect();
    let rows =
        picture.rows.iter().zip(&names).map(|(row, name)| {
            std::iter::once(name.as_str()).chain(row.steps.iter().map(|step| step.sign())).collect()
        });
    let [filled, wanted, possible] = &picture.key;
    let key = ["■ ", filled, " · □ ", wanted, " · ? ", possible].concat();
    [grid(&heads, rows), "\n\n".to_owned(), line(&key)].concat()
}

fn grid<'a>(heads: &[&str], rows: impl Iterator<Item = Vec<&'a str>>) -> String {
    let written = |cells: &[&str]| {
        let cells: Vec<String> = cells.iter().map(|cell| line(cell)).collect();
        ["| ", &cells.join(" | "), " |"].concat()
    };
    let rule = ["|", &" --- |".repeat(heads.len())].concat();
    let lines = [written(heads), rule].into_iter().chain(rows.map(|row| written(&row)));
    lines.collect::<Vec<_>>().join("\n")
}

/// A text on one line, in which nothing is taken for a mark: what someone typed stays what it is.
fn line(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut begins = true;
    for it in text.chars() {
        match it {
            '\n' | '\r' | '\t' => plain.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&' => plain.extend(['\\', it]),
            '#' | '+' | '-' | '=' | '~' if begins => plain.extend(['\\', it]),
            it if it.is_control() => {}
            it => plain.push(it),
        }
        begins = begins && it.is_whitespace();
    }
    plain
}
