//! What a link brought: what it is, and three ways to go on. Nothing of it is kept before the user says so.

use std::rc::Rc;

use assessment::{Answer, Assessment, Date, PracticeId, Scope, View as Side};
use content::{Visit, Word, WorkplaceWord};
use exchange::LinkRefusal;
use report::names::{answer_name, side_name};
use yew::prelude::*;

use super::start::{how_far, scope_name};
use crate::{
    brought::Brought,
    browser::{clock, field, hash},
    components::{
        heading,
        markup::{hint, lead, notice, paragraph, section},
    },
    journey::Journey,
    route::{Page, Route},
    state::{Action, Look},
    view::{View, attr},
};

/// The page.
pub fn page(view: &View<'_>) -> Html {
    match view.library().visit() {
        Some(words) => LinkPage { view, words }.page(),
        None => html! {
            <div class="page page--narrow">
                { heading(view.word(Word::WorkplacesLink), None) }
                { view.still_loading() }
            </div>
        },
    }
}

/// The page with its words at hand.
struct LinkPage<'a> {
    view: &'a View<'a>,
    words: &'a Visit,
}

impl LinkPage<'_> {
    fn page(&self) -> Html {
        let brought = &self.view.state.brought;
        let (what, word) = match brought {
            Brought::Nothing => ("none", WorkplaceWord::LinkNone),
            Brought::Unread(_) => ("unread", WorkplaceWord::LinkReading),
            Brought::Unfetched(_) => ("unfetched", WorkplaceWord::LinkUnfetched),
            Brought::Refused(LinkRefusal::Damaged) => ("damaged", WorkplaceWord::LinkDamaged),
            Brought::Refused(LinkRefusal::Newer) => ("newer", WorkplaceWord::LinkNewer),
            Brought::Refused(LinkRefusal::OtherQuestions) => ("other", WorkplaceWord::LinkOther),
            Brought::View { .. } => ("view", WorkplaceWord::LinkLead),
        };
        let said = match brought {
            Brought::View { .. } | Brought::Unread(_) => lead(self.word(word)),
            _ => notice(self.word(word)),
        };
        html! {
            <div class="page page--narrow" data-link={what}>
                { heading(self.word(WorkplaceWord::LinkTitle), None) }
                // Always there, so that a screen reader hears what comes of reading.
                <div role="status">{ said }</div>
                {
                    match brought {
                        Brought::View { made, view } => view.assessment().map(|view| self.brought(*made, view)).unwrap_or_default(),
                        Brought::Unread(_) => Html::default(),
                        Brought::Unfetched(text) => self.again(text),
                        Brought::Nothing | Brought::Refused(_) => html! {
                            <p><a class="button" href={Route::Start.href()}>{ self.view.word(Word::UnknownBack) }</a></p>
                        },
                    }
                }
            </div>
        }
    }

    /// A way to try again to read a link.
    fn again(&self, text: &Rc<str>) -> Html {
        let text = text.clone();
        let again = self.view.press(move |dispatch| {
            dispatch.dispatch(Action::Read(text.clone(), Brought::Unread(text.clone())));
        });
        html! {
            <p><button type="button" class="button" data-again="" onclick={again}>{ self.word(WorkplaceWord::LinkAgain) }</button></p>
        }
    }

    fn brought(&self, made: Date, brought: &Assessment) -> Html {
        let kept: Vec<&Assessment> = self.comparable().collect();
        let against = self.view.state.look.against.as_ref();
        let against = against.and_then(|against| kept.iter().find(|kept| kept.id == *against));
        html! {
            <>
                { self.about(made, brought) }
                { section("ways", "", self.word(WorkplaceWord::LinkWays), self.ways(brought, &kept)) }
                if let Some(here) = against {
                    { section("compared", "", self.word(WorkplaceWord::LinkCompareTitle), self.compared(here, brought)) }
                }
            </>
        }
    }

    /// From whose side it is, what was filled in, how far, and when.
    fn about(&self, made: Date, brought: &Assessment) -> Html {
        let side = side_name(Side::of(&brought.profile));
        let kind = match &brought.scope.value {
            Scope::Topic(_) => {
                let topic = scope_name(self.view, &brought.scope.value);
                [&self.view.word(Word::ScopeTopic), ": ", &topic].concat().into()
            }
            scope => scope_name(self.view, scope),
        };
        let (answered, asked) = Journey::of(&self.view.ask().instrument, brought).progress();
        let values = [("answered", &*answered.to_string()), ("asked", &*asked.to_string())];
        let far = self.words.words.fill(WorkplaceWord::ViewFar, &values);
        let facts = [
            ("side", WorkplaceWord::LinkSide, self.word(side)),
            ("kind", WorkplaceWord::LinkKind, kind),
            ("far", WorkplaceWord::LinkFar, far.into()),
            ("made", WorkplaceWord::LinkMade, clock::day(made, &self.view.word(Word::Locale)).into()),
        ];
        html! {
            <dl class="card__facts">
                for (id, name, value) in facts {
                    <div data-fact={id}>
                        <dt>{ self.word(name) }</dt>
                        <dd>{ value }</dd>
                    </div>
                }
            </dl>
        }
    }

    fn ways(&self, brought: &Assessment, kept: &[&Assessment]) -> Html {
        let guidance = Route::Assessment(brought.id.clone(), Page::Guidance);
        let keep = self.view.press(move |dispatch| {
            dispatch.dispatch(Action::KeepBrought);
            hash::go_instead(&guidance);
        });
        let close = Callback::from(|_: MouseEvent| hash::go_instead(&Route::Start));
        html! {
            <>
                <p><button type="button" class="button" data-keep="" onclick={keep}>{ self.word(WorkplaceWord::LinkKeep) }</button></p>
                { hint(self.word(WorkplaceWord::LinkKeepHint)) }
                if !kept.is_empty() {
                    { self.choice(kept) }
                }
                <p><button type="button" class="button button--second" data-close="" onclick={close}>{ self.word(WorkplaceWord::LinkClose) }</button></p>
                { hint(self.word(WorkplaceWord::LinkCloseHint)) }
            </>
        }
    }

    /// What is kept here and has answers. What is put away until the views are looked at together stays so.
    fn comparable(&self) -> impl Iterator<Item = &Assessment> {
        let state = self.view.state;
        state.assessments().filter(|kept| !kept.answers.is_empty() && !state.is_put_away(&kept.id))
    }

    fn choice(&self, kept: &[&Assessment]) -> Html {
        let (dispatch, look) = (self.view.dispatch.clone(), self.view.state.look.clone());
        let ids: Vec<_> = kept.iter().map(|kept| kept.id.clone()).collect();
        let onchange = Callback::from(move |event: Event| {
            let chosen = field::chosen(&event).unwrap_or_default();
            let against = ids.iter().find(|id| id.as_str() == chosen).cloned();
            dispatch.dispatch(Action::Look(Look { against, ..look.clone() }));
        });
        let against = self.view.state.look.against.as_ref();
        html! {
            <p class="fields">
                <label for="against">{ self.word(WorkplaceWord::LinkCompare) }</label>
                <select id="against" class="field" {onchange}>
                    <option value="" selected={against.is_none()}>{ self.word(WorkplaceWord::LinkCompareChoose) }</option>
                    for kept in kept {
                        <option value={kept.id.to_string()} selected={against == Some(&kept.id)}>{ self.name(kept) }</option>
                    }
                </select>
            </p>
        }
    }

    /// What is kept here, by the workplace it belongs to, its kind, and how far it is.
    fn name(&self, kept: &Assessment) -> String {
        let part = kept.part_of.value.as_ref();
        let label = part.and_then(|part| self.view.state.workplace(&part.workplace)).map(|it| &*it.label.value);
        let scope = scope_name(self.view, &kept.scope.value);
        let name = [&*scope, ". ", &how_far(self.view, kept)].concat();
        label.map_or_else(|| name.clone(), |label| [label, ": ", &name].concat())
    }

    /// Practice by practice where the two differ, without saying who is right.
    fn compared(&self, here: &Assessment, there: &Assessment) -> Html {
        let (mut same, mut only_here, mut only_there) = (0, 0, 0);
        let mut differ: Vec<(&PracticeId, Answer, Answer)> = Vec::new();
        for practice in self.view.ask().instrument.practices() {
            match (here.answers.get(&practice.id), there.answers.get(&practice.id)) {
                (Some(here), Some(there)) if here == there => same += 1,
                (Some(here), Some(there)) => differ.push((&practice.id, *here, *there)),
                (Some(_), None) => only_here += 1,
                (None, Some(_)) => only_there += 1,
                (None, None) => {}
            }
        }
        let counted = [
            ("same", WorkplaceWord::LinkSame, same),
            ("only-here", WorkplaceWord::LinkOnlyHere, only_here),
            ("only-there", WorkplaceWord::LinkOnlyThere, only_there),
        ];
        html! {
            <>
                if differ.is_empty() {
                    { paragraph(self.word(WorkplaceWord::LinkDifferNone)) }
                } else {
                    { hint(self.word(WorkplaceWord::DifferNormal)) }
                    { self.table(&differ) }
                }
                <ul>
                    for (id, word, count) in counted {
                        if count > 0 {
                            <li data-count={id}>{ self.words.words.fill(word, &[("count", &count.to_string())]) }</li>
                        }
                    }
                </ul>
            </>
        }
    }

    fn table(&self, differ: &[(&PracticeId, Answer, Answer)]) -> Html {
        let title = |practice: &PracticeId| {
            self.view.ask().practice(practice).map(|(_, text)| attr(&text.title)).unwrap_or_default()
        };
        html! {
            <table class="moves__table">
                <thead>
                    <tr>
                        <th scope="col">{ self.word(WorkplaceWord::MovesPractice) }</th>
                        <th scope="col">{ self.word(WorkplaceWord::LinkHere) }</th>
                        <th scope="col">{ self.word(WorkplaceWord::LinkThere) }</th>
                    </tr>
                </thead>
                <tbody>
                    for (practice, here, there) in differ {
                        <tr data-differs={practice.to_string()}>
                            <th scope="row">{ title(practice) }</th>
                            <td>{ self.view.word(answer_name(*here)) }</td>
                            <td>{ self.view.word(answer_name(*there)) }</td>
                        </tr>
                    }
                </tbody>
            </table>
        }
    }

    #[inline(never)]
    fn word(&self, word: WorkplaceWord) -> AttrValue {
        attr(&self.words.words.get(word))
    }
}
