//! A paper as a document for Word.

mod order;
mod package;

use docx_rs::{
    AbstractNumbering, AlignmentType, BorderType, BreakType, Document, Footer, IndentLevel, Level, LevelJc,
    LevelOverride, LevelText, LineSpacing, NumPages, NumberFormat, Numbering, NumberingId, Numberings, PageMargin,
    PageNum, PageSize, Paragraph, ParagraphBorder, ParagraphBorderPosition, ParagraphBorders, Run, RunFonts, Shading,
    SpecialIndentType, Start, Table, TableCell, TableLayoutType, TableRow, VAlignType, WidthType,
};
use report::{Block, Fact, Mark, Paper, Picture, Point};

use crate::text::{clean, from_right, shortened};
use order::TableNote;
use package::{FOOTER, Parts};

// Widths are in twips: 1440 to the inch, 567 to the centimetre.

/// A4, less the margins at its sides.
const WIDTH: usize = 11_906 - 2 * SIDE;
const SIDE: usize = 1_304;
const TOP: i32 = 1_247;
/// How far the text of a point stands in.
const INDENT: i32 = 425;

/// docx-rs keeps the first for a list of its own.
const BULLETS: usize = 2;
const NUMBERS: usize = 3;

/// A point of so many characters fits a page many times over: it is kept on one.
const SHORT: usize = 600;

/// The paper as a docx file: with headings, lists and tables that Word knows as such, so that its parts can be found,
/// changed, and read aloud.
///
/// `None` if the file cannot be written, which no text leads to.
pub fn docx(paper: &Paper) -> Option<Vec<u8>> {
    let title = clean(&paper.title);
    let language = language(&paper.language);
    let mut writer = Writer::new();
    writer.text("Title", &paper.title);
    writer.facts(&paper.title, &paper.facts, paper.blocks.first());
    let mut parts = false;
    for (place, block) in paper.blocks.iter().enumerate() {
        match block {
            Block::Part(text) => {
                parts = true;
                writer.text("Heading1", text);
            }
            // Before the first part it stands at the top: no level is skipped.
            Block::Piece(text) => writer.text(if parts { "Heading2" } else { "Heading1" }, text),
            Block::Text(text) => writer.text("Normal", text),
            Block::Small(text) => writer.text("SmallPrint", text),
            Block::Points(points) => writer.points(points, None),
            Block::Steps(points) => {
                let list = writer.next_list();
                writer.points(points, Some(list));
            }
            Block::Table(table) => writer.table(table, paper.blocks.get(place + 1)),
            Block::Picture(picture) => writer.picture(picture),
        }
    }
    for (place, text) in paper.small.iter().enumerate() {
        let mut paragraph = paragraph("SmallPrint", text);
        if place == 0 {
            let line = ParagraphBorder::new(ParagraphBorderPosition::Top);
            let line = line.val(BorderType::Single).size(4).space(8).color("8A9499");
            paragraph.property = paragraph
                .property
                .set_borders(ParagraphBorders::with_empty().set(line))
                .line_spacing(LineSpacing::new().before(360));
        }
        writer.add(paragraph);
    }
    let footer = footer(&title);
    package::pack(&Parts {
        title: &title,
        language: &language,
        document: writer.document.footer(footer.clone(), FOOTER),
        lists: writer.numberings,
        footer,
        notes: &writer.notes,
    })
}

/// The country goes with it: Word spells by language and country.
fn language(code: &str) -> String {
    match code {
        "nl" => "nl-NL".to_owned(),
        "en" => "en-GB".to_owned(),
        other => other.chars().filter(|character| character.is_ascii_alphanumeric() || *character == '-').collect(),
    }
}

/// A document, and what is to be added to it once it is written.
struct Writer {
    document: Document,
    numberings: Numberings,
    notes: Vec<TableNote>,
}

impl Writer {
    fn new() -> Self {
        let level = |format: &str, text: &str, style: &str| {
            Level::new(0, Start::new(1), NumberFormat::new(format), LevelText::new(text), LevelJc::new("left"))
                .indent(Some(INDENT), Some(SpecialIndentType::Hanging(INDENT)), None, None)
                .paragraph_style(style)
                .color("1E5B4A")
                .bold()
        };
        let side = SIDE as i32;
        let margin = PageMargin { top: TOP, left: side, bottom: TOP, right: side, header: 624, footer: 624, gutter: 0 };
        let document = Document::new().page_size(PageSize::new().size(11_906, 16_838)).page_margin(margin);
        let numberings = Numberings::new()
            .add_abstract_numbering(AbstractNumbering::new(BULLETS).add_level(level("bullet", "•", "ListBullet")))
            .add_abstract_numbering(AbstractNumbering::new(NUMBERS).add_level(level("decimal", "%1.", "ListNumber")))
            .add_numbering(Numbering::new(BULLETS, BULLETS))
            .add_numbering(Numbering::new(NUMBERS, NUMBERS));
        Self { document, numberings, notes: Vec::new() }
    }

    // docx-rs hands a document on by value.

    fn add(&mut self, paragraph: Paragraph) {
        self.document = std::mem::take(&mut self.document).add_paragraph(paragraph);
    }

    fn add_table(&mut self, table: Table, note: TableNote) {
        self.notes.push(note);
        self.document = std::mem::take(&mut self.document).add_table(table);
    }

    /// A paragraph, if there is anything to read: a heading without words would be one that leads to nothing.
    fn text(&mut self, style: &str, text: &str) {
        if !text.trim().is_empty() {
            self.add(paragraph(style, text));
        }
    }

    /// A list that begins at one.
    fn next_list(&mut self) -> usize {
        // Bullets and numbers come first.
        let id = NUMBERS + self.numberings.numberings.len() - 1;
        self.numberings.numberings.push(Numbering::new(id, NUMBERS).add_override(LevelOverride::new(0).start(1)));
        id
    }

    /// The title block. Two columns, so that the values stand below each other.
    fn facts(&mut self, title: &str, facts: &[Fact], next: Option<&Block>) {
        if facts.is_empty() {
            return;
        }
        let widths = [WIDTH * 26 / 100, WIDTH - WIDTH * 26 / 100];
        let row = |fact: &Fact| {
            let cells = [format!("{}:", fact.name), fact.value.clone()];
            row(
                widths.iter().zip(&cells).map(|(width, text)| cell(*width, [paragraph("TableText", text)])).collect(),
                &cells,
            )
        };
        let note = TableNote { caption: clean(title), first_column: true, ..TableNote::default() };
        self.add_table(table("Facts", &widths, facts.iter().map(row).collect()), note);
        self.after_table(next);
    }

    /// Some room below a table. A heading has its own; but two tables without anything between them are one to Word.
    fn after_table(&mut self, next: Option<&Block>) {
        if !matches!(next, Some(Block::Part(_) | Block::Piece(_))) {
            self.add(Paragraph::new().style("TableEnd"));
        }
    }

    fn points(&mut self, points: &[Point], list: Option<usize>) {
        for point in points {
            let mut paragraphs = Vec::new();
            for (text, strong) in [(&point.title, true), (&point.text, false)] {
                if !text.trim().is_empty() {
                    let style = if paragraphs.is_empty() { first_style(list) } else { "ListContinue" };
                    paragraphs.push(lines(Paragraph::new().style(style), text, strong));
                }
            }
            if !point.facts.is_empty() {
                let facts = point.facts.iter().map(|fact| format!("{}: {}", fact.name, fact.value));
                let facts = facts.collect::<Vec<_>>().join(" · ");
                let style = if paragraphs.is_empty() { first_style(list) } else { "PointFacts" };
                paragraphs.push(paragraph(style, &facts));
            }
            if let (Some(list), Some(first)) = (list, paragraphs.first_mut()) {
                *first = std::mem::take(first).numbering(NumberingId::new(list), IndentLevel::new(0));
            }
            let short = point.title.len() + point.text.len() < SHORT;
            let last = paragraphs.len().saturating_sub(1);
            for (place, paragraph) in paragraphs.into_iter().enumerate() {
                // The title never stands alone at the foot of a page.
                let before = place < last && (short || place == 0);
                let paragraph = if before { paragraph.keep_next(true) } else { paragraph };
                self.add(if short { paragraph.keep_lines(true) } else { paragraph });
            }
        }
    }

    fn table(&mut self, rows: &report::Table, next: Option<&Block>) {
        let widths = widths(&rows.columns);
        if widths.is_empty() {
            return;
        }
        let heads = rows.columns.iter().map(|(head, _)| head.clone()).collect::<Vec<_>>();
        let head =
            widths.iter().zip(&heads).map(|(width, head)| cell(*width, [paragraph("TableText", head).keep_next(true)]));
        let mut written = vec![row(head.collect(), &heads)];
        for texts in &rows.rows {
            let texts =
                texts.iter().map(String::as_str).chain(std::iter::repeat("")).take(widths.len()).collect::<Vec<_>>();
            let cells = widths.iter().zip(&texts).map(|(width, text)| cell(*width, [paragraph("TableText", text)]));
            written.push(row(cells.collect(), &texts));
        }
        let note = TableNote { caption: clean(&rows.caption), head: true, ..TableNote::default() };
        self.add_table(table("Overview", &widths, written), note);
        self.after_table(next);
    }

    fn picture(&mut self, picture: &Picture) {
        let step = WIDTH * 15 / 100;
        let widths = [WIDTH - 4 * step, step, step, step, step];
        let heads = std::iter::once(&picture.condition).chain(&picture.levels).cloned().collect::<Vec<_>>();
        let head = widths.iter().zip(&heads).enumerate().map(|(place, (width, head))| {
            let head = paragraph("TableText", head).keep_next(true);
            cell(*width, [if place == 0 { head } else { head.align(AlignmentType::Center) }])
        });
        let mut rows = vec![row(head.collect(), &heads)];
        for (place, condition) in picture.rows.iter().enumerate() {
            // Where a page ends within it, some rows stand on each side, and the key below never stands alone.
            let keep = place < 2 || place + 3 >= picture.rows.len();
            let name = paragraph("TableName", &condition.name).keep_next(keep);
            let words = paragraph("TableSmall", &condition.words).keep_next(keep);
            let name = if condition.words.trim().is_empty() { vec![name] } else { vec![name, words] };
            let first = cell(widths[0], name).vertical_align(VAlignType::Center);
            let steps = condition.steps.iter().map(|mark| step_cell(step, *mark));
            rows.push(row(std::iter::once(first).chain(steps).collect(), &[&condition.name, &condition.words]));
        }
        let filled = Mark { filled: true, ..Mark::default() };
        let wanted = Mark { wanted: true, ..Mark::default() };
        let possible = Mark { possible: true, ..Mark::default() };
        let key = [filled, wanted, possible].into_iter().zip(&picture.key);
        let description =
            key.clone().map(|(mark, words)| format!("{}: {}", mark.sign(), words)).collect::<Vec<_>>().join("; ");
        let note = TableNote {
            caption: clean(&picture.caption),
            description: clean(&description),
            head: true,
            first_column: true,
        };
        self.add_table(table("Overview", &widths, rows), note);
        let mut line = Paragraph::new().style("SmallPrint");
        line.property = line.property.line_spacing(LineSpacing::new().before(120));
        for (place, (mark, words)) in key.enumerate() {
            if place > 0 {
                line = line.add_run(Run::new().add_text("\u{2003}\u{2003}"));
            }
            line = line.add_run(sign(mark));
            line = lines(line, &format!("\u{a0}{words}"), false);
        }
        self.add(line);
    }
}

/// The title and the number of the page, without words: `2 / 5`.
fn footer(title: &str) -> Footer {
    // Short enough to stand beside it.
    let title = shortened(title.replace(['\n', '\t'], " "), 80);
    let line = Paragraph::new().style("Footer").add_run(Run::new().add_text(title).add_tab());
    let line = line.add_page_num(PageNum::new()).add_run(Run::new().add_text(" / ")).add_num_pages(NumPages::new());
    Footer::new().add_paragraph(line)
}

fn first_style(list: Option<usize>) -> &'static str {
    if list.is_some() { "ListNumber" } else { "ListBullet" }
}

/// A paragraph in a style.
fn paragraph(style: &str, text: &str) -> Paragraph {
    lines(Paragraph::new().style(style), text, false)
}

/// The text at the end of a paragraph, each line of it on a line.
fn lines(mut paragraph: Paragraph, text: &str, strong: bool) -> Paragraph {
    let text = clean(text);
    let mut run = if strong { Run::new().style("Strong") } else { Run::new() };
    for (line, text) in text.trim_end().split('\n').enumerate() {
        if line > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        for (column, text) in text.split('\t').enumerate() {
            if column > 0 {
                run = run.add_tab();
            }
            if !text.is_empty() {
                run = run.add_text(text);
            }
        }
    }
    if from_right(&text) {
        paragraph.property = paragraph.property.bidi(true);
    }
    paragraph.add_run(run)
}

fn table(style: &str, widths: &[usize], rows: Vec<TableRow>) -> Table {
    // Fixed: the columns stay where they are, however long a word is.
    Table::without_borders(rows)
        .style(style)
        .set_grid(widths.to_vec())
        .width(widths.iter().sum(), WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
}

/// A row stays on one page, unless it could be longer than one.
fn row(cells: Vec<TableCell>, texts: &[impl AsRef<str>]) -> TableRow {
    let long = texts.iter().any(|text| text.as_ref().len() > SHORT || text.as_ref().lines().count() > 12);
    let row = TableRow::new(cells);
    if long { row } else { row.cant_split() }
}

fn cell(width: usize, paragraphs: impl IntoIterator<Item = Paragraph>) -> TableCell {
    paragraphs.into_iter().fold(TableCell::new().width(width, WidthType::Dxa), TableCell::add_paragraph)
}

/// A step reads in black and white: by its sign, and by how dark it is.
fn step_cell(width: usize, mark: Mark) -> TableCell {
    let fill = match mark {
        Mark { filled: true, .. } => Some("1E5B4A"),
        Mark { wanted: true, .. } => Some("E6EFE9"),
        Mark { possible: true, .. } => Some("EFECE6"),
        _ => None,
    };
    let sign = sign(mark);
    let sign = if mark.filled { sign.color("FFFFFF") } else { sign };
    let paragraph = Paragraph::new().style("TableText").align(AlignmentType::Center).add_run(sign);
    let cell = cell(width, [paragraph]).vertical_align(VAlignType::Center);
    match fill {
        Some(fill) => cell.shading(Shading::new().fill(fill)),
        None => cell,
    }
}

/// Not every font has the signs; this one does.
fn sign(mark: Mark) -> Run {
    Run::new().fonts(RunFonts::new().ascii("Arial").hi_ansi("Arial")).add_text(mark.sign())
}

/// The columns by their share of the width.
fn widths(columns: &[(String, u8)]) -> Vec<usize> {
    let share = |share: u8| usize::from(share.max(1));
    let whole = columns.iter().map(|column| share(column.1)).sum::<usize>().max(1);
    columns.iter().map(|column| WIDTH * share(column.1) / whole).collect()
}
