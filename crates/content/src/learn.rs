//! What there is to read and to look up: fetched when someone opens a page under 'Learn'.

use assessment::{CautionId, Date, PracticeId, SourceId, Strength};
use serde::{Deserialize, Serialize};

use crate::{LearnWord, Text, Words};

/// The eighth pack: the pages under 'Learn', and the words explained.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Learn {
    /// The day on which these texts were last read through.
    pub reviewed: Date,
    /// The pages, in reading order.
    pub articles: Vec<Article>,
    /// The words explained, in the order of the alphabet.
    pub terms: Vec<Term>,
    /// The words around them.
    pub words: Words<LearnWord>,
}

/// One page. All of them have the same shape, so that one small renderer draws them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Its address behind `#/learn/`, such as `conditions/buddy`.
    pub path: Text,
    /// With which others it belongs.
    pub shelf: Shelf,
    /// The smaller line above its title, such as 'Part 2 of 7'.
    pub over: Option<Text>,
    /// What it is called.
    pub title: Text,
    /// What it is about.
    pub lead: Text,
    /// What it says.
    pub passages: Vec<Passage>,
}

/// Articles of one shelf follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shelf {
    /// A page about a subject.
    Page,
    /// One of the conditions.
    Condition,
    /// A part of the training.
    Part,
}

/// A part of an article under a heading; one without a title stands right under the article's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The heading, or nothing.
    pub title: Text,
    /// What stands under it.
    pub blocks: Vec<Block>,
}

/// A piece of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// A paragraph.
    Paragraph(Text),
    /// A list.
    List(Vec<Text>),
    /// A smaller heading, or nothing, and names, each with what is said of it.
    Facts(Text, Vec<(Text, Text)>),
    /// Sources, each with how it was read.
    Sources(Vec<Reference>),
    /// What the texts above it rest on.
    Basis(Basis),
    /// Questions of the assessment, with their levels.
    Questions(Vec<PracticeId>),
    /// Cautions.
    Cautions(Vec<CautionId>),
    /// Entries of the region, by their place in `RegionText::items`.
    Entries(Vec<u16>),
    /// Links to other articles, by their path.
    Articles(Vec<Text>),
    /// Every word explained.
    Terms,
    /// A question to think about.
    Consider(Consider),
}

/// A source in a list of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// Who, when, what, where.
    pub citation: Text,
    /// The language of its title: its code, such as `nl`.
    pub language: Text,
    /// How it was read, in the language of the page.
    pub read: Text,
}

/// What a text rests on. Without sources it is our own advice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basis {
    /// What kinds of knowledge it is.
    pub strengths: Vec<Strength>,
    /// Where it comes from.
    pub sources: Vec<SourceId>,
}

/// A question to think about, with three answers that are all explained. None of them is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consider {
    /// What is asked.
    pub question: Text,
    /// The answers, each with why one would give it or not.
    pub choices: [(Text, Text); 3],
    /// The place of the answer that fits best.
    pub fits: u8,
}

/// A word explained.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Its id, and its address behind `#/learn/glossary/`.
    pub id: Text,
    /// The word.
    pub term: Text,
    /// What it is.
    pub text: Text,
    /// Other words by which people search for it.
    pub also: Vec<Text>,
    /// How it stands in running text; only what always means this word.
    pub forms: Vec<Text>,
    /// Whether the explanation is ours and rests on no source.
    pub own: bool,
    /// Where it comes from.
    pub sources: Vec<SourceId>,
    /// Articles that say more, by their path.
    pub see: Vec<Text>,
}

impl Learn {
    /// The article at an address.
    pub fn article(&self, path: &str) -> Option<&Article> {
        self.articles.iter().find(|article| &*article.path == path)
    }

    /// The articles of a shelf, in reading order.
    pub fn shelf(&self, shelf: Shelf) -> impl Iterator<Item = &Article> {
        self.articles.iter().filter(move |article| article.shelf == shelf)
    }
}
