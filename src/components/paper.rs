//! A paper as it goes out: on the screen, and printed. Lines that are a proposal can be changed here.
//!
//! Accessibility: real headings, lists and tables; the picture is a table whose cells say in words what their shape says.

use report::{Block, Fact, Paper, Point, Table};
use yew::prelude::*;

use super::picture;
use crate::browser::field;

/// What the reader does to a line that is a proposal; lines are counted from 0.
#[derive(Clone, PartialEq)]
pub enum Edit {
    /// Its text is now this.
    Text(usize, String),
    /// One of its facts is now this.
    Fact(usize, usize, String),
    /// It is left out.
    LeaveOut(usize),
    /// One is added.
    Add,
}

impl Edit {
    /// Makes the change.
    pub fn make(self, paper: &mut Paper) {
        match self {
            Self::Text(number, text) => {
                if let Some(point) = paper.open_point(number) {
                    point.text = text;
                }
            }
            Self::Fact(number, place, value) => {
                if let Some(fact) = paper.open_point(number).and_then(|point| point.facts.get_mut(place)) {
                    fact.value = value;
                }
            }
            Self::LeaveOut(number) => paper.leave_out(number),
            Self::Add => paper.add_line(),
        }
    }
}

/// The names of what can be done to a line.
pub struct EditWords<'a> {
    /// 'Line 3'
    pub line: &'a dyn Fn(usize) -> String,
    /// 'Leave out line 3'
    pub leave_out: &'a dyn Fn(usize) -> String,
    /// 'Add a line'
    pub add: AttrValue,
    /// What is done.
    pub on_edit: Callback<Edit>,
}

impl EditWords<'_> {
    fn press(&self, edit: Edit) -> Callback<MouseEvent> {
        let on_edit = self.on_edit.clone();
        Callback::from(move |_| on_edit.emit(edit.clone()))
    }
}

/// The paper; with words for it, its open lines can be changed.
pub fn paper(paper: &Paper, words: Option<&EditWords<'_>>) -> Html {
    let mut number = 0;
    // Lines are added to the first list, whatever else can be changed.
    let list = |block: &Block| matches!(block, Block::Points(_) | Block::Steps(_));
    let grows = paper.blocks.iter().position(list).filter(|_| words.is_some());
    html! {
        <article class="sheet paper" data-paper={paper.file.clone()} lang={paper.language.clone()} aria-labelledby="paper">
            <h2 id="paper" class="paper__title">{ paper.title.clone() }</h2>
            if !paper.facts.is_empty() {
                <dl class="paper__facts">{ for paper.facts.iter().map(fact) }</dl>
            }
            for (place, block) in paper.blocks.iter().enumerate() {
                { self::block(block, words, &mut number) }
                if let Some(words) = words.filter(|_| grows == Some(place)) {
                    <p class="paper__add"><button type="button" class="button--quiet" data-add="" onclick={words.press(Edit::Add)}>{ words.add.clone() }</button></p>
                }
            }
            <footer class="paper__small">{ for paper.small.iter().map(|small| html! { <p>{ small.clone() }</p> }) }</footer>
        </article>
    }
}

fn fact(Fact { name, value }: &Fact) -> Html {
    html! { <div><dt>{ name.clone() }</dt><dd dir="auto">{ value.clone() }</dd></div> }
}

fn is_filled(fact: &Fact) -> bool {
    !fact.value.trim().is_empty()
}

fn block(block: &Block, words: Option<&EditWords<'_>>, number: &mut usize) -> Html {
    let mut point = |point: &Point| {
        let here = *number;
        *number += usize::from(point.open);
        match words {
            Some(words) if point.open => open_point(point, here, words),
            _ => html! { <li>{ said(point) }</li> },
        }
    };
    match block {
        Block::Part(title) => html! { <h3>{ title.clone() }</h3> },
        Block::Piece(title) => html! { <h4>{ title.clone() }</h4> },
        Block::Text(text) => html! { <p dir="auto">{ text.clone() }</p> },
        Block::Small(text) => html! { <p class="hint">{ text.clone() }</p> },
        Block::Points(points) => html! { <ul class="paper__points">{ for points.iter().map(&mut point) }</ul> },
        Block::Steps(points) => html! { <ol class="paper__points">{ for points.iter().map(&mut point) }</ol> },
        Block::Table(it) => table(it),
        Block::Picture(it) => picture(it, &[]),
    }
}

/// A line that can be changed. On paper its field is gone and its words stand there.
fn open_point(point: &Point, number: usize, words: &EditWords<'_>) -> Html {
    let name = (words.line)(number + 1);
    let typed = |make: fn(usize, usize, String) -> Edit, place: usize| {
        let on_edit = words.on_edit.clone();
        Callback::from(move |event: InputEvent| on_edit.emit(make(number, place, field::text(&event))))
    };
    let empty = point.text.trim().is_empty();
    html! {
        <li key={number} class={if empty { "paper__line paper__line--empty" } else { "paper__line" }} data-line={number.to_string()}>
            <div class="paper__edit">
                <label>
                    <span class={if point.title.is_empty() { "visually-hidden" } else { "paper__name" }}>
                        { if point.title.is_empty() { name.clone() } else { point.title.clone() } }
                    </span>
                    <textarea class="field" rows="2" dir="auto" value={point.text.clone()} oninput={typed(|line, _, text| Edit::Text(line, text), 0)} />
                </label>
                for (place, it) in point.facts.iter().enumerate() {
                    <label class="paper__fact">
                        <span>{ it.name.clone() }</span>
                        <input class="field" type="text" aria-label={[&name, ", ", &it.name].concat()} value={it.value.clone()} oninput={typed(Edit::Fact, place)} />
                    </label>
                }
                <button type="button" class="button--quiet" data-leave-out="" aria-label={(words.leave_out)(number + 1)} onclick={words.press(Edit::LeaveOut(number))}>{ "×" }</button>
            </div>
            <div class="paper__said">{ said(point) }</div>
        </li>
    }
}

/// A point in words.
fn said(point: &Point) -> Html {
    html! {
        <>
            <p dir="auto" lang={point.language.clone()}>
                if !point.title.is_empty() {
                    <b>{ point.title.clone() }{ ". " }</b>
                }
                { point.text.clone() }
            </p>
            if point.facts.iter().any(is_filled) {
                <dl class="paper__about">{ for point.facts.iter().filter(|it| is_filled(it)).map(fact) }</dl>
            }
        </>
    }
}

fn table(table: &Table) -> Html {
    html! {
        <table class={["paper__table paper__table--", &table.columns.len().to_string()].concat()}>
            <caption class="visually-hidden">{ table.caption.clone() }</caption>
            <thead>
                <tr>{ for table.columns.iter().map(|(name, _)| html! { <th scope="col">{ name.clone() }</th> }) }</tr>
            </thead>
            <tbody>
                for row in &table.rows {
                    <tr>{ for row.iter().map(|cell| html! { <td dir="auto">{ cell.clone() }</td> }) }</tr>
                }
            </tbody>
        </table>
    }
}
