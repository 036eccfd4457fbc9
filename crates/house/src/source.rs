//! The shape of `house.toml`. Unknown keys are faults, so that a misspelt one does not go unnoticed.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::palette::Role;

/// `house.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct HouseFile {
    pub languages: Vec<String>,
    pub region: String,
    #[serde(default)]
    pub site_address: String,
    pub logo: Option<String>,
    pub icon: Option<String>,
    pub theme: Option<String>,
    pub name: BTreeMap<String, String>,
    #[serde(default)]
    pub short_name: BTreeMap<String, String>,
    #[serde(default)]
    pub colours: Colours,
    pub contact: Option<ContactWords>,
    #[serde(default)]
    pub privacy: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub embedding: Embedding,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Colours {
    #[serde(default)]
    pub light: BTreeMap<Role, String>,
    #[serde(default)]
    pub dark: BTreeMap<Role, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactWords {
    pub name: Worded,
    pub mail: Option<Worded>,
    pub web: Option<Worded>,
}

/// The same in every language, or one for each.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Worded {
    Same(String),
    PerLanguage(BTreeMap<String, String>),
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Embedding {
    #[serde(default)]
    pub allowed: Vec<String>,
}

impl Worded {
    pub fn in_language(&self, code: &str) -> Option<&str> {
        match self {
            Self::Same(text) => Some(text),
            Self::PerLanguage(texts) => texts.get(code).map(String::as_str),
        }
    }
}
