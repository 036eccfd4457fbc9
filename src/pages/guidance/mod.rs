//! The guidance: what follows from the answers, told like a good letter. The rules are in the core; here it is only
//! put in order and in words.

mod letter;
mod sections;

use std::rc::Rc;

use assessment::{
    Advice, AdvicePlace, Answers, Choice, Date, Experience, Guidance, Respondent, Scope, Stage, guide, save::Assessment,
};
use content::{Advise, Ask, GuidanceWord, Word};
use yew::prelude::*;

use super::changes;
use crate::{
    app::Dispatch,
    browser::{clock, hash, screen},
    components::{AdviceCard, Heading, Picture},
    journey::Journey,
    route::{Page, Route},
    state::{Change, Library},
};

#[derive(Properties, PartialEq)]
pub struct GuidancePageProps {
    pub assessment: Rc<Assessment>,
}

#[component]
pub fn GuidancePage(props: &GuidancePageProps) -> Html {
    let (Some(library), Some(dispatch)) = (use_context::<Library>(), use_context::<Dispatch>()) else {
        return html! { <div /> };
    };
    let assessment = &props.assessment;
    let Some(advise) = library.advise.clone() else {
        return html! {
            <div class="page page--narrow">
                <Heading title={AttrValue::from(library.ask.words.get(Word::GuidanceLink))} />
                <p>{ AttrValue::from(library.ask.words.get(Word::StillLoading)) }</p>
            </div>
        };
    };
    if assessment.answers.is_empty() {
        return nothing_yet(&library, assessment);
    }
    let on_change = changes(&dispatch, &assessment.id);
    let letter = Letter::write(assessment.clone(), library.ask.clone(), advise);
    letter.page(&on_change)
}

/// Everything the sections need, in one place.
struct Letter {
    assessment: Rc<Assessment>,
    ask: Rc<Ask>,
    advise: Rc<Advise>,
    guidance: Guidance,
    today: Date,
}

impl Letter {
    fn write(assessment: Rc<Assessment>, ask: Rc<Ask>, advise: Rc<Advise>) -> Self {
        let guidance = guide(
            &ask.instrument,
            &assessment.profile,
            &assessment.scope,
            &assessment.added_back,
            &assessment.answers,
        );
        Self { assessment, ask, advise, guidance, today: Date::of(clock::now()) }
    }

    fn word(&self, word: GuidanceWord) -> AttrValue {
        AttrValue::from(self.advise.words.get(word))
    }

    fn link(&self, page: Page) -> String {
        Route::Assessment(self.assessment.id.clone(), page).href()
    }

    fn page(&self, on_change: &Callback<Change>) -> Html {
        let topic = matches!(self.assessment.scope, Scope::Topic(_));
        let alone = self.assessment.profile.respondent == Some(Respondent::PractitionerAlone);
        html! {
            <div class="page guidance" data-view={alone.then_some("practitioner")}>
                <Heading title={self.word(title(self.assessment.profile.stage))} over={self.about()} />
                if alone {
                    <p class="notice">{ self.word(GuidanceWord::ViewPractitioner) }</p>
                }
                { self.summary() }
                { self.actions(on_change) }
                if !topic {
                    { self.picture() }
                }
                { self.put_right() }
                { self.strengths() }
                { self.start() }
                { self.by_time() }
                { self.find_out() }
                { self.learning() }
                { self.cautions() }
                { self.schemes() }
                { self.left_out() }
                { self.closing() }
            </div>
        }
    }

    fn picture(&self) -> Html {
        let links: Vec<AttrValue> = self
            .guidance
            .picture
            .iter()
            .map(|row| AttrValue::from(self.link(Page::Questions(row.condition.clone()))))
            .collect();
        html! {
            <section aria-labelledby="picture">
                <h2 id="picture">{ self.word(GuidanceWord::PictureTitle) }</h2>
                <p class="hint">{ self.word(GuidanceWord::PictureLead) }</p>
                <Picture rows={self.guidance.picture.clone()} ask={self.ask.clone()} advise={self.advise.clone()} {links} />
            </section>
        }
    }

    fn put_right(&self) -> Html {
        let advice: Vec<&Advice> = self.guidance.at(AdvicePlace::PutRight).collect();
        html! {
            <div>
                if !advice.is_empty() {
                    <section class="put-right" aria-labelledby="put-right">
                        <h2 id="put-right">{ self.word(GuidanceWord::PutRightTitle) }</h2>
                        <p>{ self.word(GuidanceWord::PutRightLead) }</p>
                        <div class="cards">
                            for each in &advice {
                                { self.card(each, None) }
                            }
                        </div>
                    </section>
                }
            </div>
        }
    }

    fn start(&self) -> Html {
        let advice: Vec<&Advice> = self.guidance.at(AdvicePlace::Start).collect();
        html! {
            <section aria-labelledby="start">
                <h2 id="start">{ self.word(GuidanceWord::StartTitle) }</h2>
                if self.guidance.find_practitioner {
                    <div class="card card--start" data-find-practitioner="">
                        <h3 class="card__title">{ AttrValue::from(self.advise.about.find_practitioner.title.clone()) }</h3>
                        for paragraph in &self.advise.about.find_practitioner.paragraphs {
                            <p>{ AttrValue::from(paragraph.clone()) }</p>
                        }
                    </div>
                }
                if advice.is_empty() {
                    <p>{ self.word(GuidanceWord::StartNothing) }</p>
                } else {
                    <div class="cards cards--start">
                        for (index, each) in advice.iter().enumerate() {
                            { self.card(each, Some(index + 1)) }
                        }
                    </div>
                }
            </section>
        }
    }

    /// What is left, by the time at which it is best done.
    fn by_time(&self) -> Html {
        let later =
            |advice: &&Advice| !matches!(advice.place, AdvicePlace::PutRight | AdvicePlace::Start);
        let groups: Vec<(Stage, Vec<&Advice>)> = Stage::ALL
            .iter()
            .map(|&time| (time, self.guidance.by_time(time).filter(later).collect::<Vec<_>>()))
            .filter(|(_, advice)| !advice.is_empty())
            .collect();
        html! {
            <div>
                if !groups.is_empty() {
                    <section aria-labelledby="by-time">
                        <h2 id="by-time">{ self.word(GuidanceWord::TimeTitle) }</h2>
                        <p class="hint">{ self.word(GuidanceWord::TimeLead) }</p>
                        for (time, advice) in &groups {
                            <details class="time" open={self.open_first(*time, &groups)}>
                                <summary><h3>{ self.word(time_word(*time)) }</h3></summary>
                                <div class="cards">
                                    for each in advice {
                                        { self.card(each, None) }
                                    }
                                </div>
                            </details>
                        }
                    </section>
                }
            </div>
        }
    }

    fn open_first(&self, time: Stage, groups: &[(Stage, Vec<&Advice>)]) -> bool {
        groups.first().is_some_and(|(first, _)| *first == time)
    }

    fn card(&self, advice: &Advice, number: Option<usize>) -> Html {
        html! {
            <AdviceCard
                key={advice.practice.to_string()}
                advice={advice.clone()}
                ask={self.ask.clone()}
                advise={self.advise.clone()}
                profile={self.assessment.profile}
                {number}
                explained={number.is_some() && self.assessment.profile.experience == Some(Experience::First)}
            />
        }
    }

    fn actions(&self, on_change: &Callback<Change>) -> Html {
        let deepen = {
            let mut widened = (*self.assessment).clone();
            widened.scope = Scope::Full;
            let next = Journey::of(&self.ask.instrument, &widened).resume().cloned().map_or(Page::Guidance, Page::Questions);
            let route = Route::Assessment(self.assessment.id.clone(), next);
            let on_change = on_change.clone();
            Callback::from(move |_: MouseEvent| {
                on_change.emit(Change::Scope(Scope::Full));
                hash::go(&route);
            })
        };
        let open = self.guidance.asked - self.guidance.answered;
        let resume = Journey::of(&self.ask.instrument, &self.assessment).resume().cloned();
        html! {
            <div class="guidance__actions">
                if let Some(condition) = resume.filter(|_| open > 0) {
                    <a class="button" href={self.link(Page::Questions(condition))}>{ self.word(GuidanceWord::GoOn) }</a>
                }
                if self.assessment.scope != Scope::Full {
                    <button type="button" class="button button--second" data-deepen="" onclick={deepen}>{ self.word(GuidanceWord::Deepen) }</button>
                }
                <button type="button" class="button button--second" data-print="" onclick={|_: MouseEvent| screen::print()}>{ self.word(GuidanceWord::Print) }</button>
                <a class="button button--second" href={self.link(Page::Situation)}>{ AttrValue::from(self.ask.words.get(Word::SituationTitle)) }</a>
            </div>
        }
    }
}

/// The guidance of an assessment without a single answer.
fn nothing_yet(library: &Library, assessment: &Assessment) -> Html {
    debug_assert_eq!(assessment.answers, Answers::default());
    let journey = Journey::of(&library.ask.instrument, assessment);
    let page = journey.resume().cloned().map_or(Page::Situation, Page::Questions);
    let word = |word| AttrValue::from(library.ask.words.get(word));
    html! {
        <div class="page page--narrow" data-nothing-yet="">
            <Heading title={word(Word::GuidanceLink)} />
            <p class="lead">{ word(Word::NothingYet) }</p>
            <p><a class="button" href={Route::Assessment(assessment.id.clone(), page).href()}>{ word(Word::NothingYetGo) }</a></p>
        </div>
    }
}

fn title(stage: Option<Stage>) -> GuidanceWord {
    match stage {
        None => GuidanceWord::Title,
        Some(Stage::BeforeHiring) => GuidanceWord::TitleBefore,
        Some(Stage::FirstWeeks) => GuidanceWord::TitleWeeks,
        Some(Stage::FirstMonths) => GuidanceWord::TitleMonths,
        Some(Stage::Ongoing) => GuidanceWord::TitleOngoing,
    }
}

fn time_word(time: Stage) -> GuidanceWord {
    match time {
        Stage::BeforeHiring => GuidanceWord::TimeBefore,
        Stage::FirstWeeks => GuidanceWord::TimeWeeks,
        Stage::FirstMonths => GuidanceWord::TimeMonths,
        Stage::Ongoing => GuidanceWord::TimeOngoing,
    }
}
