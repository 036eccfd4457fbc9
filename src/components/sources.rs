//! Where a practice comes from, and how strong that knowledge is.

use assessment::{Practice, Strength};
use content::{Advise, GuidanceWord};
use yew::prelude::*;

use crate::{browser::clock, view::attr};

/// The kinds of knowledge, the sources, and the day on which they were last read.
pub fn sources(practice: &Practice, advise: &Advise, locale: &str) -> Html {
    let date = clock::day(advise.reviewed, locale);
    html! {
        <div class="sources">
            <p><b>{ attr(&advise.words.get(GuidanceWord::KnowledgeLabel)) }</b>{ " " }{ strengths(practice, advise) }</p>
            <ul>
                for source in practice.sources.iter().filter_map(|id| advise.source(id)) {
                    <li>{ attr(&source.citation) }</li>
                }
            </ul>
            <p>{ advise.words.fill(GuidanceWord::Reviewed, &[("date", &date)]) }</p>
        </div>
    }
}

/// The kinds of knowledge in words, as they stand in the model.
fn strengths(practice: &Practice, advise: &Advise) -> String {
    let names: Vec<content::Text> =
        practice.evidence.iter().map(|&strength| advise.words.get(word(strength))).collect();
    [&names.join("; "), "."].concat()
}

fn word(strength: Strength) -> GuidanceWord {
    match strength {
        Strength::PractitionerOpinion => GuidanceWord::StrengthPractitioners,
        Strength::Qualitative => GuidanceWord::StrengthInterviews,
        Strength::PracticeMethod => GuidanceWord::StrengthMethod,
        Strength::Descriptive => GuidanceWord::StrengthDescription,
        Strength::Correlational => GuidanceWord::StrengthTogether,
        Strength::Longitudinal => GuidanceWord::StrengthOverTime,
        Strength::QuasiExperiment => GuidanceWord::StrengthMatched,
        Strength::Review => GuidanceWord::StrengthReview,
        Strength::MetaAnalysis => GuidanceWord::StrengthMetaAnalysis,
        Strength::Trial => GuidanceWord::StrengthTrial,
        Strength::Legal => GuidanceWord::StrengthLaw,
    }
}
