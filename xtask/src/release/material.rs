//! The bill of material, in the form of CycloneDX 1.5 (JSON): what reaches visitors, by name, version, licence and sum.

use super::crates::Crate;
use crate::shell;
use anyhow::Result;
use serde_json::{Value, json};

/// Writes the bill. It holds neither a time nor a random number, both of which the format leaves open: the commit tells
/// which one it is.
pub fn bill(version: &str, commit: Option<&str>, crates: &[Crate]) -> Result<String> {
    let compiler = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let rust = shell::answer(compiler, &["--version"]).unwrap_or_default();
    // Of `rustc 1.95.0 (59807616e 2026-04-14)` the number.
    let rust = rust.split(' ').nth(1).unwrap_or_default().to_owned();
    let standard_library = json!({
        "type": "library",
        "bom-ref": "rust-std",
        "name": "Rust standard library",
        "version": rust,
        "licenses": [{ "expression": "MIT OR Apache-2.0" }],
    });
    let commit: Vec<Value> =
        commit.iter().map(|commit| json!({ "name": "room-to-grow:commit", "value": commit })).collect();
    let components: Vec<Value> = crates.iter().map(component).chain([standard_library]).collect();
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "site",
                "name": "Room to Grow",
                "version": version,
                "licenses": [
                    { "license": { "id": "Apache-2.0" } },
                    { "license": { "id": "CC-BY-4.0" } },
                    { "license": { "id": "MIT" } },
                ],
            },
            "properties": commit,
        },
        "components": components,
    });
    Ok(serde_json::to_string_pretty(&bill)? + "\n")
}

fn component(it: &Crate) -> Value {
    let modules: Vec<Value> =
        it.modules.iter().map(|module| json!({ "name": "room-to-grow:module", "value": module })).collect();
    let mut component = json!({
        "type": "library",
        "bom-ref": format!("{}@{}", it.name, it.version),
        "name": it.name,
        "version": it.version,
        "licenses": [{ "expression": it.licence }],
        "properties": modules,
    });
    // A crate of this checkout is at no registry, so it has neither.
    if let Some(checksum) = &it.checksum {
        component["purl"] = json!(format!("pkg:cargo/{}@{}", it.name, it.version));
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    component
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{paths, release::crates};
    use std::collections::BTreeSet;

    fn this_checkout() -> Value {
        let crates = crates::shipped(&paths::root()).expect("cargo answers");
        let bill = bill("0.1.0", Some("0123abc"), &crates).expect("JSON");
        assert_eq!(bill, super::bill("0.1.0", Some("0123abc"), &crates).expect("JSON"), "the same each time");
        serde_json::from_str(&bill).expect("JSON")
    }

    /// The fields that version 1.5 of the format asks for, and those by which a crate is found again.
    #[test]
    fn the_bill_has_every_field_that_the_format_asks_for() {
        let bill = this_checkout();
        assert_eq!((&bill["bomFormat"], &bill["specVersion"]), (&json!("CycloneDX"), &json!("1.5")));
        assert_eq!(bill["metadata"]["properties"][0]["value"], "0123abc");
        assert!(bill.get("serialNumber").is_none() && bill["metadata"].get("timestamp").is_none());
        let components = bill["components"].as_array().expect("a list");
        assert!(components.len() > 50, "{} components", components.len());
        let mut references = BTreeSet::new();
        for it in components {
            let text = |field: &str| it[field].as_str().unwrap_or_else(|| panic!("no {field}: {it}")).to_owned();
            assert_eq!(text("type"), "library");
            assert!(!text("name").is_empty() && text("version").starts_with(|first: char| first.is_ascii_digit()));
            assert!(references.insert(text("bom-ref")), "{} stands there twice", text("bom-ref"));
            let licence = it["licenses"][0]["expression"].as_str().expect("a licence");
            assert!(!licence.is_empty() && !licence.contains('/'), "{licence} is no SPDX expression");
            if it.get("hashes").is_some() {
                let sum = it["hashes"][0]["content"].as_str().expect("a sum");
                assert!(sum.len() == 64 && sum.bytes().all(|byte| byte.is_ascii_hexdigit()), "{sum}");
                assert_eq!(text("purl"), format!("pkg:cargo/{}@{}", text("name"), text("version")));
            }
        }
    }

    #[test]
    fn the_bill_tells_nothing_of_this_machine() {
        let bill = this_checkout().to_string();
        assert!(!bill.contains(&paths::root().display().to_string()));
        assert!(!bill.contains("/registry/"));
    }
}
