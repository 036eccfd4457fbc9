//! The parts of a Word file, packed as one.

use std::io::{Cursor, Write};

use docx_rs::{BuildXML, Document, Footer, Numberings};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::order::{TableNote, complete, escaped};

/// What a document is made of.
pub(super) struct Parts<'a> {
    pub title: &'a str,
    pub language: &'a str,
    pub document: Document,
    pub lists: Numberings,
    pub footer: Footer,
    pub notes: &'a [TableNote],
}

/// The id by which the document refers to its footer.
pub(super) const FOOTER: &str = "rId5";

/// Document, lists and footer are docx-rs's. The other parts are the same in each file, but for title and language: they
/// stand beside this file. docx-rs has no words for most of what is in them, adds parts for comments, footnotes and more,
/// all empty, and packs without compressing; building a part at a time leaves all that out of the module, too.
pub(super) fn pack(parts: &Parts) -> Option<Vec<u8>> {
    let language = escaped(parts.language);
    let core = include_str!("core.xml").replace("{language}", &language).replace("{title}", &escaped(parts.title));
    let styles = include_str!("styles.xml").replace("{language}", &language);
    let files: [(&str, &[u8]); 10] = [
        // Programs know the kind of file by its first part.
        ("[Content_Types].xml", include_bytes!("content-types.xml")),
        ("_rels/.rels", include_bytes!("relationships.xml")),
        ("docProps/core.xml", core.as_bytes()),
        ("word/_rels/document.xml.rels", include_bytes!("document-relationships.xml")),
        ("word/document.xml", &complete(&parts.document.build(), parts.notes)?),
        ("word/styles.xml", styles.as_bytes()),
        ("word/numbering.xml", &complete(&parts.lists.build(), &[])?),
        ("word/settings.xml", include_bytes!("settings.xml")),
        ("word/fontTable.xml", include_bytes!("fonts.xml")),
        ("word/footer1.xml", &complete(&parts.footer.build(), &[])?),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // No times: without the clock, each part is of 1980.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in files {
        zip.start_file(name, options).ok()?;
        zip.write_all(bytes).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}
