//! A paper and sheets as they could be, with everything in them that there can be.

use std::io::{Cursor, Read};

use assessment::Date;
use report::{Block, Column, Fact, Mark, Paper, Picture, PictureRow, Point, Sheet, Sheets, Table, Value};
use zip::ZipArchive;

/// The parts of a file, each with its name, in the order in which they stand.
pub fn parts(file: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(file)).expect("a part");
    let mut parts = Vec::new();
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).expect("a part");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("a part");
        parts.push((part.name().expect("a part").into_owned(), text));
    }
    parts
}

/// One part of a file.
pub fn part(file: &[u8], name: &str) -> String {
    parts(file).into_iter().find(|part| part.0 == name).unwrap_or_else(|| panic!("no {name}")).1
}

pub fn point(title: &str, text: &str, facts: &[(&str, &str)]) -> Point {
    Point {
        title: title.to_owned(),
        text: text.to_owned(),
        facts: facts.iter().map(|(name, value)| Fact::new(name, *value)).collect(),
        ..Point::default()
    }
}

pub fn plain(title: &str, blocks: Vec<Block>) -> Paper {
    Paper { language: "nl".to_owned(), title: title.to_owned(), blocks, ..Paper::default() }
}

fn marks(steps: [&str; 4]) -> [Mark; 4] {
    steps.map(|step| Mark { filled: step.contains('f'), wanted: step.contains('w'), possible: step.contains('p') })
}

pub fn paper() -> Paper {
    let condition = |name: &str, words: &str, steps: [&str; 4]| PictureRow {
        name: name.to_owned(),
        words: words.to_owned(),
        steps: marks(steps),
    };
    let picture = Picture {
        caption: "Waar elke voorwaarde staat, op vier treden".to_owned(),
        condition: "Voorwaarde".to_owned(),
        levels: ["nog niet", "begonnen", "geregeld", "vast onderdeel"].map(str::to_owned),
        key: ["Waar u staat", "Nuttig in deze fase", "Nog niet bekend"].map(str::to_owned),
        partly: String::from("Partly"),
        rows: vec![
            condition("Buddy op de werkvloer", "begonnen tot geregeld", ["", "f", "f", "w"]),
            condition("De eerste weken", "nog niet tot begonnen", ["f", "f", "w", ""]),
            condition("Feedback en gesprekken", "geregeld", ["", "", "f", ""]),
            condition("Openheid", "1 nog niet bekend", ["p", "p", "pw", "p"]),
            condition("Fouten mogen maken", "vast onderdeel", ["", "", "", "f"]),
            condition("Werk dat past", "begonnen; 1 nog niet bekend", ["", "fp", "pw", "p"]),
            condition("Ruimte in tijd en plaats", "nog niet", ["f", "w", "", ""]),
            condition("Trainen op de werkplek", "begonnen", ["", "f", "w", ""]),
            condition("Groei in het werk", "nog niet", ["f", "", "", ""]),
            condition("Overleg met drie", "geregeld tot vast onderdeel", ["", "", "f", "f"]),
            condition("Middelen en hulp", "begonnen", ["", "f", "", ""]),
            condition("Iedereen hoort erbij", "geregeld", ["", "", "f", ""]),
        ],
    };
    Paper {
        language: "nl".to_owned(),
        title: "Verslag: ruimte om te groeien bij de werkplaats".to_owned(),
        facts: vec![
            Fact::new("Waarover", "Leerplek in de fietsenwerkplaats, locatie Noord"),
            Fact::new("Wie vulde in", "De leidinggevende, samen met de begeleider"),
            Fact::new("Wanneer", "21 november 2026, in de eerste weken"),
            Fact::new("Vragen", "12 voorwaarden, 34 van 36 vragen beantwoord"),
        ],
        blocks: vec![
            Block::Part("In het kort".to_owned()),
            Block::Text(
                "U kunt bouwen op wat u al heeft: \"Overleg met drie\" en \"Fouten mogen maken\". Maak eerst dit in orde: \
                 \"Veilig werken is uitgelegd\". Wat nu het meest helpt: \"Een vaste buddy\"."
                    .to_owned(),
            ),
            Block::Text(
                "Niets hiervan is een reden om te wachten, of om iemand niet aan te nemen. Iemand kan al beginnen terwijl u \
                 dingen regelt."
                    .to_owned(),
            ),
            Block::Part("Het beeld".to_owned()),
            Block::Text("Per voorwaarde ziet u wat het minst ver is, en wat het verst is.".to_owned()),
            Block::Picture(picture),
            Block::Part("Begin hier".to_owned()),
            Block::Steps(vec![
                point(
                    "Een vaste buddy",
                    "Vraag een collega die het werk kent om buddy te zijn. Vertel wat u wel en niet verwacht. Spreek af wie \
                     invalt.",
                    &[
                        ("Wie", "de leidinggevende en de buddy"),
                        ("Hoe lang", "ongeveer 30 minuten"),
                        ("Wanneer", "in de eerste weken"),
                    ],
                ),
                point(
                    "Tijd voor de buddy",
                    "Zet voor de eerste maand vaste uren in het rooster, bijvoorbeeld twee tot vier per week.\nVertel het aan het \
                     team.",
                    &[("Wie", "de leidinggevende"), ("Hoe lang", "ongeveer 20 minuten")],
                ),
                point("Een kort gesprek na de eerste week", "", &[("Wie", "de nieuwe collega en de leidinggevende")]),
            ]),
            Block::Part("Wat al stevig staat".to_owned()),
            Block::Points(vec![
                point("Overleg met drie", "U spreekt elkaar elke zes weken, met een vaste agenda.", &[]),
                point("", "Wie een fout maakt, kan dat zeggen zonder gevolgen; u bespreekt samen wat ervan te leren is.", &[]),
            ]),
            Block::Part("Daarna".to_owned()),
            Block::Piece("In de eerste maanden".to_owned()),
            Block::Steps(vec![
                point("Trainen op de werkplek", "Kies één taak die de collega wil leren.", &[("Wie", "de buddy")]),
                point("Vraag wat er nodig is", "Vraag het aan de collega zelf, en herhaal dat na een maand.", &[]),
            ]),
            Block::Piece("Na de eerste maanden".to_owned()),
            Block::Text("Hier staat nog niets.".to_owned()),
            Block::Part("Het plan".to_owned()),
            Block::Table(Table {
                caption: "De stappen van het plan".to_owned(),
                columns: vec![
                    ("Stap".to_owned(), 44),
                    ("Wie".to_owned(), 20),
                    ("Wanneer".to_owned(), 20),
                    ("Hoe ver".to_owned(), 16),
                ],
                rows: [
                    ["Een buddy vragen en een invaller afspreken", "De leidinggevende", "1 december 2026", "Mee bezig"],
                    ["Vaste uren in het rooster zetten", "HR", "In de eerste weken", "Te doen"],
                    ["Met het team bespreken hoe iemand een fout meldt", "De leidinggevende", "", "Te doen"],
                    ["Na twee weken vragen: werkt dit, en wat kan anders?", "De buddy", "15 december 2026", "Klaar"],
                ]
                .map(|row| row.map(str::to_owned).to_vec())
                .to_vec(),
            }),
            Block::Small("De data zijn een voorstel: kies een andere dag als dat beter past.".to_owned()),
        ],
        small: vec![
            "Dit gaat over de werkplek, en nooit over hoe iemand het werk doet. Het is geen keurmerk en geen beoordeling."
                .to_owned(),
            "Gemaakt met Groeiruimte. Vragen van 21 november 2026, versie 1.".to_owned(),
        ],
        file: "verslag-2026-11-21".to_owned(),
    }
}

fn column(id: &str, title: &str, width: u8) -> Column {
    Column { id: id.to_owned(), title: title.to_owned(), width }
}

pub fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

pub fn sheets() -> Sheets {
    let day = |iso| Value::Day(Date::parse(iso).expect("a day"));
    Sheets {
        language: "nl".to_owned(),
        title: "Groeiruimte: de antwoorden en het plan".to_owned(),
        made: Date::parse("2026-11-21").expect("a day"),
        answers: Sheet {
            name: "Antwoorden".to_owned(),
            columns: vec![
                column("condition", "Voorwaarde", 24),
                column("question", "Vraag", 48),
                column("level", "Trede", 8),
                column("answer", "Antwoord", 48),
                column("answered", "Beantwoord op", 12),
                column("note", "Notitie", 40),
            ],
            rows: vec![
                vec![
                    text("Buddy op de werkvloer"),
                    text("Heeft de nieuwe collega één vast aanspreekpunt voor vragen, een buddy?"),
                    Value::Number(1),
                    text("Vaak helpt er wel iemand, of wij denken aan een collega, maar wij hebben niemand gevraagd."),
                    day("2026-11-20"),
                    text("=1+1 staat op het bord; vraag het na.\nTweede regel."),
                ],
                vec![
                    text("Buddy op de werkvloer"),
                    text("Krijgt de buddy tijd in het rooster om de nieuwe collega te helpen?"),
                    Value::Number(0),
                    text("De buddy doet het naast al het andere werk."),
                    day("2026-11-21"),
                    Value::Nothing,
                ],
                vec![
                    text("Openheid"),
                    text("Weet het team wat zij kunnen vragen, en wat niet?"),
                    Value::Nothing,
                    text("Weet ik niet"),
                    Value::Nothing,
                    text("+31 bellen"),
                ],
            ],
        },
        plan: Sheet {
            name: "Plan".to_owned(),
            columns: vec![column("step", "Stap", 50), column("who", "Wie", 20), column("by", "Uiterlijk", 12)],
            rows: vec![vec![text("Vraag een collega om buddy te zijn"), text("De leidinggevende"), day("2026-12-01")]],
        },
        codebook: Sheet {
            name: "Uitleg".to_owned(),
            columns: vec![
                column("sheet", "Blad", 14),
                column("column", "Kolom", 18),
                column("meaning", "Wat het is", 60),
            ],
            rows: vec![
                vec![
                    text("Antwoorden"),
                    text("level"),
                    text("De trede: 0 nog niet, 1 begonnen, 2 geregeld, 3 vast onderdeel."),
                ],
                vec![text("Antwoorden"), text("answered"), text("De dag waarop het antwoord het laatst is veranderd.")],
            ],
        },
        files: ["groeiruimte-2026-11-21", "antwoorden-2026-11-21", "uitleg"].map(str::to_owned),
    }
}
