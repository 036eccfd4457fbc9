//! Finds and reads the files.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use serde::de::DeserializeOwned;

use crate::{
    fault::Fault,
    learn::{GlossaryWords, LearnModel, LearnWords, StatementWords, TrainingWords},
    leaves::{self, Leaf},
    source::{
        AboutWords, CautionWords, ConditionWords, FilledExample, LadderWords, LearningWords, Model, ProfileWords,
        Region, RegionWords, Sources, ViewWords, VisitWords, WordLists,
    },
};

/// Everything under `content/`, read.
#[derive(Debug)]
pub struct Content {
    pub(crate) model: Model,
    pub(crate) sources: Sources,
    pub(crate) example: FilledExample,
    pub(crate) learn: LearnModel,
    pub(crate) word_lists: WordLists,
    pub(crate) languages: Vec<Language>,
    pub(crate) region: Region,
    /// Where the region stands, such as `regions/nl`.
    pub(crate) region_folder: String,
    /// The texts of every file, by path relative to the content folder.
    pub(crate) texts: BTreeMap<PathBuf, Vec<Leaf>>,
}

/// One language's folder, and its part of the region.
#[derive(Debug)]
pub struct Language {
    pub code: String,
    pub conditions: BTreeMap<String, ConditionWords>,
    pub profile: ProfileWords,
    pub cautions: CautionWords,
    pub learning: LearningWords,
    pub ladder: LadderWords,
    pub visit: VisitWords,
    pub buddy: BTreeMap<String, ViewWords>,
    pub practitioner: BTreeMap<String, ViewWords>,
    pub about: AboutWords,
    pub learn: LearnWords,
    pub glossary: GlossaryWords,
    pub training: TrainingWords,
    pub accessibility: StatementWords,
    pub region: RegionWords,
}

/// The language that the others are compared with.
pub const REFERENCE: &str = "en";

impl Content {
    /// The codes of the languages, in alphabetical order.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.languages.iter().map(|language| language.code.as_str())
    }

    /// The texts of one file; empty if there is no such file.
    pub(crate) fn leaves(&self, file: &Path) -> &[Leaf] {
        self.texts.get(file).map_or(&[], Vec::as_slice)
    }

    /// The line of the text at a place of a file; 1 if it is not there.
    pub(crate) fn line(&self, file: &Path, place: &str) -> usize {
        self.leaves(file).iter().find(|leaf| leaf.place.starts_with(place)).map_or(1, |leaf| leaf.line)
    }
}

/// Reads all files; `None` when one that everything depends on could not be read.
pub fn read(folder: &Path, region: &str, faults: &mut Vec<Fault>) -> Option<Content> {
    let mut reader = Reader { folder, region_folder: format!("regions/{region}"), faults, texts: BTreeMap::new() };
    let model: Option<Model> = reader.typed("model.toml");
    let sources = reader.typed("sources.toml");
    let example = reader.typed("example.toml");
    let learn = reader.typed("learn.toml");
    let word_lists = reader.typed("words.toml");
    let region_folder = reader.region_folder.clone();
    let region = reader.typed(&format!("{region_folder}/region.toml"));
    let codes = reader.language_codes();
    let languages: Vec<Option<Language>> =
        codes.iter().map(|code| model.as_ref().and_then(|model| reader.language(code, model))).collect();
    Some(Content {
        model: model?,
        sources: sources?,
        example: example?,
        learn: learn?,
        word_lists: word_lists?,
        languages: languages.into_iter().collect::<Option<Vec<_>>>()?,
        region: region?,
        region_folder,
        texts: reader.texts,
    })
}

struct Reader<'a> {
    folder: &'a Path,
    /// That of the region, within the folder.
    region_folder: String,
    faults: &'a mut Vec<Fault>,
    texts: BTreeMap<PathBuf, Vec<Leaf>>,
}

impl Reader<'_> {
    /// Every folder is a language, but for the regions and the lists of the privacy guard (`guard_lists.rs` reads those).
    fn language_codes(&mut self) -> Vec<String> {
        let mut codes: Vec<String> = fs::read_dir(self.folder)
            .into_iter()
            .flatten()
            .flatten()
            .filter(|entry| entry.path().is_dir())
            .filter_map(|entry| entry.file_name().into_string().ok())
            .filter(|name| !["regions", "guard"].contains(&name.as_str()) && !name.starts_with('.'))
            .collect();
        codes.sort();
        if !codes.iter().any(|code| code == REFERENCE) {
            self.faults.push(Fault {
                file: PathBuf::from(REFERENCE),
                line: 1,
                what: format!("The folder '{REFERENCE}' is missing."),
                remedy: "Put it back: the other languages are compared with it.".to_owned(),
            });
        }
        codes
    }

    fn language(&mut self, code: &str, model: &Model) -> Option<Language> {
        self.strays(code, model);
        let interface = self.untyped(&format!("{code}/interface.toml"));
        let guidance = self.untyped(&format!("{code}/guidance.toml"));
        let device = self.untyped(&format!("{code}/device.toml"));
        let help = self.untyped(&format!("{code}/help.toml"));
        let plan = self.untyped(&format!("{code}/plan.toml"));
        let conditions: Vec<Option<(String, ConditionWords)>> = model
            .conditions
            .iter()
            .map(|condition| {
                let words = self.typed(&format!("{code}/conditions/{}.toml", condition.id))?;
                Some((condition.id.clone(), words))
            })
            .collect();
        let profile = self.typed(&format!("{code}/profile.toml"));
        let cautions = self.typed(&format!("{code}/cautions.toml"));
        let learning = self.typed(&format!("{code}/learning.toml"));
        let ladder = self.typed(&format!("{code}/ladder.toml"));
        let visit = self.typed(&format!("{code}/visit.toml"));
        let workplace = self.untyped(&format!("{code}/workplace.toml"));
        let take = self.untyped(&format!("{code}/take.toml"));
        let mut views = |view: &str| -> Option<BTreeMap<String, ViewWords>> {
            let words = model.conditions.iter().map(|condition| {
                Some((condition.id.clone(), self.typed(&format!("{code}/views/{view}/{}.toml", condition.id))?))
            });
            words.collect()
        };
        let (buddy, practitioner) = (views("buddy"), views("practitioner"));
        let about = self.typed(&format!("{code}/about.toml"));
        let learn = self.typed(&format!("{code}/learn.toml"));
        let glossary = self.typed(&format!("{code}/glossary.toml"));
        let training = self.typed(&format!("{code}/training.toml"));
        let accessibility = self.typed(&format!("{code}/accessibility.toml"));
        let region = self.typed(&format!("{}/{code}.toml", self.region_folder));
        // Without these the rest would be told to lack every word.
        interface?;
        guidance?;
        device?;
        help?;
        plan?;
        workplace?;
        take?;
        Some(Language {
            code: code.to_owned(),
            conditions: conditions.into_iter().collect::<Option<BTreeMap<_, _>>>()?,
            profile: profile?,
            cautions: cautions?,
            learning: learning?,
            ladder: ladder?,
            visit: visit?,
            buddy: buddy?,
            practitioner: practitioner?,
            about: about?,
            learn: learn?,
            glossary: glossary?,
            training: training?,
            accessibility: accessibility?,
            region: region?,
        })
    }

    /// A condition's file that the model does not know would be edited in vain.
    fn strays(&mut self, code: &str, model: &Model) {
        let conditions = format!("{code}/conditions");
        for entry in fs::read_dir(self.folder.join(&conditions)).into_iter().flatten().flatten() {
            let path = entry.path();
            let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            if !model.conditions.iter().any(|condition| condition.id == id) {
                self.faults.push(Fault {
                    file: Path::new(&conditions).join(path.file_name().unwrap_or_default()),
                    line: 1,
                    what: format!("The model has no condition '{id}'."),
                    remedy: "Rename the file to a condition's id, or add the condition to model.toml.".to_owned(),
                });
            }
        }
    }

    fn untyped(&mut self, file: &str) -> Option<String> {
        match fs::read_to_string(self.folder.join(file)) {
            Ok(text) => {
                if let Err(error) = text.parse::<toml::Table>() {
                    self.not_toml(file, &text, &error);
                    return None;
                }
                self.texts.insert(PathBuf::from(file), leaves::of(&text));
                Some(text)
            }
            Err(error) => {
                self.faults.push(Fault {
                    file: PathBuf::from(file),
                    line: 1,
                    what: format!("The file cannot be read: {error}."),
                    remedy: "Put it there; the file of the same name in another language shows its shape.".to_owned(),
                });
                None
            }
        }
    }

    fn typed<T: DeserializeOwned>(&mut self, file: &str) -> Option<T> {
        let text = self.untyped(file)?;
        match toml::from_str(&text) {
            Ok(value) => Some(value),
            Err(error) => {
                self.not_toml(file, &text, &error);
                None
            }
        }
    }

    fn not_toml(&mut self, file: &str, text: &str, error: &toml::de::Error) {
        self.faults.push(Fault {
            file: PathBuf::from(file),
            line: error.span().map_or(1, |span| leaves::line(text, span.start)),
            what: format!("{}.", error.message().trim_end_matches('.').replace('\n', " ")),
            remedy: "Compare the line with the file of the same name in another language, or with docs/content.md."
                .to_owned(),
        });
    }
}
