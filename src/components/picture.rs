//! The picture of growth: each condition a flight of four steps. Filled: from the first step up to the practice that is least
//! far, so no floor is ever missing. Lighter, with a border: how far a part of it is. Dashed: where it is useful to be at this
//! stage, if not all of it is there yet. Hatched: nobody knows. There is no total.
//!
//! Accessibility: a real table; every cell says in words what its shape says, and each row has a sentence.

use assessment::{AssessmentId, ConditionId, ConditionPicture, Level};
use content::Advise;
use report::{Mark, Picture, PictureRow, letter};
use yew::prelude::*;

use super::{icon, step_glyph};
use crate::{
    route::{Page, Route},
    view::View,
};

/// The picture of an assessment, each row with the way to its condition.
pub fn linked_picture(view: &View<'_>, advise: &Advise, assessment: &AssessmentId, rows: &[ConditionPicture]) -> Html {
    let link = |row: &ConditionPicture| {
        let page = Page::Questions(row.condition.clone());
        (row.condition.clone(), Route::Assessment(assessment.clone(), page).href())
    };
    let links: Vec<_> = rows.iter().map(link).collect();
    picture(&letter::picture(view.ask(), advise, rows), &links)
}

/// The picture. On the screen each row leads to its condition: `links` has the condition and the address of every row; on
/// paper it is empty.
pub fn picture(picture: &Picture, links: &[(ConditionId, String)]) -> Html {
    let [filled, wanted, possible] = &picture.key;
    html! {
        <div class="picture">
            <table class="picture__table">
                <caption class="visually-hidden">{ picture.caption.clone() }</caption>
                <thead>
                    <tr>
                        <th scope="col"><span class="visually-hidden">{ picture.condition.clone() }</span></th>
                        for (level, name) in Level::ALL.into_iter().zip(&picture.levels) {
                            <th scope="col" class="picture__level">
                                { step_glyph(level) }
                                <span class="picture__level-name">{ name.clone() }</span>
                            </th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for (number, row) in picture.rows.iter().enumerate() {
                        { picture_row(picture, row, links.get(number)) }
                    }
                </tbody>
            </table>
            <ul class="picture__key">
                <li><span class="cell cell--filled"></span>{ filled.clone() }</li>
                <li><span class="cell cell--partly"></span>{ picture.partly.clone() }</li>
                <li><span class="cell cell--wanted"></span>{ wanted.clone() }</li>
                <li><span class="cell cell--possible"></span>{ possible.clone() }</li>
            </ul>
        </div>
    }
}

fn picture_row(picture: &Picture, row: &PictureRow, link: Option<&(ConditionId, String)>) -> Html {
    let name = html! {
        <>
            <span class="picture__name">{ link.map(|(condition, _)| icon(condition.as_str())) }{ row.name.clone() }</span>
            { " " }
            <span class="picture__words">{ row.words.clone() }</span>
        </>
    };
    let least = row.steps.iter().position(|step| step.filled);
    html! {
        <tr data-condition={link.map(|(condition, _)| condition.to_string())}>
            <th scope="row">
                if let Some((_, href)) = link {
                    <a class="picture__link" href={href.clone()}>{ name }</a>
                } else {
                    <div class="picture__link">{ name }</div>
                }
            </th>
            for (place, step) in row.steps.into_iter().enumerate() {
                <td data-cell={listed(step, ["filled", "wanted", "possible"], " ")}>
                    <span class={drawn(place, step, least)}>
                        <span class="visually-hidden">{ listed(step, picture.key.each_ref().map(String::as_str), ", ") }</span>
                    </span>
                </td>
            }
        </tr>
    }
}

/// How a step is drawn; `least` is the step that all of the condition has reached.
fn drawn(place: usize, step: Mark, least: Option<usize>) -> String {
    let reached = least.is_some_and(|least| place <= least);
    let mark = |is: bool, class: &'static str| if is { class } else { "" };
    let classes = [
        "cell",
        // What is not known could stand lower too: there the step is lighter, and still no floor is missing.
        mark(reached && !step.possible, " cell--filled"),
        mark(if reached { step.possible } else { step.filled }, " cell--partly"),
        mark(step.wanted && !reached, " cell--wanted"),
        mark(step.possible, " cell--possible"),
    ];
    classes.concat()
}

/// What a step is, as a list.
fn listed(mark: Mark, [filled, wanted, possible]: [&str; 3], between: &str) -> String {
    let listed = [(mark.filled, filled), (mark.wanted, wanted), (mark.possible, possible)];
    listed.into_iter().filter_map(|(is, text)| is.then_some(text)).collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: Mark = Mark { filled: false, wanted: false, possible: false };
    const FILLED: Mark = Mark { filled: true, ..NONE };

    fn row(steps: [Mark; 4]) -> Vec<String> {
        let least = steps.iter().position(|step| step.filled);
        steps.into_iter().enumerate().map(|(place, step)| drawn(place, step, least)).collect()
    }

    #[test]
    fn a_flight_of_steps_has_no_hole_below_what_is_least_far() {
        assert_eq!(
            row([NONE, NONE, FILLED, FILLED]),
            ["cell cell--filled", "cell cell--filled", "cell cell--filled", "cell cell--partly"]
        );
    }

    #[test]
    fn a_step_that_all_of_it_has_reached_is_no_longer_wanted() {
        let wanted = Mark { wanted: true, ..NONE };
        let there = Mark { filled: true, ..wanted };
        assert_eq!(
            row([there, there, wanted, NONE]),
            ["cell cell--filled", "cell cell--partly cell--wanted", "cell cell--wanted", "cell"]
        );
    }

    #[test]
    fn what_is_not_known_below_is_hatched_on_a_step_that_is_there() {
        let possible = Mark { possible: true, ..NONE };
        assert_eq!(row([possible, FILLED, possible, possible])[0], "cell cell--partly cell--possible");
    }
}
