//! Gives what a module takes from its script short names. wasm-bindgen names each of some 300 functions with a hash, once in the module
//! and once in the script; nothing packs a hash, so together they cost 8 KB on the wire.

use anyhow::{Context, Result, bail};

/// The number by which a module marks the section of its imports.
const IMPORTS: u8 = 2;

/// A module, and the script that belongs to it, with short names between them.
///
/// # Errors
///
/// If the module is none, or the script gives no such function.
pub fn shortened(module: &[u8], script: &str) -> Result<(Vec<u8>, String)> {
    let mut reader = Reader { bytes: module, at: 8 };
    let (mut short, mut script) = (module.get(..8).context("it is no module")?.to_vec(), script.to_owned());
    while reader.at < module.len() {
        let id = reader.byte()?;
        let content = reader.sized()?;
        if id == IMPORTS {
            let imports = shorten(content, &mut script)?;
            append(&mut short, id, &imports);
        } else {
            append(&mut short, id, content);
        }
    }
    Ok((short, script))
}

fn append(module: &mut Vec<u8>, id: u8, section: &[u8]) {
    module.push(id);
    write_sized(module, section);
}

/// The section of the imports with short names for all that comes from the script of wasm-bindgen.
fn shorten(section: &[u8], script: &mut String) -> Result<Vec<u8>> {
    let mut reader = Reader { bytes: section, at: 0 };
    let count = reader.number()?;
    let mut short = Vec::new();
    write_number(&mut short, count);
    for place in 0..count {
        let from = std::str::from_utf8(reader.sized()?)?;
        let name = std::str::from_utf8(reader.sized()?)?;
        let what = reader.what()?;
        if from.ends_with("_bg.js") {
            let given = format!("{name}: ");
            if script.matches(&given).count() != 1 {
                bail!("the script does not give {name} exactly once");
            }
            *script = script.replace(&given, &format!("{}: ", letters(place)));
            write_sized(&mut short, from.as_bytes());
            write_sized(&mut short, letters(place).as_bytes());
        } else {
            write_sized(&mut short, from.as_bytes());
            write_sized(&mut short, name.as_bytes());
        }
        short.extend_from_slice(what);
    }
    Ok(short)
}

/// A number in letters: a, b, ... z, ba, bb.
fn letters(number: usize) -> String {
    let last = char::from(b'a' + u8::try_from(number % 26).unwrap_or_default());
    let before = number / 26;
    if before == 0 { last.to_string() } else { letters(before) + &last.to_string() }
}

/// Reads the parts of a module one after the other.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Result<u8> {
        let byte = *self.bytes.get(self.at).context("the module ends too early")?;
        self.at += 1;
        Ok(byte)
    }

    /// A number, seven bits to a byte, the lowest first.
    fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        bail!("a number in the module is too long");
    }

    /// Bytes behind their number.
    fn sized(&mut self) -> Result<&'a [u8]> {
        let size = self.number()?;
        let from = self.at;
        self.at += size;
        self.bytes.get(from..self.at).context("the module ends too early")
    }

    /// What kind of thing is imported, as it stands there.
    fn what(&mut self) -> Result<&'a [u8]> {
        let from = self.at;
        match self.byte()? {
            0 => drop(self.number()?),
            1 => {
                self.byte()?;
                self.limits()?;
            }
            2 => self.limits()?,
            3 => self.at += 2,
            4 => {
                self.byte()?;
                self.number()?;
            }
            kind => bail!("the module imports something unknown: {kind}"),
        }
        self.bytes.get(from..self.at).context("the module ends too early")
    }

    fn limits(&mut self) -> Result<()> {
        let bounded = self.byte()? & 1 == 1;
        self.number()?;
        if bounded {
            self.number()?;
        }
        Ok(())
    }
}

fn write_sized(to: &mut Vec<u8>, bytes: &[u8]) {
    write_number(to, bytes.len());
    to.extend_from_slice(bytes);
}

fn write_number(to: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        to.push(u8::try_from(number & 0x7f).unwrap_or_default() | 0x80);
        number >>= 7;
    }
    to.push(u8::try_from(number).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports two functions and a memory, and has one more section.
    fn module(names: [&str; 2], from: &str) -> Vec<u8> {
        let mut imports = vec![3];
        for name in names {
            write_sized(&mut imports, from.as_bytes());
            write_sized(&mut imports, name.as_bytes());
            imports.extend([0, 5]);
        }
        write_sized(&mut imports, b"./parts.js");
        write_sized(&mut imports, b"memory");
        imports.extend([2, 1, 17, 18]);
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        append(&mut module, IMPORTS, &imports);
        append(&mut module, 10, &[1, 2, 3]);
        module
    }

    #[test]
    fn what_comes_from_the_script_of_wasm_bindgen_gets_a_short_name_and_nothing_else_changes() {
        let script = "a = { __wbg_get_0123: function() {}, __wbg_set_4567: function() {} }";
        let long = module(["__wbg_get_0123", "__wbg_set_4567"], "./app_bg.js");
        let (short, script) = shortened(&long, script).expect("is a module");
        assert_eq!(short, module(["a", "b"], "./app_bg.js"));
        assert_eq!(script, "a = { a: function() {}, b: function() {} }");
    }

    #[test]
    fn a_script_that_does_not_give_what_is_asked_stops_the_build() {
        let error = shortened(&module(["one", "two"], "./app_bg.js"), "{ one: 1 }").expect_err("two is missing");
        assert_eq!(error.to_string(), "the script does not give two exactly once");
        assert!(shortened(&module(["one", "two"], "./app_bg.js")[..30], "{ one: 1, two: 2 }").is_err());
    }

    #[test]
    fn every_number_has_letters_of_its_own() {
        let names: std::collections::BTreeSet<String> = (0..2_000).map(letters).collect();
        assert_eq!(names.len(), 2_000);
    }
}
