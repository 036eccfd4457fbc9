//! The parts of a Word file, packed as one.

use std::io::{Cursor, Write};

use docx_rs::Docx;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::order::{TableNote, attribute, complete};

/// The document, its lists and its footer are docx-rs's. The other parts are the same in each file, but for title and
/// language: they stand beside this file, as docx-rs has no words for most of what is in them. It would add parts for
/// comments, footnotes and more, all empty.
pub(super) fn pack(docx: Docx, notes: &[TableNote], title: &str, language: &str) -> Option<Vec<u8>> {
    let built = docx.build();
    let language = attribute(language);
    let core = include_str!("core.xml").replace("{language}", &language).replace("{title}", &attribute(title));
    let styles = include_str!("styles.xml").replace("{language}", &language);
    let parts: [(&str, &[u8]); 10] = [
        // Programs know the kind of file by its first part.
        ("[Content_Types].xml", include_bytes!("content-types.xml")),
        ("_rels/.rels", include_bytes!("relationships.xml")),
        ("docProps/core.xml", core.as_bytes()),
        ("word/_rels/document.xml.rels", include_bytes!("document-relationships.xml")),
        ("word/document.xml", &complete(&built.document, notes)?),
        ("word/styles.xml", styles.as_bytes()),
        ("word/numbering.xml", &complete(&built.numberings, &[])?),
        ("word/settings.xml", include_bytes!("settings.xml")),
        ("word/fontTable.xml", include_bytes!("fonts.xml")),
        ("word/footer1.xml", &complete(built.footers.first()?, &[])?),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // No times: without the clock, each part is of 1980.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        zip.start_file(name, options).ok()?;
        zip.write_all(bytes).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}
