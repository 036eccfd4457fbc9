//! A rule or scheme of the region, and a caution: each says where it comes from.

use assessment::{CautionId, Date};
use content::{Advise, GuidanceWord, RegionItem, Source, Status, Word};
use report::letter;
use yew::prelude::*;

use super::markup::{hint, paragraph};
use crate::{
    browser::clock,
    view::{View, attr},
};

/// An entry of the region, with its source and the day on which it was checked; `deep` under a third-level heading.
pub fn region_entry(view: &View<'_>, advise: &Advise, item: &RegionItem, today: Date, deep: bool) -> Html {
    let day = |date| clock::day(date, &view.word(Word::Locale));
    let stale = today > advise.region.review_by;
    html! {
        <li data-region-item="">
            if deep {
                <h4>{ attr(&item.title) }</h4>
            } else {
                <h3>{ attr(&item.title) }</h3>
            }
            { paragraph(attr(&item.text)) }
            <p class="hint">
                { letter::checked(advise, item, day) }
                if stale && item.status != Status::Unverified {
                    { " " }<b>{ attr(&advise.words.get(GuidanceWord::SchemeStale)) }</b>
                }
            </p>
        </li>
    }
}

/// A caution; quieter where it always holds.
pub fn caution(view: &View<'_>, advise: &Advise, id: &CautionId, quiet: bool) -> Html {
    let (Some(text), Some(caution)) = (advise.caution(id), view.ask().instrument.caution(id)) else {
        return Html::default();
    };
    let word = |word| attr(&advise.words.get(word));
    let sources: Vec<&Source> = caution.sources.iter().filter_map(|id| advise.source(id)).collect();
    let title = attr(&text.title);
    html! {
        <div class="caution" data-caution={id.to_string()}>
            if quiet {
                <h4>{ title }</h4>
            } else {
                <h3>{ title }</h3>
            }
            { paragraph(attr(&text.text)) }
            if sources.is_empty() {
                { hint(word(GuidanceWord::CautionOwn)) }
            } else {
                <p class="hint">
                    { word(GuidanceWord::CautionSources) }
                    for source in sources {
                        { " " }<span lang={attr(&source.language)}>{ attr(&source.citation) }</span>
                    }
                </p>
            }
        </div>
    }
}
