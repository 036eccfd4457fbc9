//! The pages under 'Learn': what there is to read, the pages themselves, and search.

mod article;
mod consider;
mod search;

use content::{Advise, Article, Learn, LearnWord, Shelf, Word};
use yew::prelude::*;

use super::unknown;
use crate::{
    components::{
        heading, icon,
        markup::{hint, lead, section},
    },
    route::Route,
    view::{View, attr},
};

/// What stands at an address behind `#/learn/`, once the words are here.
pub fn page(view: &View<'_>, path: &str) -> Html {
    let library = view.library();
    let (Some(learn), Some(advise)) = (&library.learn, library.advise()) else {
        let title = heading(view.word(Word::LearnLink), None);
        return html! { <div class="page page--narrow">{ title }{ view.still_loading() }</div> };
    };
    let reader = Reader { view, learn, advise };
    // A word that is looked up stands among the others.
    let path = if path.starts_with("glossary/") { "glossary" } else { path };
    match (path, learn.article(path)) {
        ("", _) => reader.index(),
        ("search", _) => reader.search_page(),
        (_, Some(article)) => reader.article(article),
        (_, None) => unknown::page(view),
    }
}

/// What the pages are made from.
struct Reader<'a> {
    view: &'a View<'a>,
    learn: &'a Learn,
    advise: &'a Advise,
}

/// The condition that an article is about, or nothing.
fn condition_of(article: &Article) -> &str {
    article.path.strip_prefix("conditions/").unwrap_or_default()
}

impl Reader<'_> {
    #[inline(never)]
    fn word(&self, word: LearnWord) -> AttrValue {
        attr(&self.learn.words.get(word))
    }

    /// What there is to read.
    fn index(&self) -> Html {
        html! {
            <div class="page page--narrow learn">
                { heading(self.word(LearnWord::Title), None) }
                { lead(self.word(LearnWord::Lead)) }
                { self.search_form() }
                { section("pages", "", self.word(LearnWord::Pages), self.list(self.learn.shelf(Shelf::Page))) }
                { section("conditions", "", self.word(LearnWord::Conditions), self.list(self.learn.shelf(Shelf::Condition))) }
            </div>
        }
    }

    /// Links to articles, each with what it is about.
    fn list<'b>(&self, articles: impl Iterator<Item = &'b Article>) -> Html {
        html! {
            <ul class="learn__list">
                for article in articles {
                    <li>
                        <a href={Route::learn(&article.path).href()}>{ icon(condition_of(article)) }{ attr(&article.title) }</a>
                        { hint(attr(if article.lead.is_empty() { article.over.as_ref().unwrap_or(&article.lead) } else { &article.lead })) }
                    </li>
                }
            </ul>
        }
    }
}
