//! What a change makes of the records, and what another tab, a file or undo does to them.

use std::rc::Rc;

use assessment::{
    ActionId, Assessment, AssessmentId, Given, Moment, PartOf, PlanAction, PlanChange, ProfileQuestion, Record, Scope,
    View,
};

use super::{Change, FIRST_QUESTIONS, Heard, State, Undo};
use crate::records::Records;

impl State {
    /// The situation is that of the same view in the latest round before, or else that of any view: it seldom changes.
    pub(super) fn begin_view(&mut self, id: &AssessmentId, part: PartOf, view: View, scope: Scope, at: Moment) {
        let mut begun = Assessment::begin(id.clone(), self.library.ask.instrument.version, scope, at);
        let earlier = self.belonging_to(&part.workplace).max_by_key(|it| {
            (View::of(&it.profile) == view, it.part_of.value.as_ref().map(|part| part.round), it.changed())
        });
        if let Some(earlier) = earlier {
            begun.profile = earlier.profile;
            begun.profile_at = [at; ProfileQuestion::ALL.len()];
        }
        if View::of(&begun.profile) != view || view != View::Employer {
            begun.profile.respondent = view.respondent();
            begun.profile_at[ProfileQuestion::Respondent as usize] = at;
        }
        // Whoever fills in the next one does not see what the others said, until all look together.
        let revealed = self.workplace(&part.workplace).and_then(|workplace| workplace.rounds.get(&part.round));
        if revealed.is_some_and(|round| !round.revealed.value) {
            let within = self.belonging_to(&part.workplace).filter(|it| it.part_of.value.as_ref() == Some(&part));
            let within = within.filter(|it| !it.answers.is_empty() && !it.put_away.value);
            let within: Vec<AssessmentId> = within.map(|it| it.id.clone()).collect();
            for other in within {
                self.change(&other, Change::PutAway(true), at);
            }
        }
        begun.part_of = Given { at, value: Some(part) };
        self.records.insert(id.into(), Rc::new(begun.into()));
    }

    pub(super) fn change(&mut self, id: &AssessmentId, change: Change, now: Moment) {
        let Some(record) = self.records.get_mut(&id.into()) else { return };
        let Record::Assessment(assessment) = Rc::make_mut(record) else { return };
        let at = assessment.time_of_change(now);
        self.undo = None;
        match change {
            Change::Answer(practice, answer) => assessment.answers.give(practice, answer, at),
            Change::Clear(practice) => {
                let cleared = assessment.answers.clear(&practice, at);
                self.undo = cleared.map(|answer| Undo::Cleared(id.clone(), practice, answer));
            }
            Change::Note(practice, text) if text.trim().is_empty() => {
                assessment.notes.clear(&practice, at);
            }
            Change::Note(practice, text) => assessment.notes.give(practice, text, at),
            Change::Profile(question, option) => {
                assessment.choose(question, option, at);
                self.unfolded |= question as usize >= FIRST_QUESTIONS;
            }
            Change::AddBack(practice) => assessment.added_back.give(practice, (), at),
            Change::Scope(scope) => assessment.scope = Given { at, value: scope },
            // Whatever else can change changes behind the first pages.
            change => {
                if let Some(behind) = self.behind {
                    (behind.change)(self, id, change, at);
                }
                return;
            }
        }
        assessment.instrument = self.library.ask.instrument.version;
    }

    /// Makes a change that the first pages cannot ask for; those make the rest themselves (`change`).
    pub(crate) fn change_behind(&mut self, id: &AssessmentId, change: Change, at: Moment) {
        let Some(record) = self.records.get_mut(&id.into()) else { return };
        let Record::Assessment(assessment) = Rc::make_mut(record) else { return };
        match change {
            Change::SetAside(practice) => {
                assessment.set_aside.give(practice.clone(), (), at);
                self.undo = Some(Undo::SetAside(id.clone(), practice));
            }
            Change::TakeUp(practice) => {
                assessment.set_aside.clear(&practice, at);
            }
            Change::PutAway(value) => assessment.put_away = Given { at, value },
            Change::PartOf(value) => {
                let left = assessment.part_of.value.take().filter(|_| value.is_none());
                self.undo = left.map(|part| Undo::TakenFromRound(id.clone(), part));
                assessment.part_of = Given { at, value };
            }
            Change::Plan(change) => {
                self.undo = match &change {
                    PlanChange::Put(actions) => {
                        let new = |(action, _): &&(ActionId, PlanAction)| !assessment.plan.has(action);
                        let new: Vec<_> = actions.iter().filter(new).map(|(action, _)| action.clone()).collect();
                        (!new.is_empty()).then(|| Undo::Taken(id.clone(), new))
                    }
                    PlanChange::Remove(action) => {
                        let removed = assessment.plan.actions.get(action).cloned();
                        removed.map(|removed| Undo::Removed(id.clone(), action.clone(), Box::new(removed)))
                    }
                    _ => None,
                };
                assessment.plan.change(change, at);
            }
            // The first pages.
            Change::Answer(..)
            | Change::Clear(_)
            | Change::Note(..)
            | Change::Profile(..)
            | Change::AddBack(_)
            | Change::Scope(_) => {}
        }
        assessment.instrument = self.library.ask.instrument.version;
    }

    /// Puts back what was taken away.
    pub(crate) fn undo(&mut self, at: Moment) {
        match self.undo.take() {
            Some(Undo::Cleared(id, practice, answer)) => self.change(&id, Change::Answer(practice, answer), at),
            Some(Undo::SetAside(id, practice)) => self.change(&id, Change::TakeUp(practice), at),
            Some(Undo::Deleted(records)) => {
                for record in records {
                    self.records.insert(record.id(), record);
                }
            }
            Some(Undo::Opened(before, after)) => self.turn(&after, &before),
            Some(Undo::TakenFromRound(id, part)) => self.change(&id, Change::PartOf(Some(part)), at),
            Some(Undo::Taken(id, actions)) => {
                for action in actions {
                    self.change(&id, Change::Plan(PlanChange::Remove(action)), at);
                }
                self.undo = None;
            }
            Some(Undo::Removed(id, action, removed)) => {
                self.change(&id, Change::Plan(PlanChange::Put(vec![(action, *removed)])), at);
                self.undo = None;
            }
            None => {}
        }
    }

    /// Turns what is here from one state into another. What was changed since in another tab is not taken away: it is
    /// put together with what it becomes, or left as it is.
    pub(super) fn turn(&mut self, from: &Records, to: &Records) {
        let gone = from.iter().map(|(id, _)| id).filter(|id| to.get(id).is_none());
        for id in to.iter().map(|(id, _)| id).chain(gone) {
            let (before, after) = (from.get(id), to.get(id));
            if before == after {
                continue;
            }
            if self.records.get(id) == before {
                match after {
                    Some(after) => self.records.insert(id.clone(), after.clone()),
                    None => drop(self.records.remove(id)),
                }
            } else if let (Some(now), Some(after)) = (self.records.get_mut(id), after) {
                Rc::make_mut(now).merge(after);
            }
        }
    }

    pub(super) fn hear(&mut self, heard: Heard) {
        match heard {
            Heard::Changed(theirs) => match self.records.get_mut(&theirs.id()) {
                Some(ours) => Rc::make_mut(ours).merge(&theirs),
                None => self.records.insert(theirs.id(), theirs),
            },
            Heard::Replaced(theirs) => {
                // Undo would put it together with what it was, and bring back what a candidate shared and someone removed.
                if theirs.workplace().is_some() && matches!(self.undo, Some(Undo::Opened(..))) {
                    self.undo = None;
                }
                self.records.insert(theirs.id(), theirs);
            }
            Heard::Deleted(id) => {
                self.gone |= self.route.record() == Some(id.clone());
                self.records.remove(&id);
            }
        }
    }
}
