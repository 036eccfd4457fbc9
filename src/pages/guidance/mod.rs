//! The guidance: what follows from the answers, told like a good letter. The rules are in the core; here it is only
//! put in order and in words.

mod letter;
mod sections;
mod steps;

use assessment::{AdvicePlace, Assessment, AssessmentId, Date, Guidance, Involvement, Respondent, Scope, guide};
use content::{Advise, GuidanceWord, PlanWord, TakeWord, Text, Word};
use report::{Kind, Wording};
use yew::prelude::*;

use self::steps::find_practitioner;
use super::begin;
use crate::{
    browser::{clock, hash},
    components::{
        aloud, heading, link_ways, linked_picture,
        markup::{hint, lead, notice, paragraph, section},
        picture, words_explained,
    },
    journey::Journey,
    route::{Page, Route},
    state::Change,
    view::{View, attr, change},
};

pub fn page(view: &View<'_>, assessment: &Assessment) -> Html {
    if assessment.answers.is_empty() {
        return nothing_yet(view, assessment);
    }
    let Some(advise) = view.library().advise() else {
        return html! {
            <div class="page page--narrow">
                { heading(view.word(Word::GuidanceLink), None) }
                { view.still_loading() }
            </div>
        };
    };
    Letter::to(view, assessment, advise).page()
}

/// What a made-up employer gets: the same letter, and nothing in it that would change or keep something.
pub fn example(view: &View<'_>) -> Html {
    let (Some(advise), Some(examples)) = (view.library().advise(), view.library().examples()) else {
        return html! {
            <div class="page page--narrow">
                { heading(view.word(Word::StartExample), None) }
                { view.still_loading() }
            </div>
        };
    };
    let (instrument, now) = (&view.ask().instrument, clock::now());
    let mut made_up = Assessment::begin(AssessmentId::new("example"), instrument.version, Scope::Full, now);
    made_up.profile = examples.filled.profile;
    for (practice, answer) in instrument.practices().zip(&examples.filled.answers) {
        made_up.answers.give(practice.id.clone(), *answer, now);
    }
    Letter::to(view, &made_up, advise).example()
}

/// What is read aloud: the letter and the first steps.
const READ_ALOUD: &str = ".guidance > .summary, .guidance > [aria-labelledby=start]";

/// Everything the parts of the letter need, in one place.
struct Letter<'a> {
    view: &'a View<'a>,
    assessment: &'a Assessment,
    advise: &'a Advise,
    guidance: Guidance,
    today: Date,
}

impl<'a> Letter<'a> {
    fn to(view: &'a View<'a>, assessment: &'a Assessment, advise: &'a Advise) -> Self {
        let guidance = guide(&view.ask().instrument, assessment);
        Self { view, assessment, advise, guidance, today: clock::today() }
    }

    #[inline(never)]
    fn word(&self, word: GuidanceWord) -> AttrValue {
        attr(&self.advise.words.get(word))
    }

    fn link(&self, page: Page) -> String {
        Route::Assessment(self.assessment.id.clone(), page).href()
    }

    fn title_of(&self, practice: &assessment::PracticeId) -> AttrValue {
        attr(&report::letter::practice_title(self.view.ask(), practice))
    }

    fn page(&self) -> Html {
        let topic = matches!(self.assessment.scope.value, Scope::Topic(_));
        let alone = self.assessment.profile.respondent == Some(Respondent::PractitionerAlone);
        html! {
            <div class="page guidance" data-view={alone.then_some("practitioner")}>
                { heading(self.word(report::letter::title(self.assessment.profile.stage)), Some(self.about())) }
                if alone {
                    { notice(self.word(GuidanceWord::ViewPractitioner)) }
                }
                { aloud(self.view, READ_ALOUD) }
                { self.summary() }
                { self.actions() }
                if !topic {
                    { self.picture(linked_picture(self.view, self.advise, &self.assessment.id, &self.guidance.picture)) }
                }
                { self.body() }
                { self.left_out() }
                { self.closing() }
            </div>
        }
    }

    /// The letter of an employer who does not exist: it says so first, and leads to one's own.
    fn example(&self) -> Html {
        let begin = || {
            html! {
                <p>
                    <button type="button" class="button" data-scope="quick" onclick={begin(self.view, Scope::Quick)}>
                        { self.view.word(Word::StartBegin) }
                    </button>
                </p>
            }
        };
        let rows = report::letter::picture(self.view.ask(), self.advise, &self.guidance.picture);
        html! {
            <div class="page guidance" data-example="">
                { heading(self.word(GuidanceWord::ExampleTitle), None) }
                { notice(self.word(GuidanceWord::ExampleLead)) }
                { begin() }
                { aloud(self.view, READ_ALOUD) }
                { self.summary() }
                { self.picture(picture(&rows, &[])) }
                { self.body() }
                { self.closing() }
                <div>
                    { paragraph(self.word(GuidanceWord::ExampleYours)) }
                    { begin() }
                </div>
            </div>
        }
    }

    /// What follows from the answers, from what is put right first to who can help.
    fn body(&self) -> Html {
        html! {
            <>
                { self.put_right() }
                { self.strengths() }
                { self.start() }
                { self.by_time() }
                { self.aside() }
                { self.find_out() }
                { self.learning() }
                { self.cautions() }
                { self.schemes() }
                { words_explained(self.view, || self.texts()) }
            </>
        }
    }

    /// What one reads in the letter and its first steps.
    fn texts(&self) -> Vec<Text> {
        let ask = self.view.ask();
        let wording = Wording::of(ask, &self.assessment.profile);
        let mut texts: Vec<Text> = vec![report::letter::summary(ask, self.advise, &self.guidance).into()];
        for advice in [AdvicePlace::PutRight, AdvicePlace::Start].iter().flat_map(|place| self.guidance.at(*place)) {
            if let Some(words) = self.advise.practice(&advice.practice) {
                texts.extend([wording.say(&words.steps[advice.level.index()]).into(), words.why.clone()]);
                texts.push(report::letter::practice_title(ask, &advice.practice));
            }
        }
        texts
    }

    fn picture(&self, picture: Html) -> Html {
        let body = html! {
            <>
                { hint(self.word(GuidanceWord::PictureLead)) }
                { picture }
            </>
        };
        section("picture", "", self.word(GuidanceWord::PictureTitle), body)
    }

    fn actions(&self) -> Html {
        let instrument = &self.view.ask().instrument;
        let open = self.guidance.asked > self.guidance.answered;
        let resume = Journey::of(instrument, self.assessment).resume().cloned().filter(|_| open);
        html! {
            <div class="actions">
                if let Some(condition) = &resume {
                    <a class="button" href={self.link(Page::Questions(condition.clone()))}>{ self.word(GuidanceWord::GoOn) }</a>
                }
                if let Some(plan) = self.view.library().plan() {
                    <a class={if resume.is_some() { "button button--second" } else { "button" }} data-to-plan="" href={self.link(Page::Plan)}>{ attr(&plan.words.get(PlanWord::PlanLink)) }</a>
                }
                if let Some(take) = self.view.library().take() {
                    <a class="button button--second" data-to-take="" href={self.link(Page::Take(Kind::Report))}>{ attr(&take.words.get(TakeWord::TakeLink)) }</a>
                }
                if self.assessment.scope.value != Scope::Full {
                    <button type="button" class="button button--second" data-deepen="" onclick={self.deepen()}>{ self.word(GuidanceWord::Deepen) }</button>
                }
                <a class="button--quiet" href={self.link(Page::Situation)}>{ self.view.word(Word::SituationTitle) }</a>
                { link_ways(self.view, self.assessment, false) }
            </div>
        }
    }

    /// On to the full check: nothing is asked twice, and the first open question comes first.
    fn deepen(&self) -> Callback<MouseEvent> {
        let mut widened = self.assessment.clone();
        widened.scope.value = Scope::Full;
        let first = Journey::of(&self.view.ask().instrument, &widened).resume().cloned();
        let route = Route::Assessment(widened.id.clone(), first.map_or(Page::Guidance, Page::Questions));
        self.view.press(move |dispatch| {
            change(dispatch, &widened.id, Change::Scope(Scope::Full));
            hash::go(&route);
        })
    }
}

/// The guidance of an assessment without a single answer.
fn nothing_yet(view: &View<'_>, assessment: &Assessment) -> Html {
    let first = Journey::of(&view.ask().instrument, assessment).resume().cloned();
    let page = first.map_or(Page::Situation, Page::Questions);
    html! {
        <div class="page page--narrow" data-nothing-yet="">
            { heading(view.word(Word::GuidanceLink), None) }
            { lead(view.word(Word::NothingYet)) }
            <p><a class="button" href={Route::Assessment(assessment.id.clone(), page).href()}>{ view.word(Word::SituationNext) }</a></p>
            if assessment.profile.involvement == Some(Involvement::NotYet) {
                if let Some(advise) = view.library().advise() {
                    { section("start", "", attr(&advise.words.get(GuidanceWord::StartTitle)), find_practitioner(&advise.about)) }
                }
            }
        </div>
    }
}
