//! One practice on a page: its question and levels, a note, and in the margin why it matters and an example.

use assessment::{Answer, AssessmentId, PracticeId, ProfileQuestion, Region, View, Work};
use content::Word;
use report::{Wording, names::example_index};
use yew::prelude::*;

use super::{WrittenField, answer_steps, sources};
use crate::{
    parts::Behind,
    state::{Change, Library},
    view::{Dispatch, attr, change},
};

#[derive(Clone, Properties, PartialEq)]
pub struct PracticeQuestionProps {
    pub library: Library,
    pub dispatch: Dispatch,
    pub assessment: AssessmentId,
    pub practice: PracticeId,
    pub wording: Wording,
    /// The kind of work, for the example.
    pub work: Option<Work>,
    /// Which country's rules to show.
    pub region: Option<Region>,
    pub chosen: Option<Answer>,
    pub note: AttrValue,
    /// Whether it is being read aloud; `None` where nothing can be.
    pub aloud: Option<bool>,
    /// Whether the margin stands beside the question, with room to be open.
    pub wide: bool,
}

/// A component, because it is drawn again only when something of its own changed: an answer costs one question.
#[component]
pub fn PracticeQuestion(props: &PracticeQuestionProps) -> Html {
    let Some((_, text)) = props.library.ask.practice(&props.practice) else { return html! { <div /> } };
    let word = |word| attr(&props.library.ask.words.get(word));
    let name = AttrValue::from(props.practice.to_string());
    let on_answer = on_change(props, Change::Answer);
    let noted = use_memo((), |()| !props.note.is_empty());
    let on_clear = on_change(props, |practice, _: MouseEvent| Change::Clear(practice));
    let views = props.library.views(&props.practice);
    // A practitioner answers what was seen; who was not there does not 'not know'.
    let unknown = match props.wording.view() {
        View::Practitioner => (Answer::NotSeen, word(Word::AnswerNotSeen)),
        _ => (Answer::DontKnow, word(Word::AnswerUnknown)),
    };
    let others = [unknown, (Answer::NotApplicable, word(Word::AnswerNotApplicable))];
    html! {
        <section class="practice">
            <div class="practice__ask">
                <fieldset class="practice__question" data-practice={name.clone()}>
                    <legend><h2>{ props.wording.question(text, views) }</h2></legend>
                    if let Some(rest) = &props.library.rest {
                        { (rest.behind.aloud)(props) }
                    }
                    { answer_steps(&props.practice, props.wording.levels(text, views), others, props.chosen, &on_answer) }
                    if props.chosen.is_some() {
                        <button type="button" class="button--quiet" data-clear="" onclick={on_clear}>{ word(Word::AnswerClear) }</button>
                    }
                </fieldset>
                // Open from the start if there is a note; from then on the user folds it.
                <details class="aside-item" data-note="" open={*noted}>
                    <summary>{ word(if props.note.is_empty() { Word::NoteAdd } else { Word::NoteOwn }) }</summary>
                    { behind(props, |behind| (behind.note)(props)) }
                </details>
            </div>
            <div class="practice__margin">
                <details class="aside-item" open={props.wide}>
                    <summary>{ word(Word::WhyItMatters) }</summary>
                    { behind(props, |behind| (behind.why)(props)) }
                </details>
                <details class="aside-item" open={props.wide && props.work.is_some()}>
                    <summary>{ word(Word::ForExample) }</summary>
                    { behind(props, |behind| (behind.example)(props)) }
                </details>
            </div>
        </section>
    }
}

/// What is read aloud of a practice: its question and answers.
pub fn read_aloud(practice: &PracticeId) -> String {
    ["[data-practice='", practice.as_str(), "']"].concat()
}

/// A callback that turns what a control gives into a change of this practice.
fn on_change<T: 'static>(
    props: &PracticeQuestionProps,
    what: impl Fn(PracticeId, T) -> Change + 'static,
) -> Callback<T> {
    let (dispatch, assessment, practice) = (props.dispatch.clone(), props.assessment.clone(), props.practice.clone());
    Callback::from(move |given| change(&dispatch, &assessment, what(practice.clone(), given)))
}

/// What comes behind the first pages, as far as it is here.
fn behind(props: &PracticeQuestionProps, draw: impl FnOnce(&Behind) -> Html) -> Html {
    match &props.library.rest {
        Some(rest) => draw(rest.behind),
        None => html! { <p>{ attr(&props.library.ask.words.get(Word::StillLoading)) }</p> },
    }
}

/// What stands behind a question, and changes with less than it.
#[derive(Clone, Properties, PartialEq)]
pub struct AsideProps {
    library: Library,
    practice: PracticeId,
    work: Option<Work>,
    region: Option<Region>,
}

impl From<&PracticeQuestionProps> for AsideProps {
    fn from(props: &PracticeQuestionProps) -> Self {
        let PracticeQuestionProps { library, practice, work, region, .. } = props;
        Self { library: library.clone(), practice: practice.clone(), work: *work, region: *region }
    }
}

/// Why it matters, and where that is known from. A component, because no answer changes it.
#[component]
pub fn Why(props: &AsideProps) -> Html {
    let ask = &props.library.ask;
    let word = |word| attr(&ask.words.get(word));
    let advise = props.library.advise();
    html! {
        <div class="aside-item__body">
            if let Some((practice, advise, advice)) = advise.and_then(|advise| {
                Some((ask.practice(&props.practice)?.0, advise, advise.practice(&props.practice)?))
            }) {
                <p>{ attr(&advice.why) }</p>
                if let Some(region) = advice.why_region.as_ref().filter(|_| props.region != Some(Region::Elsewhere)) {
                    <p>{ attr(region) }</p>
                }
                <details class="aside-item__more">
                    <summary>{ word(Word::WhereFrom) }</summary>
                    { sources(practice, advise, &ask.words.get(Word::Locale)) }
                </details>
            }
        </div>
    }
}

/// One example for the kind of work; all five when that is not known. A component, because no answer changes it.
#[component]
pub fn Example(props: &AsideProps) -> Html {
    let examples = props.library.examples().and_then(|examples| examples.practice(&props.practice));
    let profile = props.library.ask.profile.get(ProfileQuestion::Work as usize);
    let kinds = profile.map(|question| question.options.as_slice()).unwrap_or_default();
    html! {
        <div class="aside-item__body">
            if let Some(examples) = examples {
                if let Some(work) = props.work {
                    <p>{ attr(&examples[example_index(work)]) }</p>
                } else {
                    <dl class="examples">
                        for (kind, example) in kinds.iter().zip(examples) {
                            <dt>{ attr(kind) }</dt>
                            <dd>{ attr(example) }</dd>
                        }
                    </dl>
                }
            }
        </div>
    }
}

/// What is noted about a practice.
#[derive(Clone, Properties, PartialEq)]
pub struct PracticeNoteProps {
    library: Library,
    dispatch: Dispatch,
    assessment: AssessmentId,
    practice: PracticeId,
    note: AttrValue,
}

impl From<&PracticeQuestionProps> for PracticeNoteProps {
    fn from(props: &PracticeQuestionProps) -> Self {
        let PracticeQuestionProps { library, dispatch, assessment, practice, note, .. } = props.clone();
        Self { library, dispatch, assessment, practice, note }
    }
}

/// The field for a note. A component, because only the note changes it.
#[component]
pub fn PracticeNote(props: &PracticeNoteProps) -> Html {
    let word = |word| attr(&props.library.ask.words.get(word));
    let PracticeNoteProps { dispatch, assessment, practice, .. } = props.clone();
    let on_text = move |text| change(&dispatch, &assessment, Change::Note(practice.clone(), text));
    html! {
        <div class="aside-item__body">
            <WrittenField
                library={props.library.clone()}
                id={[props.practice.as_str(), "-note"].concat()}
                label={word(Word::NoteLabel)}
                hint={word(Word::NoteHint)}
                text={props.note.clone()}
                {on_text}
            />
        </div>
    }
}
