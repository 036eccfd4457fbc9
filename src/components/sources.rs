//! Where a practice comes from, and how strong that knowledge is.

use assessment::Practice;
use content::{Advise, GuidanceWord};
use report::letter;
use yew::prelude::*;

use crate::{browser::clock, view::attr};

/// The kinds of knowledge, the sources, and the day on which they were last read.
pub fn sources(practice: &Practice, advise: &Advise, locale: &str) -> Html {
    let date = clock::day(advise.reviewed, locale);
    html! {
        <div class="sources">
            <p><b>{ attr(&advise.words.get(GuidanceWord::KnowledgeLabel)) }</b>{ " " }{ letter::strengths(practice, advise) }</p>
            <ul>
                for source in practice.sources.iter().filter_map(|id| advise.source(id)) {
                    <li lang={attr(&source.language)}>{ attr(&source.citation) }</li>
                }
            </ul>
            <p>{ advise.words.fill(GuidanceWord::Reviewed, &[("date", &date)]) }</p>
        </div>
    }
}
