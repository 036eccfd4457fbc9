//! About, privacy and limits: what it is, where the answers are, what it cannot do, and on what it rests.

use content::{Section, Word};
use yew::prelude::*;

use crate::{components::Heading, state::Library};

#[component]
pub fn AboutPage() -> Html {
    let Some(library) = use_context::<Library>() else { return html! { <div /> } };
    let Some(advise) = &library.advise else {
        return html! {
            <div class="page page--narrow">
                <Heading title={AttrValue::from(library.ask.words.get(Word::AboutTitle))} />
                <p>{ AttrValue::from(library.ask.words.get(Word::StillLoading)) }</p>
            </div>
        };
    };
    let about = &advise.about;
    let sections = [&about.what, &about.privacy, &about.limits, &about.evidence, &about.find_practitioner, &about.rights];
    html! {
        <div class="page page--narrow">
            <Heading title={AttrValue::from(about.title.clone())} />
            <p class="lead">{ AttrValue::from(about.lead.clone()) }</p>
            for section in sections {
                { paragraphs(section) }
            }
            <section>
                <h2>{ AttrValue::from(library.ask.words.get(Word::AboutSources)) }</h2>
                <ul class="sources">
                    for source in &advise.sources {
                        <li>{ AttrValue::from(source.citation.clone()) }</li>
                    }
                </ul>
            </section>
        </div>
    }
}

/// A section of plain paragraphs.
pub fn paragraphs(section: &Section) -> Html {
    html! {
        <section>
            <h2>{ AttrValue::from(section.title.clone()) }</h2>
            for paragraph in &section.paragraphs {
                <p>{ AttrValue::from(paragraph.clone()) }</p>
            }
        </section>
    }
}
