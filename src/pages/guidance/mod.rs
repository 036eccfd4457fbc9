//! The guidance: what follows from the answers, told like a good letter. The rules are in the core; here it is only
//! put in order and in words.

mod letter;
mod sections;
mod steps;

use assessment::{Assessment, Date, Guidance, Involvement, Respondent, Scope, guide};
use content::{Advise, GuidanceWord, PlanWord, TakeWord, Word};
use report::Kind;
use yew::prelude::*;

use self::steps::find_practitioner;
use crate::{
    browser::{clock, hash},
    components::{
        heading, link_ways, linked_picture,
        markup::{hint, lead, notice, section},
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
    let guidance = guide(&view.ask().instrument, assessment);
    Letter { view, assessment, advise, guidance, today: clock::today() }.page()
}

/// Everything the parts of the letter need, in one place.
struct Letter<'a> {
    view: &'a View<'a>,
    assessment: &'a Assessment,
    advise: &'a Advise,
    guidance: Guidance,
    today: Date,
}

impl Letter<'_> {
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
                { self.summary() }
                { self.actions() }
                if !topic {
                    { self.picture() }
                }
                { self.put_right() }
                { self.strengths() }
                { self.start() }
                { self.by_time() }
                { self.aside() }
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
        let body = html! {
            <>
                { hint(self.word(GuidanceWord::PictureLead)) }
                { linked_picture(self.view, self.advise, &self.assessment.id, &self.guidance.picture) }
            </>
        };
        section("picture", "", self.word(GuidanceWord::PictureTitle), body)
    }

    fn actions(&self) -> Html {
        let instrument = &self.view.ask().instrument;
        let open = self.guidance.asked > self.guidance.answered;
        let resume = Journey::of(instrument, self.assessment).resume().cloned().filter(|_| open);
        html! {
            <div class="guidance__actions">
                if let Some(condition) = &resume {
                    <a class="button" href={self.link(Page::Questions(condition.clone()))}>{ self.word(GuidanceWord::GoOn) }</a>
                }
                if self.assessment.scope.value != Scope::Full {
                    <button type="button" class="button button--second" data-deepen="" onclick={self.deepen()}>{ self.word(GuidanceWord::Deepen) }</button>
                }
                if let Some(plan) = self.view.library().plan() {
                    <a class={if resume.is_some() { "button button--second" } else { "button" }} data-to-plan="" href={self.link(Page::Plan)}>{ attr(&plan.words.get(PlanWord::PlanLink)) }</a>
                }
                if let Some(take) = self.view.library().take() {
                    <a class="button button--second" data-to-take="" href={self.link(Page::Take(Kind::Report))}>{ attr(&take.words.get(TakeWord::TakeLink)) }</a>
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
