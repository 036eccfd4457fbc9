//! A Word file, read back by an XML parser that has no part in writing it.

use crate::support::{paper, part, parts, plain, point};
use report::{Block, Fact, Paper, Table};
use roxmltree::{Document, Node};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn file(paper: &Paper) -> Vec<u8> {
    office::docx(paper).expect("a file")
}

fn named<'a, 'input>(node: Node<'a, 'input>, name: &'a str) -> impl Iterator<Item = Node<'a, 'input>> + 'a {
    node.descendants().filter(move |child| child.has_tag_name((W, name)))
}

fn child<'a, 'input>(node: Node<'a, 'input>, name: &str) -> Option<Node<'a, 'input>> {
    node.children().find(|child| child.has_tag_name((W, name)))
}

fn value<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    node.attribute((W, "val"))
}

/// The value of a property of a paragraph, a run or a table.
fn property<'a>(node: Node<'a, '_>, properties: &str, name: &str) -> Option<&'a str> {
    child(node, properties).and_then(|properties| child(properties, name)).and_then(value)
}

fn style<'a>(paragraph: Node<'a, '_>) -> &'a str {
    property(paragraph, "pPr", "pStyle").unwrap_or("Normal")
}

/// The text as it is read: with its breaks and tabs.
fn text(node: Node) -> String {
    let mut text = String::new();
    for part in node.descendants().filter(|part| part.tag_name().namespace() == Some(W)) {
        match part.tag_name().name() {
            "t" => text.push_str(part.text().unwrap_or_default()),
            "br" => text.push('\n'),
            // A tab in a list of tabs is a place and no text.
            "tab" if part.parent().is_some_and(|parent| parent.has_tag_name((W, "r"))) => text.push('\t'),
            _ => {}
        }
    }
    text
}

fn paragraphs(document: &str) -> Vec<(String, String)> {
    let document = Document::parse(document).expect("XML");
    named(document.root(), "p").map(|paragraph| (style(paragraph).to_owned(), text(paragraph))).collect()
}

fn body(paper: &Paper) -> String {
    part(&file(paper), "word/document.xml")
}

#[test]
fn the_package_holds_together() {
    let parts = parts(&file(&paper()));
    let names = parts.iter().map(|part| part.0.as_str()).collect::<Vec<_>>();
    assert_eq!(names[0], "[Content_Types].xml", "programs look there first");
    let types = Document::parse(&parts[0].1).expect("XML");
    let typed = |tag: &str, name: &str| {
        let named = types.descendants().filter(|node| node.tag_name().name() == tag);
        named.filter_map(|node| node.attribute(name)).collect::<Vec<_>>()
    };
    let (overrides, defaults) = (typed("Override", "PartName"), typed("Default", "Extension"));
    let mut reached = vec!["[Content_Types].xml".to_owned()];
    for (name, text) in &parts {
        let xml = Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let own = overrides.contains(&format!("/{name}").as_str());
        assert!(own || name == "[Content_Types].xml" || name.ends_with(".rels"), "{name} has no type of its own");
        assert!(name.rsplit('.').next().is_some_and(|end| defaults.contains(&end)), "{name} has no type");
        if let Some(of) = name.strip_suffix(".rels") {
            let folder = of.rsplit_once("_rels/").expect("it is there").0;
            reached.push(name.clone());
            for relationship in xml.descendants().filter(|node| node.tag_name().name() == "Relationship") {
                let target = format!("{folder}{}", relationship.attribute("Target").expect("it is there"));
                assert!(names.contains(&target.as_str()), "{name} leads to {target}, which is not there");
                reached.push(target);
            }
        }
    }
    for name in overrides {
        assert!(names.contains(&&name[1..]), "a type for {name}, which is not there");
    }
    for name in names {
        assert!(reached.iter().any(|reached| reached == name), "nothing leads to {name}");
    }
}

#[test]
fn what_the_document_refers_to_is_there() {
    let file = file(&paper());
    let (document, links) = (part(&file, "word/document.xml"), part(&file, "word/_rels/document.xml.rels"));
    let (document, links) = (Document::parse(&document).expect("XML"), Document::parse(&links).expect("XML"));
    let ids = links.descendants().filter_map(|link| link.attribute("Id")).collect::<Vec<_>>();
    let used = document.descendants().filter_map(|node| node.attribute((R, "id"))).collect::<Vec<_>>();
    assert!(!used.is_empty(), "the footer");
    assert!(used.iter().all(|id| ids.contains(id)), "{used:?} of {ids:?}");

    let styles = part(&file, "word/styles.xml");
    let styles = Document::parse(&styles).expect("XML");
    let known = named(styles.root(), "style").filter_map(|style| style.attribute((W, "styleId"))).collect::<Vec<_>>();
    for name in ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footer1.xml"] {
        let xml = part(&file, name);
        let xml = Document::parse(&xml).expect("XML");
        for tag in ["pStyle", "rStyle", "tblStyle", "basedOn", "next"] {
            for style in named(xml.root(), tag).filter_map(value) {
                assert!(known.contains(&style), "{name}: no style {style}");
            }
        }
    }
}

#[test]
fn headings_are_words_own_and_no_level_is_skipped() {
    let file = file(&paper());
    let headings = paragraphs(&part(&file, "word/document.xml"))
        .into_iter()
        .filter(|(style, _)| style == "Title" || style.starts_with("Heading"))
        .collect::<Vec<_>>();
    let expected = [
        ("Title", "Verslag: ruimte om te groeien bij de werkplaats"),
        ("Heading1", "In het kort"),
        ("Heading1", "Het beeld"),
        ("Heading1", "Begin hier"),
        ("Heading1", "Wat al stevig staat"),
        ("Heading1", "Daarna"),
        ("Heading2", "In de eerste maanden"),
        ("Heading2", "Na de eerste maanden"),
        ("Heading1", "Het plan"),
    ];
    assert_eq!(headings, expected.map(|(style, text)| (style.to_owned(), text.to_owned())));

    let styles = part(&file, "word/styles.xml");
    let styles = Document::parse(&styles).expect("XML");
    for (id, name, level) in [("Heading1", "heading 1", "0"), ("Heading2", "heading 2", "1")] {
        let style = named(styles.root(), "style")
            .find(|style| style.attribute((W, "styleId")) == Some(id))
            .expect("it is there");
        assert_eq!(child(style, "name").and_then(value), Some(name));
        assert_eq!(property(style, "pPr", "outlineLvl"), Some(level));
        assert!(child(style, "pPr").and_then(|all| child(all, "keepNext")).is_some(), "{id} stays with what follows");
    }

    let early = body(&plain("Kort", vec![Block::Piece("Eerst".to_owned()), Block::Part("Dan".to_owned())]));
    assert_eq!(paragraphs(&early)[1], ("Heading1".to_owned(), "Eerst".to_owned()));
}

#[test]
fn every_list_has_its_numbers() {
    let file = file(&paper());
    let (document, numbers) = (part(&file, "word/document.xml"), part(&file, "word/numbering.xml"));
    let (document, numbers) = (Document::parse(&document).expect("XML"), Document::parse(&numbers).expect("XML"));
    let styles = part(&file, "word/styles.xml");
    let styles = Document::parse(&styles).expect("XML");
    let list = |id: &str| named(numbers.root(), "num").find(|num| num.attribute((W, "numId")) == Some(id));
    let format = |id: &str| {
        let of = child(list(id)?, "abstractNumId").and_then(value)?;
        let lists =
            named(numbers.root(), "abstractNum").find(|list| list.attribute((W, "abstractNumId")) == Some(of))?;
        child(child(lists, "lvl")?, "numFmt").and_then(value)
    };
    let of_style = |id: &str| {
        let style = named(styles.root(), "style").find(|style| style.attribute((W, "styleId")) == Some(id))?;
        named(style, "numId").next().and_then(value)
    };
    assert_eq!(of_style("ListBullet").and_then(format), Some("bullet"));
    assert_eq!(of_style("ListNumber").and_then(format), Some("decimal"));

    let mut lists = Vec::new();
    for paragraph in named(document.root(), "p").filter(|paragraph| style(*paragraph) == "ListNumber") {
        let id = named(paragraph, "numId").next().and_then(value).expect("its own list");
        assert_eq!(format(id), Some("decimal"));
        let start = named(list(id).expect("it is there"), "startOverride").next().and_then(value);
        assert_eq!(start, Some("1"), "a list begins at one");
        lists.push(id);
    }
    assert_eq!(lists.len(), 5);
    assert!(lists[..3].iter().all(|id| *id == lists[0]) && lists[3] == lists[4] && lists[0] != lists[3], "{lists:?}");
    assert_eq!(named(document.root(), "p").filter(|paragraph| style(*paragraph) == "ListBullet").count(), 2);
}

#[test]
fn a_table_says_what_it_is_and_repeats_its_head() {
    let document = body(&paper());
    let document = Document::parse(&document).expect("XML");
    let tables = named(document.root(), "tbl").collect::<Vec<_>>();
    let words = |table| (property(table, "tblPr", "tblCaption"), property(table, "tblPr", "tblDescription"));
    assert_eq!(words(tables[0]), (Some("Verslag: ruimte om te groeien bij de werkplaats"), None));
    let key = "■: Waar u staat; □: Nuttig in deze fase; ?: Nog niet bekend";
    assert_eq!(words(tables[1]), (Some("Waar elke voorwaarde staat, op vier treden"), Some(key)));
    assert_eq!(words(tables[2]), (Some("De stappen van het plan"), None));
    for (table, heads) in tables.iter().zip([0, 1, 1]) {
        let rows = named(*table, "tr").collect::<Vec<_>>();
        let head = |row: &Node| named(*row, "tblHeader").next().is_some();
        assert!(
            rows.iter().take(heads).all(head) && !rows.iter().skip(heads).any(head),
            "only the first row comes again"
        );
        assert!(rows.iter().all(|row| named(*row, "cantSplit").next().is_some()), "a row stays together");
        let look = child(child(*table, "tblPr").expect("it is there"), "tblLook").expect("it is there");
        assert_eq!(look.attribute((W, "firstRow")), Some(if heads == 0 { "0" } else { "1" }));
        let columns = named(*table, "gridCol").count();
        assert!(rows.iter().all(|row| named(*row, "tc").count() == columns));
    }
    let rows = named(tables[1], "tr").map(|row| named(row, "tc").map(text).collect::<Vec<_>>()).collect::<Vec<_>>();
    assert_eq!(rows[0], ["Voorwaarde", "nog niet", "begonnen", "geregeld", "vast onderdeel"]);
    assert_eq!(rows[1], ["Buddy op de werkvloerbegonnen tot geregeld", "·", "■", "■", "□"]);
    assert_eq!(rows[4], ["Openheid1 nog niet bekend", "?", "?", "□ ?", "?"]);
}

#[test]
fn tables_never_touch() {
    let table = || {
        let columns = vec![("Wat".to_owned(), 50), ("Wie".to_owned(), 50)];
        Block::Table(Table { caption: String::new(), columns, rows: vec![vec!["Een".to_owned()]] })
    };
    let mut paper = plain("Tabellen", vec![table(), table()]);
    paper.facts.push(Fact::new("Wie", "de buddy"));
    let document = body(&paper);
    let document = Document::parse(&document).expect("XML");
    let tables = named(document.root(), "tbl").collect::<Vec<_>>();
    assert_eq!(tables.len(), 3);
    for table in tables {
        let next = table.next_sibling_element().expect("it is there");
        assert!(next.has_tag_name((W, "p")), "Word would make one table of two: {:?}", next.tag_name());
    }
    let short = named(document.root(), "tr").last().expect("it is there");
    assert_eq!(named(short, "tc").count(), 2, "a row without its last cell has one all the same");
}

#[test]
fn all_of_it_is_read_in_order() {
    let paper = paper();
    let mut expected = vec![paper.title.clone()];
    let fact = |fact: &Fact| [format!("{}:", fact.name), fact.value.clone()];
    expected.extend(paper.facts.iter().flat_map(fact));
    for block in &paper.blocks {
        match block {
            Block::Part(text) | Block::Piece(text) | Block::Text(text) | Block::Small(text) => {
                expected.push(text.clone())
            }
            Block::Points(points) | Block::Steps(points) => {
                for point in points {
                    expected.extend([&point.title, &point.text].into_iter().filter(|text| !text.is_empty()).cloned());
                    expected.extend(point.facts.iter().map(|fact| format!("{}: {}", fact.name, fact.value)));
                }
            }
            Block::Table(table) => {
                expected.extend(table.columns.iter().map(|column| column.0.clone()));
                expected.extend(table.rows.concat());
            }
            Block::Picture(picture) => {
                expected.push(picture.condition.clone());
                expected.extend(picture.levels.clone());
                for row in &picture.rows {
                    expected.extend([row.name.clone(), row.words.clone()]);
                    expected.extend(row.steps.map(|mark| mark.sign().to_owned()));
                }
                expected.extend(picture.key.clone());
            }
        }
    }
    expected.extend(paper.small.clone());
    let document = body(&paper);
    let read = text(Document::parse(&document).expect("XML").root());
    let mut rest = read.as_str();
    for text in expected {
        let place = rest.find(&text).unwrap_or_else(|| panic!("not found, or not in its place: {text:?}"));
        rest = &rest[place + text.len()..];
    }
    assert_eq!(rest, "", "nothing is added");
}

#[test]
fn language_and_title_are_told() {
    for (code, told) in [("nl", "nl-NL"), ("en", "en-GB"), ("fr", "fr"), ("x\"<", "x")] {
        let file = file(&Paper { language: code.to_owned(), ..plain("Wie & <wat> \"{language}\"", vec![]) });
        let (styles, core) = (part(&file, "word/styles.xml"), part(&file, "docProps/core.xml"));
        let (styles, core) = (Document::parse(&styles).expect("XML"), Document::parse(&core).expect("XML"));
        let defaults = named(styles.root(), "rPrDefault").next().expect("it is there");
        assert_eq!(named(defaults, "lang").next().and_then(value), Some(told));
        let of =
            |name: &str| core.descendants().find(|node| node.tag_name().name() == name).and_then(|node| node.text());
        assert_eq!((of("title"), of("language")), (Some("Wie & <wat> \"{language}\""), Some(told)));
        assert_eq!((of("created"), of("creator")), (None, None), "a file does not tell who made it, and when");
    }
}

#[test]
fn a_point_has_its_title_its_text_and_its_facts() {
    let points = vec![
        point("Titel", "Een regel.\nEn nog een.", &[("Wie", "de buddy"), ("Hoe lang", "een uur")]),
        point("", "Alleen tekst.", &[]),
        point("", "", &[("Wie", "HR")]),
        point("", "", &[]),
    ];
    let document = body(&plain("Punten", vec![Block::Points(points)]));
    let read = paragraphs(&document);
    let expected = [
        ("Title", "Punten"),
        ("ListBullet", "Titel"),
        ("ListContinue", "Een regel.\nEn nog een."),
        ("PointFacts", "Wie: de buddy · Hoe lang: een uur"),
        ("ListBullet", "Alleen tekst."),
        ("ListBullet", "Wie: HR"),
    ];
    assert_eq!(read, expected.map(|(style, text)| (style.to_owned(), text.to_owned())));
    let document = Document::parse(&document).expect("XML");
    let title = named(document.root(), "p").nth(1).expect("it is there");
    assert_eq!(named(title, "rStyle").next().and_then(value), Some("Strong"));
    let kept = |name| named(document.root(), "p").map(|p| named(p, name).next().is_some()).collect::<Vec<_>>();
    assert_eq!(kept("keepNext"), [false, true, true, false, false, false], "a short point stays together");
    assert!(kept("keepLines")[1..].iter().all(|kept| *kept));
}

#[test]
fn what_is_read_from_the_right_says_so() {
    let texts = ["שלום, עולם (טוב).", "مرحبا بكم", "Hallo שלום", "1. שלום", "123"];
    let document = body(&plain("Talen", texts.map(|text| Block::Text(text.to_owned())).to_vec()));
    let document = Document::parse(&document).expect("XML");
    let turned = named(document.root(), "p").skip(1).map(|paragraph| {
        let paragraph = (named(paragraph, "bidi").next().is_some(), named(paragraph, "rtl").next().is_some());
        assert_eq!(paragraph.0, paragraph.1);
        paragraph.0
    });
    assert_eq!(turned.collect::<Vec<_>>(), [true, true, false, true, false]);
}

#[test]
fn colours_can_be_read() {
    let file = file(&paper());
    let mut colours = 0;
    for name in ["word/styles.xml", "word/numbering.xml", "word/document.xml"] {
        let xml = part(&file, name);
        let xml = Document::parse(&xml).expect("XML");
        for colour in named(xml.root(), "color") {
            let cell = colour.ancestors().find(|node| node.has_tag_name((W, "tc")));
            let ground =
                cell.and_then(|cell| named(cell, "shd").next()).and_then(|ground| ground.attribute((W, "fill")));
            let (colour, ground) = (value(colour).expect("it is there"), ground.unwrap_or("FFFFFF"));
            assert!(contrast(colour, ground) >= 7.0, "{name}: {colour} on {ground} has {}", contrast(colour, ground));
            colours += 1;
        }
    }
    assert!(colours > 10);
    assert!(contrast("1E5B4A", "E6EFE9") >= 4.5, "the heads of the tables are bold");
}

/// As WCAG 2.2 has it.
fn contrast(one: &str, other: &str) -> f64 {
    let light = |colour: &str| {
        let parts =
            [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&colour[at..at + 2], 16).expect("a colour")) / 255.0);
        let linear =
            parts.map(|part| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055_f64).powf(2.4) });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05
    };
    let (one, other) = (light(one), light(other));
    if one > other { one / other } else { other / one }
}

/// The order of the children as the schema has it (ECMA-376, part 1, `wml.xsd`), whole: what is not in it may not stand there.
const ORDERS: [(&str, &str); 14] = [
    (
        "pPr",
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs \
         suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid \
         spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl \
         divId cnfStyle rPr sectPr pPrChange",
    ),
    (
        "rPr",
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish \
         webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang \
         eastAsianLayout specVanish oMath",
    ),
    (
        "tblPr",
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders \
         shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange",
    ),
    (
        "trPr",
        "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden ins del",
    ),
    (
        "tcPr",
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers",
    ),
    ("tbl", "tblPr tblGrid tr"),
    ("tr", "tblPrEx trPr tc"),
    ("numPr", "ilvl numId"),
    ("pBdr", "top left bottom right between bar"),
    ("tblBorders", "top left start bottom right end insideH insideV"),
    ("tblCellMar", "top left start bottom right end"),
    ("lvl", "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"),
    (
        "style",
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal rsid \
         pPr rPr tblPr trPr tcPr tblStylePr",
    ),
    (
        "sectPr",
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols \
         formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    ),
];

#[test]
fn everything_stands_in_the_order_of_the_schema() {
    let mut paper = paper();
    paper.blocks.push(Block::Points(vec![point("שלום", "עולם", &[])]));
    let file = file(&paper);
    let mut seen = Vec::new();
    for name in ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footer1.xml"] {
        let xml = part(&file, name);
        let xml = Document::parse(&xml).expect("XML");
        for node in xml.descendants().filter(|node| node.tag_name().namespace() == Some(W)) {
            let Some((of, order)) = ORDERS.iter().find(|order| order.0 == node.tag_name().name()) else { continue };
            let order = order.split_ascii_whitespace().collect::<Vec<_>>();
            let places = node.children().filter(Node::is_element).map(|child| {
                let child = child.tag_name().name();
                order.iter().position(|name| *name == child).unwrap_or_else(|| panic!("{name}: no {child} in {of}"))
            });
            let places = places.collect::<Vec<_>>();
            assert!(places.is_sorted(), "{name}: {:?} in {of}", places.iter().map(|at| order[*at]).collect::<Vec<_>>());
            seen.push(*of);
        }
    }
    assert!(ORDERS.iter().all(|order| seen.contains(&order.0)), "each of them is looked at");
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let first = file(&paper());
    assert_eq!(first, file(&paper()));
    let other = std::thread::spawn(|| file(&paper())).join().expect("no panic");
    assert_eq!(first, other, "nor does it depend on what was written before");
}
