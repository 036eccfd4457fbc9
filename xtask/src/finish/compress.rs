//! Compressed forms beside the files, made once and as small as possible: hosts send them as they are.

use anyhow::Result;
use brotli::{BrotliCompress, enc::BrotliEncoderParams};
use flate2::{Compression, write::GzEncoder};
use std::{
    ffi::OsString,
    fs,
    io::Write,
    path::{Path, PathBuf},
};

/// What text and code are kept in; pictures and fonts are compressed in themselves.
const WORTH_IT: [&str; 8] = ["css", "html", "js", "json", "pack", "svg", "wasm", "webmanifest"];

/// Below this, an answer fits one network packet either way.
const SMALLEST: usize = 512;

/// Writes a `.br` and a `.gz` beside every file in `folder` that becomes smaller by it.
pub fn folder(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            self::folder(&path)?;
            continue;
        }
        let kind = path.extension().and_then(|kind| kind.to_str());
        if !kind.is_some_and(|kind| WORTH_IT.contains(&kind)) {
            continue;
        }
        let bytes = fs::read(&path)?;
        // What came with its forms from a site that was built before is done.
        if bytes.len() < SMALLEST || beside(&path, ".br").is_file() {
            continue;
        }
        for (ending, small) in [(".br", brotli(&bytes)?), (".gz", gzip(&bytes)?)] {
            if small.len() < bytes.len() {
                fs::write(beside(&path, ending), small)?;
            }
        }
    }
    Ok(())
}

/// Brotli at its best.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters =
        BrotliEncoderParams { quality: 11, lgwin: 24, size_hint: bytes.len(), ..BrotliEncoderParams::default() };
    let mut small = Vec::new();
    BrotliCompress(&mut &*bytes, &mut small, &parameters)?;
    Ok(small)
}

/// Gzip at its best. It holds no name and no time, so equal input gives equal output.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn compressed_forms_read_back_and_are_the_same_each_time() {
        let text = "Room to grow. ".repeat(200).into_bytes();

        let small = gzip(&text).expect("in memory");
        let mut back = Vec::new();
        let mut decoder = flate2::read::GzDecoder::new(&*small);
        decoder.read_to_end(&mut back).expect("valid gzip");
        assert_eq!(back, text);
        assert_eq!(gzip(&text).expect("in memory"), small);

        let small = brotli(&text).expect("in memory");
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &*small, &mut back).expect("valid brotli");
        assert_eq!(back, text);
    }
}
