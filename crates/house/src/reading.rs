//! From the file to the house style, with every fault that is found.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use toml::de::{DeTable, DeValue};

use crate::{
    Contact, House, address,
    colour::Colour,
    drawing::{self, Drawing},
    fault::Fault,
    palette::{Origin, Palette, Role},
    sheet::Sheet,
    source::{Colours, ContactWords, HouseFile},
    theme,
};

/// The most letters that a name may have: it stands in the header of a small screen.
const LONGEST_NAME: usize = 60;

/// Reads the house file. What it names counts from its own folder; `project` is the folder with `content/` and `style/`.
///
/// # Errors
///
/// All faults, sorted by file and line; a fault in the form of the file can hide others behind it.
pub fn read(file: &Path, project: &Path) -> Result<House, Vec<Fault>> {
    let mut reader = Reader { file, text: String::new(), project, faults: Vec::new() };
    match reader.house() {
        Some(house) if reader.faults.is_empty() => Ok(house),
        _ => {
            reader.faults.sort();
            reader.faults.dedup();
            Err(reader.faults)
        }
    }
}

/// Reads the house file at the top of a checkout.
///
/// # Errors
///
/// As [`read`].
pub fn ours(project: &Path) -> Result<House, Vec<Fault>> {
    read(&project.join("house.toml"), project)
}

struct Reader<'a> {
    file: &'a Path,
    text: String,
    project: &'a Path,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn house(&mut self) -> Option<House> {
        self.text = self.read_text()?;
        let source = self.parsed()?;
        let there = self.languages_there();
        self.check_languages(&source, &there);
        self.check_region(&source.region);
        self.check_names(&source, &there);
        if !source.site_address.is_empty() && !address::is_site(&source.site_address) {
            self.fault(
                "site-address",
                "This is no whole web address.",
                "Write it as https://example.org/ or leave it empty.",
            );
        }
        for (index, origin) in source.embedding.allowed.iter().enumerate() {
            if !address::is_origin(origin) {
                let what = format!("'{origin}' is no origin that may show the app.");
                let remedy = "Write https:// and the host alone, such as \"https://intranet.example.org\".";
                self.fault(&format!("embedding.allowed[{index}]"), &what, remedy);
            }
        }
        let (light, dark, font, remarks) = self.look(&source)?;
        Some(House {
            logo: self.drawing("logo", source.logo.as_deref()),
            icon: self.drawing("icon", source.icon.as_deref()),
            contacts: self.contacts(&source),
            privacy: self.privacy(&source, &there),
            languages: source.languages,
            region: source.region,
            site_address: source.site_address,
            frames: source.embedding.allowed,
            names: source.name,
            short_names: source.short_name,
            light,
            dark,
            font,
            remarks,
        })
    }

    fn read_text(&mut self) -> Option<String> {
        match fs::read_to_string(self.file) {
            Ok(text) => Some(text),
            Err(error) => {
                let what = format!("The file cannot be read: {error}.");
                self.fault("", &what, "Put it there, or name another one with --house.");
                None
            }
        }
    }

    fn parsed(&mut self) -> Option<HouseFile> {
        match toml::from_str(&self.text) {
            Ok(source) => Some(source),
            Err(error) => {
                let line = error.span().map_or(1, |span| line(&self.text, span.start));
                let (what, remedy) = told(error.message());
                self.faults.push(Fault { file: self.file.to_owned(), line, what, remedy });
                None
            }
        }
    }

    /// The languages of `content/`, in the order of their codes.
    fn languages_there(&self) -> Vec<String> {
        let mut there = folders(&self.project.join("content"));
        there.retain(|name| !["regions", "guard"].contains(&name.as_str()));
        there
    }

    fn check_languages(&mut self, source: &HouseFile, there: &[String]) {
        if source.languages.is_empty() {
            self.fault("languages", "No language is named.", &format!("Name at least one of {}.", listed(there)));
        }
        for (index, code) in source.languages.iter().enumerate() {
            let place = format!("languages[{index}]");
            if !there.contains(code) {
                self.no_language(&place, code, there);
            } else if source.languages.iter().take(index).any(|before| before == code) {
                self.fault(&place, &format!("'{code}' stands twice."), "Take one out.");
            }
        }
    }

    fn check_region(&mut self, region: &str) {
        let there = folders(&self.project.join("content").join("regions"));
        if !there.iter().any(|name| name == region) {
            self.fault(
                "region",
                &format!("There is no region '{region}'."),
                &format!("Name one of {}.", listed(&there)),
            );
        }
    }

    fn check_names(&mut self, source: &HouseFile, there: &[String]) {
        for (table, names) in [("name", &source.name), ("short-name", &source.short_name)] {
            for (code, name) in names {
                let place = format!("{table}.{code}");
                if !there.contains(code) {
                    self.no_language(&place, code, there);
                }
                let letters = name.chars().count();
                let fits = |letter: char| !letter.is_control() && !"{}\"\\".contains(letter);
                if name.trim().is_empty() || letters > LONGEST_NAME || !name.chars().all(fits) {
                    let what = format!("'{place}' is no name.");
                    let remedy = format!("Write at most {LONGEST_NAME} letters, without braces and quotes.");
                    self.fault(&place, &what, &remedy);
                }
            }
        }
        for code in source.languages.iter().filter(|code| there.contains(code) && !source.name.contains_key(*code)) {
            self.fault("name", &format!("The name in '{code}' is missing."), &format!("Write {code} = \"...\" there."));
        }
    }

    fn contacts(&mut self, source: &HouseFile) -> BTreeMap<String, Contact> {
        let Some(words) = &source.contact else { return BTreeMap::new() };
        let ContactWords { name, mail, web } = words;
        let mut contacts = BTreeMap::new();
        for code in &source.languages {
            let word = |worded: &Option<_>| {
                let worded: Option<&crate::source::Worded> = worded.as_ref();
                worded.and_then(|worded| worded.in_language(code)).map(str::to_owned)
            };
            let (mail, web) = (word(mail), word(web));
            if mail.as_deref().is_some_and(|mail| !address::is_mail(mail)) {
                self.fault("contact.mail", "This is no e-mail address.", "Write it as name@example.org.");
            }
            if web.as_deref().is_some_and(|web| !address::is_web(web)) {
                self.fault("contact.web", "This is no whole web address.", "Write it as https://example.org/contact.");
            }
            match name.in_language(code).filter(|name| !name.trim().is_empty()) {
                Some(name) => {
                    contacts.insert(code.clone(), Contact { name: name.to_owned(), mail, web });
                }
                None => {
                    let what = format!("Who the contact is, is missing in '{code}'.");
                    self.fault("contact", &what, "Write name = \"...\", or one for each language.");
                }
            }
        }
        contacts
    }

    fn privacy(&mut self, source: &HouseFile, there: &[String]) -> BTreeMap<String, Vec<String>> {
        for code in source.privacy.keys().filter(|code| !there.contains(code)) {
            self.no_language(&format!("privacy.{code}"), code, there);
        }
        let some = source.privacy.values().any(|paragraphs| !paragraphs.is_empty());
        for code in source.languages.iter().filter(|_| some) {
            let paragraphs = source.privacy.get(code).map_or(&[][..], Vec::as_slice);
            if paragraphs.is_empty() || paragraphs.iter().any(|text| text.trim().is_empty()) {
                let what = format!("The privacy text in '{code}' is missing, or has an empty paragraph.");
                self.fault("privacy", &what, "Write it in every language of the site.");
            }
        }
        source.privacy.clone()
    }

    fn drawing(&mut self, key: &str, named: Option<&str>) -> Option<Drawing> {
        let file = self.beside(named?);
        match drawing::read(&file) {
            Ok(drawing) => Some(drawing),
            Err((line, what, remedy)) => {
                // A file that is not there is a fault of the line that names it.
                let (file, line) = if file.is_file() { (file, line) } else { (self.file.to_owned(), self.line(key)) };
                self.faults.push(Fault { file, line, what, remedy });
                None
            }
        }
    }

    /// The colours and letters: ours, over them what the theme says, over that what the file says.
    fn look(&mut self, source: &HouseFile) -> Option<(Palette, Palette, Option<String>, Vec<String>)> {
        let (mut light, mut dark) = self.ours()?;
        let (mut font, mut remarks) = (None, Vec::new());
        if let Some(sheet) = source.theme.as_deref().and_then(|named| self.theme(named)) {
            remarks.clone_from(&sheet.left_out);
            remarks.extend(theme::apply(&sheet, false, &mut light));
            if !sheet.dark.is_empty() {
                remarks.extend(theme::apply(&sheet, true, &mut dark));
            }
            font = theme::font(&sheet);
            if sheet.value(theme::FONT, false).is_some() && font.is_none() {
                remarks.push(format!("{}: it is no list of names of letters", theme::FONT));
            }
            remarks.dedup();
            if !light.is_from_a_theme() && font.is_none() {
                remarks.push("all of it: it has none of the tokens that docs/house-style.md lists".to_owned());
            }
        }
        let Colours { light: by_day, dark: by_night } = &source.colours;
        for (scheme, chosen, palette) in [("light", by_day, &mut light), ("dark", by_night, &mut dark)] {
            for (&role, value) in chosen {
                match Colour::parse(value) {
                    Some(colour) => palette.put(role, colour, Origin::HouseFile),
                    None => self.no_colour(scheme, role, value),
                }
            }
            palette.tint_ground();
        }
        Some((light, dark, font, remarks))
    }

    fn ours(&mut self) -> Option<(Palette, Palette)> {
        let file = self.project.join("style").join("tokens.css");
        let sheet = Sheet::read(&fs::read_to_string(&file).unwrap_or_default());
        let mut night = sheet.light.clone();
        night.extend(sheet.dark.clone());
        match Palette::ours(&sheet.light).and_then(|light| Ok((light, Palette::ours(&night)?))) {
            Ok(both) => Some(both),
            Err(role) => {
                let what = format!("There is no colour '--{}'.", role.name());
                self.faults.push(Fault { file, line: 1, what, remedy: "Put it back.".to_owned() });
                None
            }
        }
    }

    fn theme(&mut self, named: &str) -> Option<Sheet> {
        let file = self.beside(named);
        match fs::read_to_string(&file) {
            Ok(text) => Some(Sheet::read(&text)),
            Err(error) => {
                let what = format!("The theme {} cannot be read: {error}.", file.display());
                self.fault(
                    "theme",
                    &what,
                    "Put it there, or correct its name; it counts from the folder of this file.",
                );
                None
            }
        }
    }

    fn no_colour(&mut self, scheme: &str, role: Role, value: &str) {
        let what = format!("'{value}' is no colour, or a see-through one.");
        self.fault(&format!("colours.{scheme}.{}", role.name()), &what, "Write it as \"#1e5b4a\".");
    }

    fn no_language(&mut self, place: &str, code: &str, there: &[String]) {
        let what = format!("There is no language '{code}' in content/.");
        self.fault(place, &what, &format!("Name one of {}, or add it (docs/content.md).", listed(there)));
    }

    fn fault(&mut self, place: &str, what: &str, remedy: &str) {
        let (file, line) = (self.file.to_owned(), self.line(place));
        self.faults.push(Fault { file, line, what: what.to_owned(), remedy: remedy.to_owned() });
    }

    fn line(&self, place: &str) -> usize {
        let table = DeTable::parse(&self.text).ok();
        let start = table.and_then(|table| start_of(table.get_ref(), place));
        start.map_or(1, |start| line(&self.text, start))
    }

    fn beside(&self, named: &str) -> PathBuf {
        self.file.parent().unwrap_or(Path::new("")).join(named)
    }
}

/// Where a key begins, such as `colours.light.ink` or `languages[1]`; where its table begins if it is not there.
fn start_of(table: &DeTable<'_>, place: &str) -> Option<usize> {
    let (first, rest) = place.split_once('.').map_or((place, None), |(first, rest)| (first, Some(rest)));
    let (name, index) = match first.split_once('[') {
        Some((name, index)) => (name, index.trim_end_matches(']').parse::<usize>().ok()),
        None => (first, None),
    };
    let (key, value) = table.iter().find(|(key, _)| key.get_ref() == name)?;
    let inside = match (value.get_ref(), rest, index) {
        (DeValue::Table(table), Some(rest), _) => start_of(table, rest),
        (DeValue::Array(items), _, Some(index)) => items.get(index).map(|item| item.span().start),
        _ => None,
    };
    Some(inside.unwrap_or_else(|| key.span().start))
}

/// The line of a byte.
fn line(text: &str, byte: usize) -> usize {
    1 + text.bytes().take(byte).filter(|&byte| byte == b'\n').count()
}

/// What the reader of TOML says, in words that help: a misspelt key with the right one that is nearest.
fn told(message: &str) -> (String, String) {
    let mut named = message.split('`').skip(1).step_by(2);
    if message.starts_with("unknown field") || message.starts_with("unknown variant") {
        let written = named.next().unwrap_or_default();
        let known: Vec<String> = named.map(str::to_owned).collect();
        let alike = |key: &&String| (strsim::jaro_winkler(key, written) * 1000.0) as u32;
        let nearest = known.iter().max_by_key(alike).filter(|key| alike(key) >= 800);
        let remedy = match nearest {
            Some(key) => format!("Write '{key}'."),
            None => format!("Here it may be one of {}.", listed(&known)),
        };
        return (format!("There is no key '{written}'."), remedy);
    }
    if message.starts_with("missing field") {
        let key = named.next().unwrap_or_default();
        return (
            format!("The key '{key}' is missing."),
            "Write it; docs/house-style.md says what it means.".to_owned(),
        );
    }
    let what = message.trim_end_matches('.').replace('\n', " ");
    (format!("{what}."), "Compare the line with house.toml as it came, or with docs/house-style.md.".to_owned())
}

fn listed(names: &[String]) -> String {
    names.iter().map(|name| format!("'{name}'")).collect::<Vec<_>>().join(", ")
}

/// The names of the folders in a folder, in order.
fn folders(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let folders =
        entries.filter(|entry| entry.path().is_dir()).filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> = folders.filter(|name| !name.starts_with('.')).collect();
    names.sort();
    names
}
