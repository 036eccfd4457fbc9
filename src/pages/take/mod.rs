//! Taking something along: the report, the card for the candidate, or the open points. What goes out stands there before it
//! does, and the words that someone typed are looked through first.

mod looked;
mod ways;

use std::rc::Rc;

use assessment::Assessment;
use content::TakeWord;
use report::{Kind, Order, Paper};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use self::{
    looked::{Looked, look_through, typed},
    ways::Said,
};

use crate::{
    browser::{clock, focus, hash, office},
    components::{
        Edit, EditWords, heading,
        markup::{hint, lead, notice, section},
        paper,
    },
    route::{Page, Route},
    state::Library,
    view::{View, attr},
};

/// The page.
pub fn page(view: &View<'_>, assessment: &Assessment, kind: Kind) -> Html {
    html! { <Taking key={assessment.id.to_string()} library={view.library().clone()} assessment={Rc::new(assessment.clone())} {kind} /> }
}

#[derive(Properties, PartialEq)]
struct TakingProps {
    library: Library,
    assessment: Rc<Assessment>,
    kind: Kind,
}

/// What is on the table.
#[derive(Clone, PartialEq)]
enum Table {
    /// It is being put together.
    Making,
    /// It could not be fetched.
    Unfetched,
    /// There is nothing yet that could stand on it.
    Nothing,
    /// What was asked for, as it was put together, and as it is now.
    Laid { order: Order, first: Rc<Paper>, now: Rc<Paper> },
}

/// The page has a state of its own: the paper with the lines that were changed. It is kept nowhere.
#[component]
fn Taking(props: &TakingProps) -> Html {
    let notes = use_state(|| false);
    let table = use_state(|| Table::Making);
    let tries = use_state(|| 0_u32);
    let said = use_state(|| Said::Nothing);
    let looked = use_state(|| Looked::Clean);
    let order = Order { kind: props.kind, made: clock::today(), notes: *notes && props.kind == Kind::Report };
    let language = props.library.ask.language.clone();
    {
        let (table, said) = (table.clone(), said.clone());
        use_effect_with(
            (props.assessment.clone(), order, language.clone(), *tries),
            move |(assessment, order, language, _)| {
                let (assessment, order, language) = (assessment.clone(), *order, language.clone());
                table.set(Table::Making);
                said.set(Said::Nothing);
                spawn_local(async move {
                    table.set(match office::paper(&language, order, &assessment).await {
                        Ok(Some(paper)) => {
                            let paper = Rc::new(paper);
                            Table::Laid { order, first: paper.clone(), now: paper }
                        }
                        Ok(None) => Table::Nothing,
                        Err(_) => Table::Unfetched,
                    });
                });
            },
        );
    }
    {
        let looked = looked.clone();
        use_effect_with(typed(&table, &props.assessment, order), move |typed| {
            let typed = typed.clone();
            spawn_local(async move { looked.set(look_through(&typed).await) });
        });
    }
    TakingPage { props, notes, table, tries, said, looked, order }.page()
}

/// The page with everything at hand.
struct TakingPage<'a> {
    props: &'a TakingProps,
    notes: UseStateHandle<bool>,
    table: UseStateHandle<Table>,
    tries: UseStateHandle<u32>,
    said: UseStateHandle<Said>,
    looked: UseStateHandle<Looked>,
    order: Order,
}

impl TakingPage<'_> {
    fn page(&self) -> Html {
        let Some(take) = self.props.library.take() else { return html! {} };
        let laid = matches!(self.table(), Table::Laid { .. });
        html! {
            <div class="page take" data-take={self.props.kind.id()}>
                { heading(attr(&take.words.get(TakeWord::TakeTitle)), None) }
                <div class="take__choose">
                    { lead(self.word(TakeWord::TakeLead)) }
                    { self.choices() }
                    if laid {
                        { self.look() }
                        { section("ways", "take__ways", self.word(TakeWord::WaysTitle), self.ways()) }
                    }
                    <p role="status" class="take__said" data-said="">{ self.said() }</p>
                </div>
                { section("preview", "take__preview", self.word(TakeWord::Preview), html! {
                    <>
                        if laid && self.is_open() {
                            { hint(self.word(TakeWord::EditLead)) }
                        }
                        { self.preview() }
                    </>
                }) }
            </div>
        }
    }

    /// What lies there of what is chosen now: until the next paper comes, the last one is no longer there.
    fn table(&self) -> &Table {
        match &*self.table {
            Table::Laid { order, .. } if *order != self.order => &Table::Making,
            table => table,
        }
    }

    /// Whether its lines are a proposal.
    fn is_open(&self) -> bool {
        self.props.kind != Kind::Report
    }

    fn choices(&self) -> Html {
        let kinds = [
            (Kind::Report, TakeWord::Report, TakeWord::ReportAbout),
            (Kind::Card, TakeWord::Card, TakeWord::CardAbout),
            (Kind::Points, TakeWord::Points, TakeWord::PointsAbout),
        ];
        let notes = self.notes.clone();
        let any_note = !self.props.assessment.notes.is_empty()
            || self
                .props
                .assessment
                .plan
                .present()
                .any(|(_, it)| !it.note.value.is_empty() || !it.reason.value.is_empty());
        html! {
            <>
                <fieldset class="take__kinds">
                    <legend>{ self.word(TakeWord::Which) }</legend>
                    for (kind, name, about) in kinds {
                        { self.kind(kind, name, about) }
                    }
                </fieldset>
                if self.props.kind == Kind::Report && any_note {
                    <label class="check">
                        <input type="checkbox" name="notes" checked={*notes} onchange={let notes = notes.clone(); move |_: Event| notes.set(!*notes)} />
                        <span>{ self.word(TakeWord::WithNotes) }</span>
                    </label>
                }
            </>
        }
    }

    /// One choice; each has an address, so that a link can lead to it.
    fn kind(&self, kind: Kind, name: TakeWord, about: TakeWord) -> Html {
        let chosen = kind == self.props.kind;
        let route = Route::Assessment(self.props.assessment.id.clone(), Page::Take(kind));
        html! {
            <label class={if chosen { "take__kind take__kind--chosen" } else { "take__kind" }}>
                <input type="radio" name="kind" value={kind.id()} checked={chosen} onchange={move |_: Event| hash::go(&route)} />
                <span><b>{ self.word(name) }</b><span class="hint">{ self.word(about) }</span></span>
            </label>
        }
    }

    fn button(&self, name: &'static str, first: bool, word: TakeWord, onclick: Callback<MouseEvent>) -> Html {
        let class = if first { "button" } else { "button button--second" };
        html! { <button type="button" {class} data-way={name} {onclick}>{ self.word(word) }</button> }
    }

    fn preview(&self) -> Html {
        match self.table() {
            Table::Making => hint(self.word(TakeWord::Making)),
            Table::Nothing if self.props.kind == Kind::Card => notice(self.word(TakeWord::CardNothing)),
            Table::Nothing => notice(self.word(TakeWord::PointsNothing)),
            Table::Unfetched => {
                let tries = self.tries.clone();
                html! {
                    <>
                        { notice(self.word(TakeWord::Unfetched)) }
                        <p>{ self.button("again", true, TakeWord::Again, Callback::from(move |_| tries.set(*tries + 1))) }</p>
                    </>
                }
            }
            Table::Laid { first, now, .. } => self.laid(first, now),
        }
    }

    fn laid(&self, first: &Rc<Paper>, now: &Rc<Paper>) -> Html {
        let on_edit = {
            let (table, said, order) = (self.table.clone(), self.said.clone(), self.order);
            let (first, now) = (first.clone(), now.clone());
            Callback::from(move |edit: Edit| {
                let mut next = (*now).clone();
                let gone = matches!(edit, Edit::LeaveOut(_));
                // The line after it takes its place, and with it the focus; the last one leaves its place empty.
                if edit == Edit::LeaveOut(now.open_points().count().saturating_sub(1)) {
                    focus::on("[data-add]");
                }
                edit.make(&mut next);
                table.set(Table::Laid { order, first: first.clone(), now: Rc::new(next) });
                said.set(if gone { Said::Word(TakeWord::EditLeftOut) } else { Said::Nothing });
            })
        };
        let numbered = |word| move |number: usize| self.fill(word, &[("number", &number.to_string())]);
        let words = EditWords {
            line: &numbered(TakeWord::EditLine),
            leave_out: &numbered(TakeWord::EditLeaveOut),
            add: self.word(TakeWord::EditAdd),
            on_edit,
        };
        paper(now, Some(&words).filter(|_| self.is_open()))
    }

    fn language(&self) -> content::Text {
        self.props.library.ask.language.clone()
    }

    fn word(&self, word: TakeWord) -> AttrValue {
        self.props.library.take().map(|take| attr(&take.words.get(word))).unwrap_or_default()
    }

    fn fill(&self, word: TakeWord, values: &[(&str, &str)]) -> String {
        self.props.library.take().map(|take| take.words.fill(word, values)).unwrap_or_default()
    }
}
