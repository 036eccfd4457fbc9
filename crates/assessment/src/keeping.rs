//! How long what was filled in is kept, and when a backup is due. The user chooses; the app only reminds.

use serde::{Deserialize, Serialize};

use crate::{Assessment, Moment};

/// One day, in milliseconds.
const DAY: u64 = 86_400_000;

/// What the user chose about keeping, on this device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keeping {
    /// After how many months without a change an assessment is offered for deletion; `None` for never.
    pub retention_months: Option<u16>,
    /// After how many days with changes a backup is due; `None` for never.
    pub backup_days: Option<u16>,
    /// When everything was last saved to a file.
    pub last_backup: Option<Moment>,
    /// When the user last said 'not now' to a reminder.
    pub put_off: Option<Moment>,
    /// Whether the browser was asked to keep what is stored; the question is offered once.
    pub promise_asked: bool,
    /// After how many minutes without use a locked device asks for the passphrase again; `None` for only when opened.
    pub idle_minutes: Option<u16>,
}

impl Default for Keeping {
    /// Two years: a recheck each half year and a look back. Two weeks: what one remembers filling in.
    fn default() -> Self {
        Self {
            retention_months: Some(24),
            backup_days: Some(14),
            last_backup: None,
            put_off: None,
            promise_asked: false,
            idle_minutes: Some(10),
        }
    }
}

impl Keeping {
    /// Whether an assessment was left unchanged for longer than it is to be kept. A month counts as thirty days.
    pub fn is_overdue(&self, assessment: &Assessment, now: Moment) -> bool {
        self.retention_months.is_some_and(|months| {
            let end = assessment.changed().0.saturating_add(u64::from(months) * 30 * DAY);
            end < now.0
        })
    }

    /// Whether it is time for a backup: something has changed since the last one, and the last one (or the first
    /// beginning, or the last 'not now') lies farther back than the user chose.
    pub fn backup_is_due<'a>(&self, assessments: impl Iterator<Item = &'a Assessment>, now: Moment) -> bool {
        let Some(days) = self.backup_days else { return false };
        let mut unsaved = false;
        let mut first = now;
        for assessment in assessments.filter(|assessment| !assessment.is_untouched()) {
            unsaved |= self.last_backup.is_none_or(|backup| assessment.changed() > backup);
            first = first.min(assessment.started);
        }
        let since = self.last_backup.unwrap_or(first).max(self.put_off.unwrap_or_default());
        unsaved && since.0.saturating_add(u64::from(days) * DAY) < now.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Answer, AssessmentId, PracticeId, Scope};

    const NOW: Moment = Moment(1_000 * DAY);

    fn days_ago(days: u64) -> Moment {
        Moment(NOW.0 - days * DAY)
    }

    fn answered(started: u64, changed: u64) -> Assessment {
        let mut assessment = Assessment::begin(AssessmentId::new("k3x9"), 1, Scope::Quick, days_ago(started));
        assessment.answers.give(PracticeId::new("buddy-named"), Answer::DontKnow, days_ago(changed));
        assessment
    }

    fn due(keeping: &Keeping, assessments: &[Assessment]) -> bool {
        keeping.backup_is_due(assessments.iter(), NOW)
    }

    #[test]
    fn a_backup_is_due_two_weeks_after_the_first_answers() {
        assert!(due(&Keeping::default(), &[answered(15, 15)]));
        assert!(!due(&Keeping::default(), &[answered(14, 14)]), "not before they are over");
        assert!(!due(&Keeping::default(), &[]));
        let untouched = Assessment::begin(AssessmentId::new("k3x9"), 1, Scope::Quick, days_ago(40));
        assert!(!due(&Keeping::default(), &[untouched]));
    }

    #[test]
    fn a_backup_is_due_only_when_something_changed_since_the_last() {
        let keeping = Keeping { last_backup: Some(days_ago(20)), ..Keeping::default() };
        assert!(due(&keeping, &[answered(40, 19)]));
        assert!(!due(&keeping, &[answered(40, 30)]));
        assert!(!due(&keeping, &[answered(40, 20)]), "what was given at that very moment is in the file");
    }

    #[test]
    fn not_now_and_never_are_heeded() {
        let keeping = Keeping { put_off: Some(days_ago(3)), ..Keeping::default() };
        assert!(!due(&keeping, &[answered(40, 30)]));
        let keeping = Keeping { backup_days: None, ..Keeping::default() };
        assert!(!due(&keeping, &[answered(400, 300)]));
    }

    #[test]
    fn what_was_not_changed_for_longer_than_chosen_is_overdue() {
        let keeping = Keeping { retention_months: Some(6), ..Keeping::default() };
        assert!(keeping.is_overdue(&answered(400, 181), NOW));
        assert!(!keeping.is_overdue(&answered(400, 180), NOW), "not before they are over");
        assert!(!Keeping { retention_months: None, ..keeping }.is_overdue(&answered(900, 900), NOW));
    }
}
