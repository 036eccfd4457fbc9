//! All workplaces of this device at once, without their names, as a picture, a table and a file.

use assessment::{
    Assessment, Choice, Overview, OverviewGroup, OverviewRow, ProfileQuestion, Size, Stage, View as Side, Workplace,
    overview as count,
};
use content::WorkplaceWord;
use report::names::level_name;
use yew::prelude::*;

use super::{VisitPage, with_words};
use crate::{
    browser::{clock, field, files},
    components::{
        heading,
        markup::{lead, notice},
        step_glyph,
    },
    state::{Action, Look},
    view::{View, attr},
};

/// The page.
pub fn page(view: &View<'_>) -> Html {
    with_words(view, |page| page.overview())
}

impl<'a> VisitPage<'a> {
    fn overview(&self) -> Html {
        let rounds = self.latest_rounds();
        let group = self.view.state.look.group;
        let counted = count(&self.view.ask().instrument, &rounds, group);
        html! {
            <div class="page overview" data-overview="">
                { heading(self.word(WorkplaceWord::OverviewTitle), None) }
                { lead(self.word(WorkplaceWord::OverviewLead)) }
                if rounds.is_empty() {
                    { notice(self.word(WorkplaceWord::OverviewNone)) }
                } else {
                    { self.groups(group) }
                    <div role="status">
                        if let Some(counted) = &counted {
                            <p>{ self.fill(if counted.workplaces == 1 { WorkplaceWord::OverviewOne } else { WorkplaceWord::OverviewCount }, &[("count", &counted.workplaces.to_string())]) }</p>
                        } else {
                            <p class="notice" data-few="">{ self.word(WorkplaceWord::OverviewFew) }</p>
                        }
                    </div>
                    if let Some(counted) = counted {
                        { self.table(&counted) }
                        <p><button type="button" class="button button--second" data-csv="" onclick={self.save(counted)}>{ self.word(WorkplaceWord::OverviewCsv) }</button></p>
                    }
                }
            </div>
        }
    }

    /// The latest view of each workplace that is not put away, and the one of the same side before it. A view that waits to
    /// be looked at together is not counted.
    fn latest_rounds(&self) -> Vec<(&'a Assessment, Option<&'a Assessment>)> {
        let state = self.view.state;
        let mut by_workplace: Vec<(&'a Workplace, Vec<&'a Assessment>)> =
            state.workplaces().filter(|it| !it.archived.value).map(|workplace| (workplace, Vec::new())).collect();
        for view in state.assessments() {
            let Some(part) = &view.part_of.value else { continue };
            let Ok(place) = by_workplace.binary_search_by(|(workplace, _)| workplace.id.cmp(&part.workplace)) else {
                continue;
            };
            let (workplace, views) = &mut by_workplace[place];
            let revealed = workplace.rounds.get(&part.round).is_some_and(|round| round.revealed.value);
            if (revealed || !view.put_away.value) && !view.answers.is_empty() {
                views.push(view);
            }
        }
        let day = |view: &Assessment| view.part_of.value.as_ref().map(|part| part.round);
        let latest = by_workplace.into_iter().filter_map(|(_, views)| {
            let newest = views.iter().filter_map(|view| day(view)).max()?;
            let side = |view: &Assessment| Side::of(&view.profile);
            let latest = views.iter().filter(|view| day(view) == Some(newest)).min_by_key(|view| side(view))?;
            let earlier = views.iter().filter(|view| day(view) < Some(newest) && side(view) == side(latest));
            Some((*latest, earlier.max_by_key(|view| day(view)).copied()))
        });
        latest.collect()
    }

    fn groups(&self, group: OverviewGroup) -> Html {
        let options = |question: ProfileQuestion| {
            let texts = self.view.ask().profile.get(question as usize);
            texts.map(|texts| texts.options.clone()).unwrap_or_default()
        };
        let stages = Stage::ALL.iter().zip(options(ProfileQuestion::Stage));
        let sizes = Size::ALL.iter().zip(options(ProfileQuestion::Size));
        let choices = stages
            .map(|(stage, text)| (OverviewGroup::Stage(*stage), stage.id(), text))
            .chain(sizes.map(|(size, text)| (OverviewGroup::Size(*size), size.id(), text)));
        let choices: Vec<_> = choices.collect();
        let (dispatch, look) = (self.view.dispatch.clone(), self.view.state.look.clone());
        let known: Vec<_> = choices.iter().map(|(group, id, _)| (*group, *id)).collect();
        let onchange = Callback::from(move |event: Event| {
            let id = field::chosen(&event).unwrap_or_default();
            let group = known.iter().find(|(_, known)| *known == id).map_or(OverviewGroup::All, |(group, _)| *group);
            dispatch.dispatch(Action::Look(Look { group, ..look.clone() }));
        });
        html! {
            <p class="fields">
                <label for="group">{ self.word(WorkplaceWord::OverviewGroup) }</label>
                <select id="group" class="field" {onchange}>
                    <option value="" selected={group == OverviewGroup::All}>{ self.word(WorkplaceWord::OverviewAll) }</option>
                    for (choice, id, text) in choices {
                        <option value={id} selected={group == choice}>{ attr(&text) }</option>
                    }
                </select>
            </p>
        }
    }

    /// A real table, whose middle cells are bars too: the picture and the numbers are one.
    fn table(&self, overview: &Overview) -> Html {
        html! {
            <div class="overview__scroll" tabindex="0" role="region" aria-label={self.word(WorkplaceWord::OverviewLowest)}>
                <table class="overview__table">
                    <caption class="visually-hidden">{ self.word(WorkplaceWord::OverviewLowest) }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ self.word(WorkplaceWord::OverviewCondition) }</th>
                            for level in assessment::Level::ALL {
                                <th scope="col">{ step_glyph(level) }{ " " }{ self.view.word(level_name(level)) }</th>
                            }
                            <th scope="col">{ self.word(WorkplaceWord::OverviewUnknown) }</th>
                            <th scope="col">{ self.word(WorkplaceWord::OverviewUp) }</th>
                            <th scope="col">{ self.word(WorkplaceWord::OverviewDown) }</th>
                        </tr>
                    </thead>
                    <tbody>
                        for row in &overview.rows {
                            { self.overview_row(row, overview.workplaces) }
                        }
                    </tbody>
                </table>
            </div>
        }
    }

    fn overview_row(&self, row: &OverviewRow, of: usize) -> Html {
        let name = self.view.ask().condition(&row.condition).map(|text| attr(&text.name)).unwrap_or_default();
        html! {
            <tr data-condition={row.condition.to_string()}>
                <th scope="row">{ name }</th>
                for count in row.lowest {
                    <td>
                        { count }
                        if count > 0 {
                            <progress value={count.to_string()} max={of.to_string()} aria-hidden="true"></progress>
                        }
                    </td>
                }
                <td>{ row.dont_know }</td>
                <td>{ row.up }</td>
                <td>{ row.down }</td>
            </tr>
        }
    }

    /// The table as a file (RFC 4180). Every cell is one of our words or a number, so none can be read as a formula.
    fn save(&self, overview: Overview) -> Callback<MouseEvent> {
        let levels = assessment::Level::ALL.map(|level| self.view.word(level_name(level)).to_string());
        let rest = [WorkplaceWord::OverviewUnknown, WorkplaceWord::OverviewUp, WorkplaceWord::OverviewDown];
        let heads = [self.word(WorkplaceWord::OverviewCondition).to_string()].into_iter().chain(levels);
        let heads: Vec<String> = heads.chain(rest.map(|word| self.word(word).to_string())).collect();
        let rows = overview.rows.iter().map(|row| {
            let name = self.view.ask().condition(&row.condition).map(|text| text.name.to_string()).unwrap_or_default();
            let numbers = row.lowest.into_iter().chain([row.dont_know, row.up, row.down]);
            [name].into_iter().chain(numbers.map(|number| number.to_string())).collect::<Vec<_>>()
        });
        let line = |cells: &[String]| cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",") + "\r\n";
        let table: String = [heads].into_iter().chain(rows).map(|cells| line(&cells)).collect();
        let name = self.fill(WorkplaceWord::OverviewFile, &[("date", &clock::iso_day(clock::now()))]) + ".csv";
        Callback::from(move |_| {
            // With a mark at its front, by which Excel knows UTF-8.
            let _ = files::save(&name, "text/csv;charset=utf-8", ["\u{feff}", &table].concat().as_bytes());
        })
    }
}

fn quoted(cell: &str) -> String {
    ["\"", &cell.replace('"', "\"\""), "\""].concat()
}
