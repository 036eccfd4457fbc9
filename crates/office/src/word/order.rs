//! Completes what docx-rs writes. It has no words for some things, and puts some properties in another order than the
//! schema of the format (ECMA-376, part 1) asks for; Word reads past that, stricter programs do not.
//!
//! Nothing is taken apart further than needed: names, attributes and texts go on as docx-rs wrote them.

/// What docx-rs cannot say about a table.
#[derive(Default)]
pub(super) struct TableNote {
    /// Its name for who does not see it.
    pub caption: String,
    /// What else there is to know for who does not see it; may be empty.
    pub description: String,
    /// Whether its first row is a head, which comes again on each page.
    pub head: bool,
    /// Whether its first column is a head.
    pub first_column: bool,
}

/// An element, or what stands between elements.
enum Node {
    Element(Element),
    Verbatim(String),
}

struct Element {
    /// What stands in its tag, name and attributes.
    tag: String,
    inside: Vec<Node>,
}

/// A part of the file with everything in its place. The tables get their notes in the order in which they stand.
pub(super) fn complete(part: &[u8], notes: &[TableNote]) -> Option<Vec<u8>> {
    let mut nodes = read(std::str::from_utf8(part).ok()?)?;
    let mut notes = notes.iter();
    for element in elements(&mut nodes) {
        element.complete(&mut notes);
    }
    let mut written = String::with_capacity(part.len());
    nodes.iter().for_each(|node| node.write(&mut written));
    Some(written.into_bytes())
}

/// The schema's order of the properties that we use.
fn order(name: &str) -> &'static [&'static str] {
    match name {
        "w:pPr" => &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:pageBreakBefore",
            "w:widowControl",
            "w:numPr",
            "w:pBdr",
            "w:shd",
            "w:tabs",
            "w:bidi",
            "w:spacing",
            "w:ind",
            "w:jc",
            "w:outlineLvl",
            "w:rPr",
        ],
        "w:rPr" => &[
            "w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:color", "w:sz", "w:szCs", "w:shd", "w:rtl",
            "w:lang",
        ],
        "w:tblPr" => &[
            "w:tblStyle",
            "w:tblW",
            "w:jc",
            "w:tblInd",
            "w:tblBorders",
            "w:tblLayout",
            "w:tblCellMar",
            "w:tblLook",
            "w:tblCaption",
            "w:tblDescription",
        ],
        "w:numPr" => &["w:ilvl", "w:numId"],
        "w:sectPr" => &["w:footerReference", "w:pgSz", "w:pgMar", "w:cols", "w:docGrid"],
        "w:tcPr" => &["w:tcW", "w:gridSpan", "w:vMerge", "w:tcBorders", "w:shd", "w:tcMar", "w:vAlign"],
        "w:lvl" => {
            &["w:start", "w:numFmt", "w:lvlRestart", "w:pStyle", "w:suff", "w:lvlText", "w:lvlJc", "w:pPr", "w:rPr"]
        }
        _ => &[],
    }
}

impl Element {
    fn new(tag: impl Into<String>) -> Self {
        Self { tag: tag.into(), inside: Vec::new() }
    }

    fn name(&self) -> &str {
        self.tag.split_ascii_whitespace().next().unwrap_or_default()
    }

    fn complete<'notes>(&mut self, notes: &mut impl Iterator<Item = &'notes TableNote>) {
        match self.name() {
            // Numbers that tell one paragraph from another for comments and changes, which we have none of.
            "w:p" => self.tag = "w:p".to_owned(),
            // A column has a width and no unit.
            "w:gridCol" => self.tag = self.tag.replace(" w:type=\"dxa\"", ""),
            // The table comes before those within it.
            "w:tbl" => {
                if let Some(note) = notes.next() {
                    self.note(note);
                }
            }
            _ => {}
        }
        for element in elements(&mut self.inside) {
            element.complete(notes);
        }
        if self.name() == "w:p" && self.child("w:pPr").is_some_and(|properties| properties.child("w:bidi").is_some()) {
            self.turn_runs();
        }
        // docx-rs writes some properties whether there are any or not.
        self.inside.retain(|node| match node {
            Node::Element(child) => {
                !(child.inside.is_empty() && matches!(child.name(), "w:pPr" | "w:rPr" | "w:trPr" | "w:tblBorders"))
            }
            Node::Verbatim(_) => true,
        });
        self.sort();
    }

    /// Puts the properties in the order of the schema; what has no order keeps its own.
    fn sort(&mut self) {
        let order = order(self.name());
        self.inside.sort_by_key(|node| match node {
            Node::Element(child) => order.iter().position(|name| *name == child.name()).unwrap_or(order.len()),
            Node::Verbatim(_) => order.len(),
        });
    }

    /// The head that comes again on each page, and the words for who does not see the table.
    fn note(&mut self, note: &TableNote) {
        // The numbers say the same once more for Word before 2010: the bits are head, first column, no bands.
        let bits = 0x0600 | if note.head { 0x0020 } else { 0 } | if note.first_column { 0x0080 } else { 0 };
        let (head, column) = (u8::from(note.head), u8::from(note.first_column));
        let properties = self.child_or_new("w:tblPr");
        properties.add(format!(
            "w:tblLook w:val=\"{bits:04X}\" w:firstRow=\"{head}\" w:lastRow=\"0\" w:firstColumn=\"{column}\" w:lastColumn=\"0\" \
             w:noHBand=\"1\" w:noVBand=\"1\""
        ));
        for (name, text) in [("w:tblCaption", &note.caption), ("w:tblDescription", &note.description)] {
            if !text.is_empty() {
                properties.add(format!("{name} w:val=\"{}\"", escaped(text)));
            }
        }
        if note.head
            && let Some(row) = elements(&mut self.inside).find(|child| child.name() == "w:tr")
        {
            row.child_or_new("w:trPr").add("w:tblHeader".to_owned());
        }
    }

    /// In a paragraph from right to left, so is its text: otherwise full stops and brackets go to the wrong side.
    fn turn_runs(&mut self) {
        for run in elements(&mut self.inside).filter(|child| child.name() == "w:r") {
            let properties = run.child_or_new("w:rPr");
            properties.add("w:rtl".to_owned());
            properties.sort();
        }
    }

    fn add(&mut self, tag: String) {
        self.inside.push(Node::Element(Self::new(tag)));
    }

    /// Properties come first in their element.
    fn child_or_new(&mut self, name: &str) -> &mut Self {
        let named = |node: &Node| matches!(node, Node::Element(child) if child.name() == name);
        let place = self.inside.iter().position(named).unwrap_or_else(|| {
            self.inside.insert(0, Node::Element(Self::new(name)));
            0
        });
        match &mut self.inside[place] {
            Node::Element(child) => child,
            Node::Verbatim(_) => unreachable!("an element was looked for"),
        }
    }

    fn child(&self, name: &str) -> Option<&Self> {
        self.inside.iter().find_map(|node| match node {
            Node::Element(child) if child.name() == name => Some(child),
            _ => None,
        })
    }
}

fn elements(nodes: &mut [Node]) -> impl Iterator<Item = &mut Element> {
    nodes.iter_mut().filter_map(|node| match node {
        Node::Element(element) => Some(element),
        Node::Verbatim(_) => None,
    })
}

impl Node {
    fn write(&self, to: &mut String) {
        match self {
            Self::Verbatim(text) => to.push_str(text),
            Self::Element(element) if element.inside.is_empty() => {
                to.extend(["<", element.tag.as_str(), "/>"]);
            }
            Self::Element(element) => {
                to.extend(["<", element.tag.as_str(), ">"]);
                element.inside.iter().for_each(|node| node.write(to));
                to.extend(["</", element.name(), ">"]);
            }
        }
    }
}

/// What docx-rs wrote, which has no comments, no other sections, and quotes of one kind. `None` if something else comes.
///
/// An XML reader would do this too, and bring the encodings of the world along: 250 KB, for a text that we just wrote.
fn read(part: &str) -> Option<Vec<Node>> {
    let mut open = vec![Element::new("")];
    let mut rest = part;
    while let Some((text, after)) = rest.split_once('<') {
        let (tag, after) = split_tag(after)?;
        rest = after;
        if !text.is_empty() {
            open.last_mut()?.inside.push(Node::Verbatim(text.to_owned()));
        }
        if tag.starts_with('?') {
            open.last_mut()?.inside.push(Node::Verbatim(format!("<{tag}>")));
        } else if let Some(name) = tag.strip_prefix('/') {
            let done = open.pop().filter(|element| element.name() == name.trim_end())?;
            open.last_mut()?.inside.push(Node::Element(done));
        } else if let Some(tag) = tag.strip_suffix('/') {
            open.last_mut()?.add(tag.trim_end().to_owned());
        } else {
            open.push(Element::new(tag.trim_end()));
        }
    }
    let whole = open.pop()?;
    (open.is_empty() && rest.trim().is_empty()).then_some(whole.inside)
}

/// What stands in a tag, and what comes behind it. A `>` may stand in the value of an attribute.
fn split_tag(text: &str) -> Option<(&str, &str)> {
    let mut quoted = false;
    let end = text.find(|character| {
        quoted ^= character == '"';
        character == '>' && !quoted
    })?;
    Some((&text[..end], &text[end + 1..]))
}

/// The text as the value of an attribute, or between tags. A line break would be read as a space, so it is one.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' => escaped.push(' '),
            other => escaped.push(other),
        }
    }
    escaped
}
