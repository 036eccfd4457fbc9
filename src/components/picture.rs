//! The picture of growth: each condition a row of four steps. Filled: where the workplace is. Outlined: where it is
//! useful to be at this stage. Hatched: nobody knows. There is no total.
//!
//! Accessibility: a real table; every cell says in words what its shape says, and each row has a sentence.

use assessment::{Cell, ConditionPicture, Level};
use content::{Advise, Ask, GuidanceWord};
use yew::prelude::*;

use crate::{components::StepGlyph, wording::level_name};

#[derive(Properties, PartialEq)]
pub struct PictureProps {
    pub rows: Vec<ConditionPicture>,
    pub ask: std::rc::Rc<Ask>,
    pub advise: std::rc::Rc<Advise>,
    /// Where a row leads: the condition's questions.
    pub links: Vec<AttrValue>,
}

#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let word = |word| AttrValue::from(props.advise.words.get(word));
    let levels = Level::ALL.map(|level| AttrValue::from(props.ask.words.get(level_name(level))));
    html! {
        <div class="picture">
            <table class="picture__table">
                <caption class="visually-hidden">{ word(GuidanceWord::PictureCaption) }</caption>
                <thead>
                    <tr>
                        <th scope="col"><span class="visually-hidden">{ word(GuidanceWord::PictureCondition) }</span></th>
                        for (level, name) in Level::ALL.into_iter().zip(&levels) {
                            <th scope="col" class="picture__level"><StepGlyph {level} /><span class="picture__level-name">{ name }</span></th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for (row, link) in props.rows.iter().zip(&props.links) {
                        <tr key={row.condition.to_string()} data-condition={row.condition.to_string()}>
                            <th scope="row">
                                <a href={link.clone()}>{ props.ask.condition(&row.condition).map(|text| AttrValue::from(text.name.clone())).unwrap_or_default() }</a>
                                <span class="picture__words">{ in_words(row, &levels, &props.advise) }</span>
                            </th>
                            for cell in row.cells() {
                                <td class={cell_class(cell)} data-cell={cell_id(cell)}>
                                    <span class="visually-hidden">{ cell_words(cell, &props.advise) }</span>
                                </td>
                            }
                        </tr>
                    }
                </tbody>
            </table>
            <ul class="picture__key">
                <li><span class="cell cell--filled" aria-hidden="true"></span>{ word(GuidanceWord::PictureFilled) }</li>
                <li><span class="cell cell--wanted" aria-hidden="true"></span>{ word(GuidanceWord::PictureWanted) }</li>
                <li><span class="cell cell--possible" aria-hidden="true"></span>{ word(GuidanceWord::PicturePossible) }</li>
            </ul>
        </div>
    }
}

/// The row in one sentence: the lowest and the highest practice, and what is not known.
fn in_words(row: &ConditionPicture, levels: &[AttrValue; 4], advise: &Advise) -> String {
    let mut parts = Vec::new();
    match row.span {
        Some((low, high)) if low == high => parts.push(levels[low.index()].to_string()),
        Some((low, high)) => parts.push(advise.words.fill(
            GuidanceWord::PictureFromTo,
            &[("low", &levels[low.index()]), ("high", &levels[high.index()])],
        )),
        None if row.not_applicable == row.asked => parts.push(advise.words.get(GuidanceWord::PictureNotApplicable).to_string()),
        None => {}
    }
    for (count, text) in
        [(row.unknown, GuidanceWord::PictureUnknown), (row.unanswered, GuidanceWord::PictureUnanswered)]
    {
        if count > 0 {
            parts.push(advise.words.fill(text, &[("count", &count.to_string())]));
        }
    }
    parts.join(" · ")
}

fn cell_class(cell: Cell) -> Classes {
    classes!(
        "cell",
        cell.filled.then_some("cell--filled"),
        cell.wanted.then_some("cell--wanted"),
        cell.possible.then_some("cell--possible")
    )
}

fn cell_id(cell: Cell) -> String {
    list(cell, "filled", "wanted", "possible").join(" ")
}

fn cell_words(cell: Cell, advise: &Advise) -> String {
    let [filled, wanted, possible] =
        [GuidanceWord::PictureFilled, GuidanceWord::PictureWanted, GuidanceWord::PicturePossible]
            .map(|word| advise.words.get(word));
    list(cell, &filled, &wanted, &possible).join(", ")
}

fn list<'a>(cell: Cell, filled: &'a str, wanted: &'a str, possible: &'a str) -> Vec<&'a str> {
    [(cell.filled, filled), (cell.wanted, wanted), (cell.possible, possible)]
        .into_iter()
        .filter_map(|(is, text)| is.then_some(text))
        .collect()
}
