//! Rows for a spreadsheet: the answers, the plan, and the codebook that explains both.

use assessment::Date;
use serde::{Deserialize, Serialize};

/// A sheet of rows, each with a value for every column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name, of at most 31 characters and without `[ ] : * ? / \`, which spreadsheets do not take.
    pub name: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Vec<Value>>,
}

/// A column of a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its name in every language: in CSV it stands in the first line, and the codebook explains it.
    pub id: String,
    /// Its name in the language of the reader: in Excel it stands in the first row.
    pub title: String,
    /// Its width in a spreadsheet, in characters.
    pub width: u8,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// Nothing.
    Nothing,
    /// A text. Never a formula, whatever it begins with.
    Text(String),
    /// A count.
    Number(u32),
    /// A day.
    Day(Date),
}

/// Everything for one workbook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheets {
    /// The code of the language of the reader.
    pub language: String,
    /// The title of the workbook.
    pub title: String,
    /// The day on which it is made.
    pub made: Date,
    /// A row for each answer.
    pub answers: Sheet,
    /// A row for each step of the plan.
    pub plan: Sheet,
    /// What every column and code means.
    pub codebook: Sheet,
    /// The names of the files, without the ending: of the workbook, of the answers, and of the codebook.
    pub files: [String; 3],
}
