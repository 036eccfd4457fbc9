//! What a module is made of, crate by crate: read from the names that the compiler leaves in it.

use anyhow::{Context, Result};
use rustc_demangle::demangle;
use std::{collections::BTreeMap, fs, ops::Range, path::Path};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// Bytes by crate; what is in no function stands under `data`.
pub type Made = BTreeMap<String, u64>;

/// Texts, tables and constants. Nothing in a module tells which crate they come from.
pub const DATA: &str = "data";

/// Code without a name, such as what wasm-bindgen adds.
const NAMELESS: &str = "nameless";

/// What wasm-bindgen reads in a module and takes out again.
const DESCRIBES: [&str; 2] = ["__wbindgen_describe", "WasmDescribe"];

/// What every crate is written with. Code of these belongs to whoever asked for it, as long as its name tells.
const STANDARD: [&str; 3] = ["alloc", "core", "std"];

/// What a module is made of, by its file.
pub fn of_module(file: &Path) -> Result<Made> {
    let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    of(&bytes).with_context(|| format!("{} is no module that can be read", file.display()))
}

fn of(module: &[u8]) -> Result<Made> {
    let (mut imported, mut bodies, mut names) = (0, Vec::new(), BTreeMap::new());
    let mut made = Made::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(length(body.range())),
            Payload::DataSection(section) => drop(made.insert(DATA.to_owned(), length(section.range()))),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(section) = section.as_known() {
                    for part in section {
                        let Name::Function(functions) = part? else { continue };
                        for name in functions {
                            let name = name?;
                            names.insert(name.index, name.name.to_owned());
                        }
                    }
                }
            }
            _ => {}
        }
    }
    for (index, bytes) in (imported..).zip(bodies) {
        let name = names.get(&index).map_or("", String::as_str);
        if !DESCRIBES.iter().any(|it| name.contains(it)) {
            *made.entry(crate_of(name)).or_default() += bytes;
        }
    }
    Ok(made)
}

fn length(range: Range<u64>) -> u64 {
    range.end - range.start
}

/// The crate that a function is there for: the first one that its name tells and that is not the standard library.
///
/// `core::ptr::drop_in_place<yew::VNode>` is there for `yew`. It is an attribution, not a proof: many names of the standard
/// library do not tell for whom it is there, and what is inlined counts where it ended up.
fn crate_of(symbol: &str) -> String {
    let name = format!("{:#}", demangle(symbol));
    let mut standard = None;
    let mut rest = name.as_str();
    while let Some(end) = rest.find("::") {
        let before = &rest[..end];
        let start = before.rfind(|it: char| !it.is_alphanumeric() && it != '_').map_or(0, |at| at + 1);
        let (head, is_first) = (&before[start..], !before[..start].ends_with("::"));
        rest = &rest[end + 2..];
        // What follows belongs to the same path; the next path begins behind the next sign that is none of a name.
        let path = rest.find(|it: char| !it.is_alphanumeric() && it != '_' && it != ':').unwrap_or(rest.len());
        rest = &rest[path..];
        if head.is_empty() || !is_first || !head.starts_with(|it: char| it.is_ascii_lowercase() || it == '_') {
            continue;
        }
        if !STANDARD.contains(&head) {
            return head.to_owned();
        }
        standard.get_or_insert("std");
    }
    standard.map_or_else(|| NAMELESS.to_owned(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_counts_for_the_crate_that_asked_for_it() {
        for (symbol, owner) in [
            ("yew::scheduler::push", "yew"),
            ("<yew::virtual_dom::VNode as core::clone::Clone>::clone", "yew"),
            ("core::ptr::drop_in_place<assessment::plan::Plan>", "assessment"),
            ("<alloc::vec::Vec<content::Text> as core::ops::Drop>::drop", "content"),
            ("alloc::raw_vec::RawVecInner<A>::finish_grow", "std"),
            ("_ZN12room_to_grow5pages9questions4page17h0123456789abcdefE", "room_to_grow"),
            ("_ZN4core3ptr41drop_in_place$LT$yew..html..Component$GT$17h0123456789abcdefE", "yew"),
            ("memcpy", "nameless"),
        ] {
            assert_eq!(crate_of(symbol), owner, "{symbol}");
        }
    }
}
