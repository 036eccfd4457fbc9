//! A sheet as CSV ([RFC 4180](https://www.rfc-editor.org/rfc/rfc4180)), in UTF-8.

use ::csv::{QuoteStyle, Terminator, WriterBuilder};
use serde::{Deserialize, Serialize};

use crate::{Sheet, Value, sheets::iso};

/// For whom a CSV file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reader {
    /// For programs: commas, as the standard says.
    Program,
    /// For Excel in a country that writes a comma in its decimals, such as the Netherlands: semicolons, and a mark at the
    /// beginning by which Excel knows that it is UTF-8.
    Excel,
}

/// The lines of a sheet, with the ids of the columns first.
///
/// A text that a spreadsheet would take for a formula gets a `'` in front, also in the form for programs: nobody knows
/// where a file is opened. The codebook says so in the docs of the format (docs/file-format.md).
pub fn csv(sheet: &Sheet, reader: Reader) -> Vec<u8> {
    let (mark, separator) = match reader {
        Reader::Program => ("", b','),
        Reader::Excel => ("\u{feff}", b';'),
    };
    let mut writer = WriterBuilder::new()
        .delimiter(separator)
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(mark.as_bytes().to_vec());
    let head = sheet.columns.iter().map(|column| column.id.clone());
    let lines = sheet.rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>());
    for line in std::iter::once(head.collect()).chain(lines) {
        // Every line has as many cells as there are columns, and memory takes whatever is written.
        let _ = writer.write_record(line);
    }
    writer.into_inner().unwrap_or_default()
}

fn cell(value: &Value) -> String {
    match value {
        Value::Nothing => String::new(),
        Value::Number(number) => number.to_string(),
        Value::Day(day) => iso(*day),
        Value::Text(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => ["'", text].concat(),
        Value::Text(text) => text.clone(),
    }
}
