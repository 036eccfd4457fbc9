//! Sheets as a workbook for Excel.

use assessment::Date;
use report::{Column, Sheet, Sheets, Value};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::text::{clean, shortened};

/// As many characters as a cell of Excel takes.
const LONGEST: usize = 32_767;

/// In days from 1970 on, the last day that Excel knows: 31 December 9999.
const LAST_DAY: u32 = 2_932_896;

/// Excel counts its days from the end of 1899, with a leap day in 1900 that never was.
const DAYS_BEFORE_1970: u32 = 25_569;

/// In points: a line of text in Excel's own font, and as high as a row can be.
const LINE: f64 = 15.0;
const HIGHEST: f64 = 409.0;

/// In characters, added to a column: the button of the filter has to fit beside the title.
const BUTTON: u8 = 2;

/// In points: some room around the titles.
const HEAD: f64 = 9.0;

/// The sheets as an xlsx file: answers, plan and codebook.
///
/// `None` if the writer refuses: a name that no sheet can have, two of the same name, or more rows than Excel has.
pub fn xlsx(sheets: &Sheets) -> Option<Vec<u8>> {
    workbook(sheets).ok()
}

fn workbook(sheets: &Sheets) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // Otherwise the moment of writing is kept, and no two files are the same.
    let made = ExcelDateTime::from_timestamp(i64::from(sheets.made.0.min(LAST_DAY)) * 86_400)?;
    book.set_properties(&DocProperties::new().set_title(clean(&sheets.title)).set_creation_datetime(&made));
    let looks = Looks::new();
    for sheet in [&sheets.answers, &sheets.plan, &sheets.codebook] {
        write(book.add_worksheet(), sheet, &looks)?;
    }
    book.save_to_buffer()
}

/// How the cells look.
struct Looks {
    head: Format,
    text: Format,
    number: Format,
    day: Format,
}

impl Looks {
    fn new() -> Self {
        // A row is read along its top and from the left, however many lines one of its cells has: the numbers are names of
        // levels, which nobody adds up.
        // A thin line tells one row from the next, on paper too.
        let line = Format::new()
            .set_align(FormatAlign::Top)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(Color::RGB(0xd9_d2_c5));
        let number = line.clone().set_align(FormatAlign::Left);
        Self {
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_font_color(Color::RGB(0x1e_5b_4a))
                .set_background_color(Color::RGB(0xe6_ef_e9))
                .set_border_bottom(FormatBorder::Thin)
                .set_border_bottom_color(Color::RGB(0x1e_5b_4a)),
            text: line.set_text_wrap(),
            // The same in every language, and in the order in which it can be sorted.
            day: number.clone().set_num_format("yyyy-mm-dd"),
            number,
        }
    }
}

fn write(page: &mut Worksheet, sheet: &Sheet, looks: &Looks) -> Result<(), XlsxError> {
    page.set_name(clean(&sheet.name))?;
    for (place, column) in (0_u16..).zip(&sheet.columns) {
        page.set_column_width(place, width(column))?;
        page.write_string_with_format(0, place, written(&column.title), &looks.head)?;
    }
    let most = sheet.columns.iter().map(|column| lines(&column.title, column)).max().unwrap_or(1);
    page.set_row_height(0, f64::from(most) * LINE + HEAD)?;
    for (row, values) in (1_u32..).zip(&sheet.rows) {
        let mut most = 1;
        for ((place, column), value) in (0_u16..).zip(&sheet.columns).zip(values) {
            write_value(page, row, place, value, looks)?;
            if let Value::Text(text) = value {
                most = most.max(lines(text, column));
            }
        }
        // Excel would find the height by itself, but not every program does, and then one line of many is seen.
        if most > 1 {
            page.set_row_height(row, (f64::from(most) * LINE).min(HIGHEST))?;
        }
    }
    let rows = u32::try_from(sheet.rows.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
    if let Some(last) = u16::try_from(sheet.columns.len()).ok().and_then(|count| count.checked_sub(1)) {
        page.autofilter(0, 0, rows, last)?;
        page.set_repeat_rows(0, 0)?;
    }
    page.set_freeze_panes(1, 0)?;
    // On paper: A4, lying, as many pages long as it takes, each with its number.
    page.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0).set_footer("&L&A&R&P / &N");
    Ok(())
}

fn write_value(page: &mut Worksheet, row: u32, place: u16, value: &Value, looks: &Looks) -> Result<(), XlsxError> {
    match value {
        // Nothing is in it, but it has the line of its row.
        Value::Nothing => {
            page.write_blank(row, place, &looks.text)?;
        }
        // As a string, never by guessing what it might be: `=1+1` stays a text, and an address is not followed.
        Value::Text(text) => {
            page.write_string_with_format(row, place, written(text), &looks.text)?;
        }
        Value::Number(number) => {
            page.write_number_with_format(row, place, *number, &looks.number)?;
        }
        Value::Day(day) if day.0 <= LAST_DAY => {
            page.write_number_with_format(row, place, day.0 + DAYS_BEFORE_1970, &looks.day)?;
        }
        Value::Day(day) => {
            page.write_string_with_format(row, place, iso(*day), &looks.text)?;
        }
    }
    Ok(())
}

fn width(column: &Column) -> f64 {
    f64::from(column.width) + f64::from(BUTTON)
}

/// About how many lines a text takes in its column, rather one too many: most letters are narrower than the digits by which
/// the width of a column is measured.
fn lines(text: &str, column: &Column) -> u32 {
    let width = usize::from(column.width) + usize::from(BUTTON);
    let lines = text.lines().map(|line| {
        let (mut lines, mut used) = (1, 0);
        for word in line.split(' ') {
            let long = word.chars().count();
            if used > 0 && used + 1 + long > width {
                (lines, used) = (lines + 1, 0);
            } else if used > 0 {
                used += 1;
            }
            // A word that is longer than the column goes on below.
            used += long;
            lines += used.saturating_sub(1) / width;
            used = if used == 0 { 0 } else { (used - 1) % width + 1 };
        }
        lines
    });
    u32::try_from(lines.sum::<usize>()).unwrap_or(u32::MAX)
}

fn written(text: &str) -> String {
    shortened(clean(text), LONGEST)
}

/// A day that Excel does not know, such as `+12026-11-21`.
fn iso(day: Date) -> String {
    // The calendar is the same again after 400 years.
    let (mut year, mut left) = (1970 + day.0 / 146_097 * 400, day.0 % 146_097);
    let leap = |year: u32| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    while let Some(rest) = left.checked_sub(if leap(year) { 366 } else { 365 }) {
        (year, left) = (year + 1, rest);
    }
    let february = if leap(year) { 29 } else { 28 };
    let mut month = 1;
    for days in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30] {
        let Some(rest) = left.checked_sub(days) else { break };
        (month, left) = (month + 1, rest);
    }
    format!("+{year}-{month:02}-{:02}", left + 1)
}
