//! Puts the articles together. All that can be decided here is: the app draws blocks, and knows no page by name.

use assessment::{CautionId, Date, PracticeId, Strength};
use content::{
    Article, Basis as PackedBasis, Block, Consider, GuidanceWord, Learn, Passage, Reference, Shelf, Term, Text,
};
use report::letter;

use super::{Basis, Choices, Fits, Part, PartedPage, TrainingPage, WayPage};
use crate::{
    files::{Content, Language},
    instrument::sources,
    own::Own,
    packs::{text, words},
    source::{FormWords, Paragraphs},
};

/// The kinds of knowledge in the order of the page on sources: what compares comes first.
pub const KINDS: [Strength; 11] = [
    Strength::Trial,
    Strength::QuasiExperiment,
    Strength::MetaAnalysis,
    Strength::Review,
    Strength::Longitudinal,
    Strength::Correlational,
    Strength::Descriptive,
    Strength::Qualitative,
    Strength::PractitionerOpinion,
    Strength::PracticeMethod,
    Strength::Legal,
];

/// The pack of a language; `None` for a text that the check should have missed.
pub fn learn(content: &Content, language: &Language, own: Own<'_>) -> Option<Learn> {
    let pages = Pages { content, language, own, is_there: content.region.id == content.learn.region };
    let mut articles = vec![pages.ways()?, pages.openness()?, pages.schemes()?, pages.glossary()];
    articles.extend(pages.conditions()?);
    articles.push(pages.training());
    articles.extend(pages.parts()?);
    articles.extend([pages.sources()?, pages.statement()]);
    Some(Learn {
        reviewed: Date::parse(&content.learn.reviewed)?,
        articles,
        terms: pages.terms()?,
        words: words(content, own, &format!("{}/learn.toml", language.code))?,
    })
}

struct Pages<'a> {
    content: &'a Content,
    language: &'a Language,
    own: Own<'a>,
    /// Whether the region is the one whose law and schemes the texts name.
    is_there: bool,
}

impl Pages<'_> {
    fn ways(&self) -> Option<Article> {
        let (words, headings) = (&self.language.learn.ways, &self.language.learn.headings);
        let (model, learning) = (&self.content.learn.ways, &self.language.learning);
        let ways = [
            (&words.implicit, &learning.implicit),
            (&words.reactive, &learning.reactive),
            (&words.deliberative, &learning.deliberative),
            (&words.formal, &learning.formal),
        ];
        let mut passages: Vec<Passage> = ways.map(|(more, form)| self.way(more, form)).into();
        passages.push(Passage {
            title: text(&headings.together),
            blocks: vec![
                paragraph(&words.together),
                self.basis(&model.each),
                paragraph(&words.not_rated),
                self.basis(&model.not_rated),
            ],
        });
        Some(article("ways", &headings.ways, &words.lead, passages))
    }

    fn way(&self, more: &WayPage, form: &FormWords) -> Passage {
        let headings = &self.language.learn.headings;
        let work = &self.language.profile.work.options;
        let examples = &more.examples;
        let examples = [
            ("practical", &examples.practical),
            ("shop", &examples.shop),
            ("care", &examples.care),
            ("office", &examples.office),
            ("road", &examples.road),
        ];
        let kind = |id: &str| work.get(id).map(text).unwrap_or_default();
        Passage {
            title: text(&form.name),
            blocks: vec![
                paragraph(&form.text),
                paragraph(&more.more),
                self.basis(&self.content.learn.ways.each),
                Block::Facts(
                    Text::default(),
                    vec![
                        (text(&headings.notice), text(&more.notice)),
                        (text(&headings.alone), text(&more.alone)),
                        (text(&headings.opens), text(&form.opens)),
                    ],
                ),
                Block::Facts(text(&headings.examples), examples.map(|(id, example)| (kind(id), text(example))).into()),
            ],
        }
    }

    fn openness(&self) -> Option<Article> {
        let words = &self.language.learn.openness;
        let passages = self.passages(&self.content.learn.openness, words, true)?;
        Some(article("openness", &self.language.learn.headings.openness, &words.lead, passages))
    }

    /// How to find one's way, and then every entry of the region.
    fn schemes(&self) -> Option<Article> {
        let words = &self.language.learn.schemes;
        let mut passages = self.passages(&self.content.learn.schemes, words, false)?;
        let guidance = words_of_guidance(self.content, self.language, self.own)?;
        let items = &self.content.region.items;
        passages.extend(letter::SCHEMES.map(|(title, categories)| {
            let of = items.iter().zip(0..).filter(|(item, _)| categories.contains(&item.category));
            Passage { title: guidance.get(title), blocks: vec![Block::Entries(of.map(|(_, place)| place).collect())] }
        }));
        Some(article("schemes", &self.language.learn.headings.schemes, &words.lead, passages))
    }

    /// The parts of a page; `advises` where a part without sources is advice of our own.
    fn passages(&self, parts: &[Part], words: &PartedPage, advises: bool) -> Option<Vec<Passage>> {
        let shown = parts.iter().filter(|part| self.is_there || !part.only_there);
        let passage = |part: &Part| {
            let words = words.parts.get(&part.id)?;
            let mut blocks: Vec<Block> =
                words.lead.iter().chain(&words.paragraphs).map(|text| paragraph(text)).collect();
            if !words.items.is_empty() {
                blocks.push(Block::List(words.items.iter().map(text).collect()));
            }
            let basis = Basis { sources: part.sources.clone(), evidence: part.evidence.clone() };
            if advises || !basis.sources.is_empty() {
                blocks.push(self.basis(&basis));
            }
            if !part.cautions.is_empty() {
                blocks.push(Block::Cautions(part.cautions.iter().map(|id| CautionId::new(id)).collect()));
            }
            if !part.practices.is_empty() {
                blocks.push(Block::Questions(part.practices.iter().map(|id| PracticeId::new(id)).collect()));
            }
            if self.is_there && !part.items.is_empty() {
                blocks.push(Block::Entries(self.entries(&part.items)?));
            }
            Some(Passage { title: text(&words.title), blocks })
        };
        shown.map(passage).collect()
    }

    fn entries(&self, ids: &[String]) -> Option<Vec<u16>> {
        let items = &self.content.region.items;
        ids.iter().map(|id| u16::try_from(items.iter().position(|item| item.id == *id)?).ok()).collect()
    }

    fn glossary(&self) -> Article {
        let words = &self.language.glossary;
        let passages = vec![Passage { title: Text::default(), blocks: vec![Block::Terms] }];
        article("glossary", &words.title, &words.lead, passages)
    }

    fn conditions(&self) -> Option<Vec<Article>> {
        let headings = &self.language.learn.headings;
        let of = |condition: &crate::source::Condition| {
            let words = self.language.learn.conditions.get(&condition.id)?;
            let known = self.language.conditions.get(&condition.id)?;
            let basis = self.content.learn.conditions.iter().find(|basis| basis.id == condition.id)?;
            let practices = condition.practices.iter().map(|practice| PracticeId::new(&practice.id)).collect();
            let passage = |title: &str, blocks: Vec<Block>| Passage { title: text(title), blocks };
            let passages = vec![
                passage(&headings.why, vec![paragraph(&words.why), self.basis(&basis.why)]),
                passage(&headings.sure, vec![paragraph(&known.evidence)]),
                passage(&headings.at_work, vec![paragraph(&words.at_work)]),
                passage(
                    &headings.misunderstanding,
                    vec![paragraph(&words.misunderstanding), self.basis(&basis.misunderstanding)],
                ),
                passage(&headings.begin, vec![paragraph(&words.begin), self.basis(&Basis::default())]),
                passage(&headings.questions, vec![Block::Questions(practices)]),
            ];
            let path = condition_path(&condition.id);
            Some(Article { shelf: Shelf::Condition, ..article(&path, &known.name, &known.meaning, passages) })
        };
        self.content.model.conditions.iter().map(of).collect()
    }

    fn training(&self) -> Article {
        let words = &self.language.training;
        let parts = self.content.learn.training.parts.iter().map(|part| part_path(&part.id).into()).collect();
        let blocks = vec![paragraph(&words.note), Block::Articles(parts)];
        let passages = vec![Passage { title: Text::default(), blocks }];
        Article {
            over: Some(text(&words.title)),
            ..article("training", &self.language.learn.headings.training, &words.lead, passages)
        }
    }

    fn parts(&self) -> Option<Vec<Article>> {
        let (words, headings) = (&self.language.training, &self.language.learn.headings);
        let parts = &self.content.learn.training.parts;
        let of = |(index, part): (usize, &super::TrainingPart)| {
            let page = words.parts.get(&part.id)?;
            let numbers = [index + 1, parts.len(), part.minutes.into()].map(|number| number.to_string());
            let names = ["number", "total", "minutes"];
            let filled: Vec<(&str, &str)> = names.into_iter().zip(numbers.iter().map(String::as_str)).collect();
            let mut said: Vec<Block> = page.paragraphs.iter().map(|text| paragraph(text)).collect();
            said.push(self.basis(&Basis { sources: part.sources.clone(), evidence: part.evidence.clone() }));
            let mut passages = vec![
                Passage { title: Text::default(), blocks: said },
                Passage { title: text(&headings.try_it), blocks: vec![paragraph(&page.try_it)] },
                Passage { title: text(&headings.question), blocks: vec![Block::Consider(consider(page, part.fits))] },
            ];
            if index + 1 == parts.len() {
                passages.push(Passage { title: text(&headings.after), blocks: vec![paragraph(&words.after.text)] });
            }
            Some(Article {
                shelf: Shelf::Part,
                over: Some(content::fill(&headings.part, &filled).into()),
                ..article(&part_path(&part.id), &page.title, "", passages)
            })
        };
        parts.iter().enumerate().map(of).collect()
    }

    /// How accessible the site is, with the name of the product.
    fn statement(&self) -> Article {
        let (words, own) = (&self.language.accessibility, self.own);
        let section = |section: &Paragraphs| Passage {
            title: own.filled(&section.title),
            blocks: section.paragraphs.iter().map(|said| Block::Paragraph(own.filled(said))).collect(),
        };
        let passages = words.sections.iter().map(section).collect();
        Article { lead: own.filled(&words.lead), ..article("accessibility", &words.title, "", passages) }
    }

    /// Every source, by the kind of knowledge that it holds.
    fn sources(&self) -> Option<Article> {
        let words = &self.language.learn.sources;
        let of = |kind: Strength| {
            let said = words.kinds.get(&kind)?;
            let sources = self.content.sources.sources.iter().filter(|source| source.kind == kind);
            let line = |source: &crate::source::Source| {
                Some(Reference {
                    citation: text(source.citation.trim().trim_end_matches('.')),
                    language: source.language.as_str().into(),
                    read: text(words.read.get(&source.read)?),
                })
            };
            let list = Block::Sources(sources.map(line).collect::<Option<_>>()?);
            Some(Passage { title: text(&said.title), blocks: vec![paragraph(&said.text), list] })
        };
        let passages = KINDS.into_iter().map(of).collect::<Option<_>>()?;
        Some(article("sources", &self.language.learn.headings.sources, &words.lead, passages))
    }

    fn terms(&self) -> Option<Vec<Term>> {
        let shown = self.content.learn.terms.iter().filter(|term| self.is_there || !term.only_there);
        let of = |term: &super::Term| {
            let words = self.language.glossary.terms.get(&term.id)?;
            let rules = (self.is_there && !term.items.is_empty()).then(|| Text::from("schemes"));
            Some(Term {
                id: text(&term.id),
                term: text(&words.term),
                text: text(&words.text),
                also: between_commas(&words.also),
                forms: between_commas(&words.forms),
                own: term.own,
                sources: sources(&term.sources),
                see: term.see.iter().map(|id| condition_path(id).into()).chain(rules).collect(),
            })
        };
        let mut terms: Vec<Term> = shown.map(of).collect::<Option<_>>()?;
        terms.sort_by_key(|term| term.term.to_lowercase());
        Some(terms)
    }

    /// What a text rests on. What is law in one country is advice of our own in another.
    fn basis(&self, basis: &Basis) -> Block {
        let is_law = basis.evidence.contains(&Strength::Legal);
        let holds = self.is_there || !is_law;
        Block::Basis(if holds {
            PackedBasis { strengths: basis.evidence.clone(), sources: sources(&basis.sources) }
        } else {
            PackedBasis::default()
        })
    }
}

fn article(path: &str, title: &str, lead: &str, passages: Vec<Passage>) -> Article {
    Article { path: text(path), shelf: Shelf::Page, over: None, title: text(title), lead: text(lead), passages }
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph(text(words))
}

fn condition_path(id: &str) -> String {
    format!("conditions/{id}")
}

fn part_path(id: &str) -> String {
    format!("training/{id}")
}

fn consider(page: &TrainingPage, fits: Fits) -> Consider {
    let Choices { a, b, c } = &page.choices;
    Consider {
        question: text(&page.question),
        choices: [a, b, c].map(|choice| (text(&choice.text), text(&choice.because))),
        fits: fits as u8,
    }
}

fn between_commas(words: &str) -> Vec<Text> {
    words.split(',').map(str::trim).filter(|word| !word.is_empty()).map(Text::from).collect()
}

fn words_of_guidance(content: &Content, language: &Language, own: Own<'_>) -> Option<content::Words<GuidanceWord>> {
    words(content, own, &format!("{}/guidance.toml", language.code))
}
