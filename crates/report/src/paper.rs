//! A sheet of paper as plain values. The page shows it, the browser prints it, and the files are written from it: so they
//! all say the same.

use serde::{Deserialize, Serialize};

/// Something to take along, in the order in which it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// The code of the language that it is written in, such as `nl`.
    pub language: String,
    /// Its title.
    pub title: String,
    /// What stands in its title block: what it is about, who, when.
    pub facts: Vec<Fact>,
    /// What it says.
    pub blocks: Vec<Block>,
    /// In small print at its end: what it is not, and which questions it rests on.
    pub small: Vec<String>,
    /// The name of its file, without the ending: what it is, and of which day.
    pub file: String,
}

/// A name and a value, such as 'Who: the manager'.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// What is told.
    pub name: String,
    /// What it is.
    pub value: String,
}

impl Fact {
    /// A name and its value.
    pub fn new(name: &str, value: impl Into<String>) -> Self {
        Self { name: name.to_owned(), value: value.into() }
    }
}

/// A piece of a paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// The heading of a part.
    Part(String),
    /// A heading within a part.
    Piece(String),
    /// A paragraph.
    Text(String),
    /// A paragraph in small print.
    Small(String),
    /// Points, in no order that counts.
    Points(Vec<Point>),
    /// First steps, in their order.
    Steps(Vec<Point>),
    /// Rows and columns.
    Table(Table),
    /// Each condition on four steps.
    Picture(Picture),
}

/// A point: something to do, to keep or to ask, and what is said about it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// Its name; may be empty.
    pub title: String,
    /// What it says.
    pub text: String,
    /// Its language, if that is another than the paper's: a code such as `nl`.
    pub language: Option<String>,
    /// Who, how long, by when.
    pub facts: Vec<Fact>,
    /// Whether it is a proposal, whose text the reader may change before it goes out.
    pub open: bool,
}

/// Rows and columns, each row read from left to right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// What stands in it: its name for who does not see it.
    pub caption: String,
    /// The heads of the columns, each with its share of the width in percent.
    pub columns: Vec<(String, u8)>,
    /// The rows; each has a cell for every column.
    pub rows: Vec<Vec<String>>,
}

/// Each condition on four steps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// What it shows: its name for who does not see it.
    pub caption: String,
    /// The head of the first column.
    pub condition: String,
    /// The names of the four steps, from low to high.
    pub levels: [String; 4],
    /// What a step is: where the workplace is, useful at this stage, not known.
    pub key: [String; 3],
    /// What a step is that a part of the condition has reached, and not all of it.
    pub partly: String,
    /// A row for each condition.
    pub rows: Vec<PictureRow>,
}

/// Where one condition stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PictureRow {
    /// The condition.
    pub name: String,
    /// The row in words.
    pub words: String,
    /// Its four steps.
    pub steps: [Mark; 4],
}

/// What a step of the picture is; several can hold at once, and none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The workplace is there.
    pub filled: bool,
    /// It is useful to be there at this stage.
    pub wanted: bool,
    /// Nobody knows.
    pub possible: bool,
}

impl Mark {
    /// It as a sign that reads in black and white: `■` where the workplace is, `□` where it is useful to be, `?` where
    /// nobody knows, `·` for none of these.
    pub fn sign(self) -> &'static str {
        match (self.filled, self.possible, self.wanted) {
            (true, _, _) => "■",
            (false, true, true) => "□ ?",
            (false, true, false) => "?",
            (false, false, true) => "□",
            (false, false, false) => "·",
        }
    }
}

impl Paper {
    /// What of it can be changed before it goes out, in order.
    pub fn open_points(&self) -> impl Iterator<Item = &Point> {
        self.blocks.iter().filter_map(Block::points).flatten().filter(|point| point.open)
    }

    /// The open point of a number, counted from 0 through the whole paper.
    pub fn open_point(&mut self, number: usize) -> Option<&mut Point> {
        self.blocks.iter_mut().filter_map(Block::points_mut).flatten().filter(|point| point.open).nth(number)
    }

    /// Leaves the open point of a number out. A list that becomes empty stays, so that a line can be added to it.
    pub fn leave_out(&mut self, number: usize) {
        let mut next = 0;
        for points in self.blocks.iter_mut().filter_map(Block::points_mut) {
            points.retain(|point| {
                let is_it = point.open && next == number;
                next += usize::from(point.open);
                !is_it
            });
        }
    }

    /// Adds an empty line to the first list, with the same facts to fill in as the one before it.
    pub fn add_line(&mut self) {
        if let Some(points) = self.blocks.iter_mut().find_map(Block::points_mut) {
            let facts = points.last().map(|point| point.facts.clone()).unwrap_or_default();
            let facts = facts.into_iter().map(|fact| Fact { value: String::new(), ..fact }).collect();
            points.push(Point { facts, open: true, ..Point::default() });
        }
    }

    /// It without the lines that hold nothing, as it goes out.
    pub fn without_empty_lines(&self) -> Self {
        let mut paper = self.clone();
        for points in paper.blocks.iter_mut().filter_map(Block::points_mut) {
            points.retain(|point| !point.text.trim().is_empty());
            for point in points {
                point.facts.retain(|fact| !fact.value.trim().is_empty());
            }
        }
        paper
    }
}

impl Block {
    fn points(&self) -> Option<&Vec<Point>> {
        match self {
            Self::Points(points) | Self::Steps(points) => Some(points),
            _ => None,
        }
    }

    fn points_mut(&mut self) -> Option<&mut Vec<Point>> {
        match self {
            Self::Points(points) | Self::Steps(points) => Some(points),
            _ => None,
        }
    }
}
