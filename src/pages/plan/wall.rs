//! The plan on paper: to hang on a wall. Large letters, a box for each step, and nothing that is only for the screen.

use assessment::{Order, Status, layout};
use content::PlanWord;
use report::names::taker_word;
use yew::prelude::*;

use super::PlanPage;

impl PlanPage<'_> {
    /// Shown only in print.
    pub(super) fn wall(&self) -> Html {
        let plan = &self.assessment.plan;
        let day = plan.first_day.value.map(|day| self.fill(PlanWord::DayOn, &[("date", &self.date(day))]));
        let groups = layout(&self.view.ask().instrument, plan, Order::ByTime);
        html! {
            <div class="wall">
                <h1>{ self.word(PlanWord::PlanTitle) }</h1>
                if let Some(day) = day {
                    <p>{ day }</p>
                }
                for (group, actions) in groups {
                    if actions.iter().any(|(_, action)| action.status.value != Status::Dropped) {
                        <h2>{ self.group_name(&group) }</h2>
                    }
                    for (_, action) in actions.into_iter().filter(|(_, action)| action.status.value != Status::Dropped) {
                        <div class="wall__step">
                            <span class="wall__box">{ if action.status.value == Status::Done { "✓" } else { "" } }</span>
                            <span>
                                <b>{ self.title(action) }</b>
                                <span class="wall__facts">{ self.facts(action, false) }</span>
                            </span>
                        </div>
                    }
                }
                { self.wall_talks() }
                { self.wall_ladder() }
            </div>
        }
    }

    /// How often people sit down, who does, and the next few days for it.
    fn wall_talks(&self) -> Html {
        let plan = &self.assessment.plan;
        let Some(rhythm) = plan.rhythm.value else { return html! {} };
        let seats: Vec<String> =
            plan.table.value.iter().map(|taker| self.word(taker_word(*taker)).to_string()).collect();
        html! {
            <div class="wall__part">
                <h2>{ self.word(PlanWord::TalksTitle) }</h2>
                <p>{ self.rhythm_name(rhythm) }</p>
                <p>{ seats.join(" · ") }</p>
                <p>{ self.coming_talks().join(" · ") }</p>
            </div>
        }
    }

    fn wall_ladder(&self) -> Html {
        let ladder = &self.assessment.plan.ladder;
        if !ladder.wanted.value {
            return html! {};
        }
        html! {
            <div class="wall__part">
                <h2>{ self.word(PlanWord::LadderTitle) }</h2>
                for (number, (rung, _)) in (1..).zip(ladder.standing()) {
                    <div class="wall__step">
                        <span class="wall__number">{ number }</span>
                        <span>
                            <b>{ self.rung_name(rung) }</b>
                            <span class="wall__facts">{ self.rung_tasks(rung) }</span>
                        </span>
                    </div>
                }
            </div>
        }
    }
}
