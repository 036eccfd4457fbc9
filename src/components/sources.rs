//! Where a practice comes from, and how strong that knowledge is.

use assessment::{Practice, Strength};
use content::{Advise, GuidanceWord};
use yew::prelude::*;

use crate::{browser::clock, state::Library};

#[derive(Properties, PartialEq)]
pub struct SourceLineProps {
    pub practice: AttrValue,
}

#[component]
pub fn SourceLine(props: &SourceLineProps) -> Html {
    let Some(library) = use_context::<Library>() else { return html! { <div /> } };
    let id = assessment::PracticeId::new(&props.practice);
    let (Some((practice, _)), Some(advise)) = (library.ask.practice(&id), &library.advise) else {
        return html! { <div /> };
    };
    let word = |word| AttrValue::from(advise.words.get(word));
    html! {
        <div class="sources">
            <p><b>{ word(GuidanceWord::KnowledgeLabel) }</b>{ " " }{ strengths(practice, advise) }</p>
            <ul>
                for source in practice.sources.iter().filter_map(|id| advise.source(id)) {
                    <li>{ AttrValue::from(source.citation.clone()) }</li>
                }
            </ul>
            <p>{ advise.words.fill(GuidanceWord::Reviewed, &[("date", &clock::day(advise.reviewed, &library.ask.language))]) }</p>
        </div>
    }
}

/// The kinds of knowledge in words, as they stand in the model.
pub fn strengths(practice: &Practice, advise: &Advise) -> String {
    let names: Vec<String> =
        practice.evidence.iter().map(|&strength| advise.words.get(word(strength)).to_string()).collect();
    names.join("; ") + "."
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
