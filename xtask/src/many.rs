//! A device that is full: a backup file with made-up workplaces.

use std::{
    fs,
    path::Path,
    time::{SystemTime, UNIX_EPOCH},
};

use anyhow::{Context, Result};
use assessment::{Date, Instrument, Moment, Record};
use exchange::{MOST_BYTES, MOST_RECORDS, can_be_opened};

use crate::{
    content,
    shell::{fault, say},
};

/// Writes as many workplaces as are asked for, with their latest rounds up to today.
pub fn write(root: &Path, workplaces: usize, out: &Path) -> Result<()> {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .context("the clock of this machine stands before 1970: set it right")?;
    let now = Moment(u64::try_from(since.as_millis())?);
    let (records, text) = backup(&content::instrument(root)?, workplaces, now)?;
    fs::write(out, &text).with_context(|| format!("cannot write {}", out.display()))?;
    say(&format!(
        "{}: {} records in {} bytes; open it under 'On this device'",
        out.display(),
        records.len(),
        text.len()
    ));
    Ok(())
}

/// The records, and the file with them. What the app would refuse is not written.
fn backup(instrument: &Instrument, workplaces: usize, now: Moment) -> Result<(Vec<Record>, String)> {
    let fewer = || format!("{} workplaces are too many for one file", workplaces);
    let remedy = format!("ask for fewer: a file holds at most {MOST_RECORDS} records and {MOST_BYTES} bytes");
    // Each is one record, with a view in each round.
    if workplaces > MOST_RECORDS / (1 + specimens::ROUNDS) {
        return Err(fault(fewer(), remedy));
    }
    let records = specimens::workplaces(instrument, workplaces, Date::of(now));
    let text = exchange::write(&records, now);
    if !can_be_opened(records.len(), text.len()) {
        return Err(fault(fewer(), remedy));
    }
    Ok((records, text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use exchange::{Known, read};

    fn instrument() -> Instrument {
        content::instrument(&crate::paths::root()).expect("the content is in order")
    }

    #[test]
    fn the_file_is_one_that_the_app_opens() {
        let instrument = instrument();
        let (records, text) = backup(&instrument, 5, Moment(1_795_219_200_000)).expect("five are few");
        let opened = read(text.as_bytes(), &Known::from(&instrument)).expect("it is a file of ours");
        assert_eq!(opened.records.len(), records.len());
        assert!(records.len() > 5 * specimens::ROUNDS);
    }

    #[test]
    fn what_no_file_can_hold_is_refused_with_a_remedy() {
        let refused = backup(&instrument(), 1_000_000, Moment(1_795_219_200_000)).expect_err("too many");
        assert!(refused.to_string().contains("remedy"), "{refused}");
    }
}
