//! The content: checked, and made into the packs that the app reads. The work is done by `content-files`.

use std::{fs, path::Path};

use anyhow::{Context, bail};
use assessment::Instrument;
use content_files::{Content, Fault, Reading};
use house::House;

/// Checks everything under `content/` (bars W1 to W4).
pub fn check(root: &Path) -> anyhow::Result<()> {
    let content = read(root)?;
    content_files::guard_words(&root.join("content")).or_else(tell)?;
    println!("The content is in order. Its sentences, and its reading ease in the file where it is lowest:");
    for language in content.languages() {
        let readings: Vec<Reading> =
            content.readings().into_iter().filter(|reading| reading.language == language).collect();
        let longest = readings.iter().map(|reading| reading.sentence).fold(0.0, f64::max);
        let lowest = readings.iter().map(|reading| reading.ease).fold(f64::INFINITY, f64::min);
        println!(
            "{language}: {} files, at most {longest:.1} words on average, ease at least {lowest:.0}",
            readings.len()
        );
    }
    Ok(())
}

/// Writes the packs of the languages of a house, and that of the privacy guard, into a folder.
pub fn pack(root: &Path, house: &House, out: &Path) -> anyhow::Result<()> {
    let content = content_files::read_with_region(&root.join("content"), &house.region).or_else(tell)?;
    let mut packs = content.packs(house).or_else(tell)?;
    packs.push(content_files::guard_pack(&root.join("content")).or_else(tell)?);
    fs::create_dir_all(out).with_context(|| format!("cannot make {}", out.display()))?;
    for pack in packs {
        let file = out.join(&pack.name);
        fs::write(&file, &pack.bytes).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

/// The instrument.
pub fn instrument(root: &Path) -> anyhow::Result<Instrument> {
    read(root)?.instrument().or_else(tell)
}

fn read(root: &Path) -> anyhow::Result<Content> {
    content_files::read(&root.join("content")).or_else(tell)
}

fn tell<T>(faults: Vec<Fault>) -> anyhow::Result<T> {
    for fault in &faults {
        eprintln!("{fault}");
    }
    match faults.len() {
        1 => bail!("one fault in the content; the line above says what to do"),
        more => bail!("{more} faults in the content; each line above says what to do"),
    }
}
