//! One page to read. It is drawn from blocks: no page is known by name here.

use assessment::{PracticeId, View};
use content::{Article, Basis, Block, GuidanceWord, LearnWord, Passage, Shelf, Term, Text, Word};
use report::{Wording, letter};
use yew::prelude::*;

use super::{Reader, condition_of};
use crate::{
    browser::clock,
    components::{
        aloud, caution, condition_heading,
        markup::{folded, hint, lead, notice, paragraph},
        region_entry, words_explained,
    },
    route::Route,
    view::attr,
};

impl Reader<'_> {
    pub(super) fn article(&self, article: &Article) -> Html {
        let day = clock::day(self.learn.reviewed, &self.view.word(Word::Locale));
        html! {
            <div class="page page--narrow learn" data-article={attr(&article.path)}>
                { self.way_back(article.shelf) }
                { condition_heading(condition_of(article), attr(&article.title), article.over.as_ref().map(attr)) }
                { aloud(self.view, "[data-article]") }
                if !article.lead.is_empty() {
                    { lead(attr(&article.lead)) }
                }
                for passage in &article.passages {
                    { self.passage(passage) }
                }
                if !article.passages.iter().any(|passage| passage.blocks.contains(&Block::Terms)) {
                    { words_explained(self.view, || texts(article)) }
                }
                { hint(self.learn.words.fill(LearnWord::Reviewed, &[("date", &day)]).into()) }
                { self.ways_on(article) }
            </div>
        }
    }

    /// Where the page belongs.
    pub(super) fn way_back(&self, shelf: Shelf) -> Html {
        let training = self.learn.article("training").filter(|_| shelf == Shelf::Part);
        html! {
            <nav class="learn__back" aria-label={self.word(LearnWord::Title)}>
                <a href={Route::learn("").href()}>{ self.word(LearnWord::Title) }</a>
                if let Some(training) = training {
                    <span aria-hidden="true">{ " / " }</span>
                    <a href={Route::learn(&training.path).href()}>{ attr(&training.title) }</a>
                }
            </nav>
        }
    }

    /// The pages before and after it on its shelf.
    fn ways_on(&self, article: &Article) -> Html {
        let shelf: Vec<&Article> = self.learn.shelf(article.shelf).collect();
        let place = shelf.iter().position(|other| other.path == article.path);
        let link = |to: Option<&&Article>, class: &'static str, word: Word| {
            to.map(|to| {
                html! {
                    <a {class} href={Route::learn(&to.path).href()}>{ self.view.word(word) }{ ": " }{ attr(&to.title) }</a>
                }
            })
        };
        html! {
            <div class="ways-on">
                { link(place.and_then(|place| shelf.get(place + 1)), "button", Word::Next) }
                { link(place.and_then(|place| shelf.get(place.checked_sub(1)?)), "button button--second", Word::Back) }
            </div>
        }
    }

    fn passage(&self, passage: &Passage) -> Html {
        html! {
            <section>
                if !passage.title.is_empty() {
                    <h2>{ attr(&passage.title) }</h2>
                }
                for block in &passage.blocks {
                    { self.block(block) }
                }
            </section>
        }
    }

    fn block(&self, block: &Block) -> Html {
        match block {
            Block::Paragraph(text) => paragraph(attr(text)),
            Block::List(items) => html! {
                <ul>
                    for item in items {
                        <li>{ attr(item) }</li>
                    }
                </ul>
            },
            Block::Facts(title, facts) => facts_of(title, facts),
            Block::Sources(all) => html! {
                <ul>
                    for source in all {
                        <li><span lang={attr(&source.language)}>{ attr(&source.citation) }</span>{ ". " }{ attr(&source.read) }</li>
                    }
                </ul>
            },
            Block::Basis(basis) => self.basis(basis),
            Block::Questions(practices) => html! { for id in practices { { self.question(id) } } },
            Block::Cautions(ids) => html! {
                <div class="cautions">
                    for id in ids {
                        { caution(self.view, self.advise, id, false) }
                    }
                </div>
            },
            Block::Entries(places) => self.entries(places),
            Block::Articles(paths) => self.list(paths.iter().filter_map(|path| self.learn.article(path))),
            Block::Terms => self.terms(),
            Block::Consider(consider) => self.consider(consider),
        }
    }

    /// What the texts above it rest on: in words at once, the sources folded away.
    fn basis(&self, basis: &Basis) -> Html {
        if basis.sources.is_empty() {
            return hint(self.word(LearnWord::OwnAdvice));
        }
        let kinds = letter::kinds_of_knowledge(&basis.strengths, self.advise);
        let label = attr(&self.advise.words.get(GuidanceWord::KnowledgeLabel));
        let sources = html! {
            <ul class="sources">
                for source in basis.sources.iter().filter_map(|id| self.advise.source(id)) {
                    <li lang={attr(&source.language)}>{ attr(&source.citation) }</li>
                }
            </ul>
        };
        folded("aside-item__more learn__basis", html! { <>{ label }{ " " }{ kinds }</> }, false, sources)
    }

    /// A question of the check, with what one may see.
    fn question(&self, id: &PracticeId) -> Html {
        let Some((_, text)) = self.view.ask().practice(id) else { return Html::default() };
        let wording = Wording::of_view(self.view.ask(), View::Employer);
        let levels = html! {
            <ol class="learn__levels">
                for level in wording.levels(text, None) {
                    <li>{ level }</li>
                }
            </ol>
        };
        folded("learn__question", html! { { wording.question(text, None) } }, false, levels)
    }

    fn entries(&self, places: &[u16]) -> Html {
        let today = clock::today();
        let region = &self.advise.region;
        html! {
            <>
                if today > region.review_by {
                    { notice(attr(&self.advise.words.get(GuidanceWord::SchemesStale))) }
                }
                <ul class="learn__entries">
                    for item in places.iter().filter_map(|&place| region.items.get(usize::from(place))) {
                        { region_entry(self.view, self.advise, item, today, false) }
                    }
                </ul>
            </>
        }
    }

    fn terms(&self) -> Html {
        html! {
            <dl class="learn__terms">
                for term in &self.learn.terms {
                    { self.term(term) }
                }
            </dl>
        }
    }

    fn term(&self, term: &Term) -> Html {
        let see = term.see.iter().filter_map(|path| self.learn.article(path));
        html! {
            // It has the focus when one comes for this word.
            <div id={["term-", &term.id].concat()} tabindex="-1">
                <dt>{ attr(&term.term) }</dt>
                <dd>
                    { attr(&term.text) }
                    if term.own {
                        <span class="hint">{ " " }{ self.word(LearnWord::OwnWords) }</span>
                    }
                </dd>
                for article in see {
                    <dd class="hint">
                        { self.word(LearnWord::See) }{ " " }
                        <a href={Route::learn(&article.path).href()}>{ attr(&article.title) }</a>
                    </dd>
                }
            </div>
        }
    }
}

fn facts_of(title: &Text, facts: &[(Text, Text)]) -> Html {
    html! {
        <>
            if !title.is_empty() {
                <h3>{ attr(title) }</h3>
            }
            <dl class="learn__facts">
                for (name, text) in facts {
                    <dt>{ attr(name) }</dt>
                    <dd>{ attr(text) }</dd>
                }
            </dl>
        </>
    }
}

/// What one reads in an article, without what it shows of elsewhere.
fn texts(article: &Article) -> Vec<Text> {
    let mut texts = vec![article.title.clone(), article.lead.clone()];
    for block in article.passages.iter().flat_map(|passage| &passage.blocks) {
        match block {
            Block::Paragraph(text) => texts.push(text.clone()),
            Block::List(all) => texts.extend(all.iter().cloned()),
            Block::Facts(_, facts) => texts.extend(facts.iter().flat_map(|(name, said)| [name.clone(), said.clone()])),
            _ => {}
        }
    }
    texts
}
