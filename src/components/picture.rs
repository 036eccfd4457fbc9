//! The picture of growth: each condition a row of four steps. Filled: where the workplace is. Outlined: where it is
//! useful to be at this stage. Hatched: nobody knows. There is no total.
//!
//! Accessibility: a real table; every cell says in words what its shape says, and each row has a sentence.

use assessment::{AssessmentId, Cell, ConditionPicture, Level};
use content::{Advise, GuidanceWord};
use report::{letter, names::level_name};
use yew::prelude::*;

use super::step_glyph;
use crate::{
    route::{Page, Route},
    view::{View, attr},
};

/// The picture of one assessment.
pub fn picture(view: &View<'_>, advise: &Advise, assessment: &AssessmentId, rows: &[ConditionPicture]) -> Html {
    let word = |word| attr(&advise.words.get(word));
    html! {
        <div class="picture">
            <table class="picture__table">
                <caption class="visually-hidden">{ word(GuidanceWord::PictureCaption) }</caption>
                <thead>
                    <tr>
                        <th scope="col"><span class="visually-hidden">{ word(GuidanceWord::PictureCondition) }</span></th>
                        for level in Level::ALL {
                            <th scope="col" class="picture__level">
                                { step_glyph(level) }
                                <span class="picture__level-name">{ view.word(level_name(level)) }</span>
                            </th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for row in rows {
                        { picture_row(view, advise, assessment, row) }
                    }
                </tbody>
            </table>
            <ul class="picture__key">
                <li><span class="cell cell--filled"></span>{ word(GuidanceWord::PictureFilled) }</li>
                <li><span class="cell cell--wanted"></span>{ word(GuidanceWord::PictureWanted) }</li>
                <li><span class="cell cell--possible"></span>{ word(GuidanceWord::PicturePossible) }</li>
            </ul>
        </div>
    }
}

fn picture_row(view: &View<'_>, advise: &Advise, assessment: &AssessmentId, row: &ConditionPicture) -> Html {
    let link = Route::Assessment(assessment.clone(), Page::Questions(row.condition.clone())).href();
    html! {
        <tr data-condition={row.condition.to_string()}>
            <th scope="row">
                <a class="picture__link" href={link}>
                    <span class="picture__name">{ view.ask().condition(&row.condition).map(|text| attr(&text.name)).unwrap_or_default() }</span>
                    { " " }
                    <span class="picture__words">{ letter::picture_in_words(view.ask(), advise, row) }</span>
                </a>
            </th>
            for cell in row.cells() {
                <td data-cell={listed(cell, ["filled", "wanted", "possible"], " ")}>
                    <span class={["cell ", &listed(cell, ["cell--filled", "cell--wanted", "cell--possible"], " ")].concat()}>
                        <span class="visually-hidden">{ cell_in_words(cell, advise) }</span>
                    </span>
                </td>
            }
        </tr>
    }
}

fn cell_in_words(cell: Cell, advise: &Advise) -> String {
    let words = [GuidanceWord::PictureFilled, GuidanceWord::PictureWanted, GuidanceWord::PicturePossible]
        .map(|word| advise.words.get(word));
    listed(cell, [&words[0], &words[1], &words[2]], ", ")
}

/// What a cell is, as a list.
fn listed(cell: Cell, [filled, wanted, possible]: [&str; 3], between: &str) -> String {
    let listed: Vec<&str> = [(cell.filled, filled), (cell.wanted, wanted), (cell.possible, possible)]
        .into_iter()
        .filter_map(|(is, text)| is.then_some(text))
        .collect();
    listed.join(between)
}
