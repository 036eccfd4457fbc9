//! The plan: its steps, the talks and the growth ladder.

use assessment::{Order, RungPart, RungStep, Status, layout, works_alone};
use content::{PlanWord, TakeWord};

use super::Writing;
use crate::{
    Block, Fact, Point, Table,
    names::{rhythm_word, rung_word, status_word, taker_word},
    steps,
};

impl Writing<'_> {
    pub(super) fn plan(&mut self) {
        let (voice, plan) = (self.voice, &self.assessment.plan);
        if plan.is_empty() {
            return;
        }
        self.part(voice.planning(PlanWord::PlanTitle));
        if let Some(day) = plan.first_day.value {
            self.text(voice.plan.words.fill(PlanWord::DayOn, &[("date", &voice.date(day))]));
        }
        let mut columns = vec![
            (voice.word(TakeWord::ReportPlanWhat), 44),
            (voice.planning(PlanWord::ActionWho), 18),
            (voice.planning(PlanWord::ActionWhen), 22),
            (voice.word(TakeWord::ReportPlanStands), 16),
        ];
        if self.notes {
            columns = columns.into_iter().zip([34, 16, 17, 13]).map(|((name, _), share)| (name, share)).collect();
            columns.push((voice.word(TakeWord::ReportPlanNote), 20));
        }
        let rows: Vec<Vec<String>> = layout(&voice.ask.instrument, plan, Order::ByTime)
            .into_iter()
            .flat_map(|(_, actions)| actions)
            .map(|(_, action)| {
                let mut row = vec![
                    steps::step_title(voice.plan, voice.advise, &self.wording, action),
                    steps::step_taker(voice.plan, action),
                    voice.when(self.assessment, action),
                    voice.planning(status_word(action.status.value)),
                ];
                if self.notes {
                    let reason = Some(&action.reason.value).filter(|_| action.status.value == Status::Dropped);
                    let said = [Some(&action.note.value), reason].into_iter().flatten().map(String::as_str);
                    row.push(said.filter(|said| !said.is_empty()).collect::<Vec<_>>().join("\n"));
                }
                row
            })
            .collect();
        if !rows.is_empty() {
            self.blocks.push(Block::Table(Table { caption: voice.planning(PlanWord::PlanTitle), columns, rows }));
        }
        self.talks();
        self.ladder();
    }

    fn talks(&mut self) {
        let (voice, plan) = (self.voice, &self.assessment.plan);
        let Some(rhythm) = plan.rhythm.value else { return };
        self.blocks.push(Block::Piece(voice.planning(PlanWord::TalksTitle)));
        self.text(voice.planning(rhythm_word(rhythm)));
        let table: Vec<String> = plan.table.value.iter().map(|taker| voice.planning(taker_word(*taker))).collect();
        if !table.is_empty() {
            self.text(voice.fill(TakeWord::CardTable, &[("who", &table.join(" · "))]));
        }
        let days = plan.talks().into_iter().filter(|day| *day >= self.made).take(4);
        let days: Vec<String> = days.map(|day| voice.date(day)).collect();
        if !days.is_empty() {
            self.text(voice.plan.words.fill(PlanWord::TalksDates, &[("dates", &days.join(" · "))]));
        }
    }

    fn ladder(&mut self) {
        let (voice, ladder) = (self.voice, &self.assessment.plan.ladder);
        if !ladder.wanted.value {
            return;
        }
        let (work, alone) = (self.assessment.profile.work, works_alone(self.assessment));
        let said = |rung, step: &RungStep, part| {
            let own = &step.text(part).value;
            let proposed = voice.plan.rung(rung).map(|proposal| proposal.text(part, work, alone).to_string());
            if own.is_empty() { proposed.unwrap_or_default() } else { own.clone() }
        };
        let points: Vec<Point> = ladder
            .standing()
            .map(|(rung, step)| Point {
                title: voice.planning(rung_word(rung)),
                text: said(rung, step, RungPart::Tasks),
                facts: vec![
                    Fact::new(&voice.planning(PlanWord::RungReady), said(rung, step, RungPart::Ready)),
                    Fact::new(&voice.planning(PlanWord::RungSupport), said(rung, step, RungPart::Support)),
                ],
                ..Point::default()
            })
            .collect();
        self.blocks.push(Block::Piece(voice.planning(PlanWord::LadderTitle)));
        self.blocks.push(Block::Steps(points));
    }
}
