//! What can be found under 'Learn': the pages, the words explained, the questions, and the rules and schemes.

use assessment::View;
use content::{Advise, Article, Ask, Block, Learn, LearnWord, PracticeText, RegionItem, Term, Text};
use report::Wording;
use search::Entry;

use crate::route::Route;

/// One of the things that can be found.
#[derive(Clone, Copy)]
pub enum Findable<'a> {
    /// A page.
    Article(&'a Article),
    /// A word that is explained.
    Term(&'a Term),
    /// A question with why it is asked, and the page of its condition.
    Question(&'a Ask, &'a PracticeText, Option<&'a Text>, &'a Article),
    /// A rule or scheme of the region.
    Entry(&'a RegionItem),
}

/// All that can be found, in the order that the annex gets it in.
pub fn findables<'a>(ask: &'a Ask, advise: &'a Advise, learn: &'a Learn) -> Vec<Findable<'a>> {
    let mut all: Vec<Findable<'_>> = learn.articles.iter().map(Findable::Article).collect();
    all.extend(learn.terms.iter().map(Findable::Term));
    for (condition, text) in ask.instrument.conditions.iter().zip(&ask.conditions) {
        let Some(page) = learn.article(&["conditions/", condition.id.as_str()].concat()) else { continue };
        all.extend(condition.practices.iter().zip(&text.practices).map(|(practice, text)| {
            Findable::Question(ask, text, advise.practice(&practice.id).map(|advice| &advice.why), page)
        }));
    }
    all.extend(advise.region.items.iter().map(Findable::Entry));
    all
}

impl<'a> Findable<'a> {
    /// What kind of thing it is.
    pub fn kind(self) -> LearnWord {
        match self {
            Self::Article(_) => LearnWord::KindPage,
            Self::Term(_) => LearnWord::KindTerm,
            Self::Question(..) => LearnWord::KindQuestion,
            Self::Entry(_) => LearnWord::KindScheme,
        }
    }

    /// What it is called.
    pub fn title(self) -> &'a Text {
        match self {
            Self::Article(article) => &article.title,
            Self::Term(term) => &term.term,
            Self::Question(_, practice, ..) => &practice.title,
            Self::Entry(item) => &item.title,
        }
    }

    /// What tells in a sentence or two what it is about.
    pub fn line(self) -> Text {
        match self {
            Self::Article(article) => {
                let first = article.passages.first().and_then(|passage| passage.blocks.first());
                match first {
                    Some(Block::Paragraph(text)) if article.lead.is_empty() => text.clone(),
                    _ => article.lead.clone(),
                }
            }
            Self::Term(term) => term.text.clone(),
            Self::Question(ask, practice, ..) => Wording::of_view(ask, View::Employer).question(practice, None).into(),
            Self::Entry(item) => item.text.clone(),
        }
    }

    /// Where it stands.
    pub fn route(self) -> Route {
        match self {
            Self::Article(article) | Self::Question(.., article) => Route::learn(&article.path),
            Self::Term(term) => Route::learn(&["glossary/", &term.id].concat()),
            Self::Entry(_) => Route::learn("schemes"),
        }
    }

    /// As it is searched.
    pub fn entry(self) -> Entry {
        let also: &[Text] = if let Self::Term(term) = self { &term.also } else { &[] };
        Entry {
            title: self.title().to_string(),
            text: [&*self.line(), &self.texts().join(" ")].join(" "),
            also: also.iter().map(Text::to_string).collect(),
        }
    }

    /// What it says beyond that.
    fn texts(self) -> Vec<&'a str> {
        match self {
            Self::Article(article) => {
                let blocks = article.passages.iter().flat_map(|passage| &passage.blocks);
                let titles = article.passages.iter().map(|passage| &*passage.title);
                titles.chain(blocks.flat_map(texts_of)).collect()
            }
            Self::Question(_, _, why, _) => why.map(|why| &**why).into_iter().collect(),
            _ => Vec::new(),
        }
    }
}

/// What a block says itself; what it only shows is found where that stands.
fn texts_of(block: &Block) -> Vec<&str> {
    match block {
        Block::Paragraph(text) => vec![text],
        Block::List(items) => items.iter().map(|item| &**item).collect(),
        Block::Facts(_, facts) => facts.iter().map(|(_, text)| &**text).collect(),
        Block::Sources(all) => all.iter().map(|source| &*source.citation).collect(),
        Block::Consider(consider) => vec![&consider.question],
        _ => Vec::new(),
    }
}
