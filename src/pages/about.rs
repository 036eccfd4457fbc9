//! About, privacy and limits: what it is, where the answers are, what it cannot do, and on what it rests. And what
//! whoever hosts the site says, if anything.

use content::{Advise, Section, Word};
use yew::prelude::*;

use crate::{
    components::{heading, markup::paragraph, reach, read_more},
    view::{View, attr},
};

pub fn page(view: &View<'_>) -> Html {
    html! {
        <div class="page page--narrow">
            { heading(view.word(Word::AboutTitle), None) }
            if let Some(advise) = view.library().advise() {
                { text(view, advise) }
            } else {
                { view.still_loading() }
            }
        </div>
    }
}

fn text(view: &View<'_>, advise: &Advise) -> Html {
    let about = &advise.about;
    html! {
        <>
            <p class="lead">{ attr(&about.lead) }</p>
            { paragraphs(&about.what) }
            { paragraphs(&about.privacy) }
            if !advise.host_privacy.is_empty() {
                <section data-host-privacy="">
                    <h2>{ view.word(Word::HostPrivacyTitle) }</h2>
                    for text in &advise.host_privacy {
                        { paragraph(attr(text)) }
                    }
                </section>
            }
            if let Some(contact) = &view.ask().contact {
                <section class="contact">
                    <h2>{ view.word(Word::ContactTitle) }</h2>
                    <p>{ reach(contact) }</p>
                </section>
            }
            for section in [&about.limits, &about.evidence, &about.find_practitioner, &about.rights] {
                { paragraphs(section) }
            }
            <section>
                <h2>{ view.word(Word::AboutSources) }</h2>
                { read_more(view, "sources", view.word(Word::AboutSources)) }
                <ul class="sources">
                    for source in &advise.sources {
                        <li lang={attr(&source.language)}>{ attr(&source.citation) }</li>
                    }
                </ul>
            </section>
        </>
    }
}

fn paragraphs(section: &Section) -> Html {
    html! {
        <section>
            <h2>{ attr(&section.title) }</h2>
            for paragraph in &section.paragraphs {
                <p>{ attr(paragraph) }</p>
            }
        </section>
    }
}
