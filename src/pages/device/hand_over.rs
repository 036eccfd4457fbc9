//! Handing over: what two copies of one assessment say side by side, who said it and when, and which of them stands.

use std::rc::Rc;

use assessment::{
    About, Answer, Assessment, Chosen, Differences, Differs, Given, Moment, PracticeId, ProfileQuestion, Record,
    Stands, View as Side,
};
use content::DeviceWord;
use report::{
    Wording,
    names::{answer_name, side_name},
};
use yew::prelude::*;

use super::DevicePage;
use crate::{
    components::markup::{hint, notice},
    errand::Errand,
    preview::{Choosing, Preview},
    view::attr,
};

/// The most of a note that stands in the choice itself, in characters. The rest is folded away.
const CLIP: usize = 160;

/// What one copy says about a thing, in words.
enum Saying {
    /// The words of the app.
    Ours(Html),
    /// What someone wrote.
    Theirs(String),
}

/// One assessment that is here and in the file, and says something else there.
struct HandOver<'a> {
    page: &'a DevicePage<'a>,
    preview: &'a Rc<Preview>,
    place: usize,
    here: &'a Assessment,
    there: &'a Assessment,
    chosen: &'a Chosen,
}

impl DevicePage<'_> {
    /// An assessment that both have: in how many places it differs, and each of them to choose from.
    pub(super) fn hand_over(
        &self,
        preview: &Rc<Preview>,
        place: usize,
        theirs: &Record,
        choosing: &Choosing,
    ) -> (String, Html) {
        let ours = self.view.state.records.get(&theirs.id()).and_then(|ours| ours.assessment());
        // Deleted meanwhile, in another tab.
        let (Some(here), Some(there)) = (ours, theirs.assessment()) else {
            return (self.word(DeviceWord::OpenNew).to_string(), Html::default());
        };
        let differences = Differences::between(here, there);
        let standing = self.count(DeviceWord::OpenDiffersOne, DeviceWord::OpenDiffersMore, differences.count(), &[]);
        if self.view.state.waits(here) || self.view.state.waits(there) {
            return (standing, hint(self.word(DeviceWord::HandOverWaits)));
        }
        let unfold = self.change(preview, place, |choosing| choosing.unfolded = !choosing.unfolded);
        let onclick = Callback::from(move |event: MouseEvent| {
            // What is shown follows from what is remembered.
            event.prevent_default();
            unfold.emit(());
        });
        let hand_over = HandOver { page: self, preview, place, here, there, chosen: &choosing.chosen };
        let body = html! {
            <details open={choosing.unfolded}>
                <summary {onclick}>{ self.word(DeviceWord::OpenShow) }</summary>
                if choosing.unfolded {
                    { hand_over.differences(&differences) }
                }
            </details>
        };
        (standing, body)
    }

    /// Changes how an assessment of the file is put together.
    fn change(&self, preview: &Rc<Preview>, place: usize, change: impl Fn(&mut Choosing) + 'static) -> Callback<()> {
        let (errand, preview) = (self.view.errand.clone(), preview.clone());
        Callback::from(move |()| errand.set(Errand::LookAtFile(Rc::new(preview.after(place, &change)))))
    }
}

impl HandOver<'_> {
    fn differences(&self, differences: &Differences) -> Html {
        let page = self.page;
        let topics: Vec<(About, Stands)> = differences.topics().collect();
        let from_here = topics.iter().filter(|(about, later)| self.stands(about, *later) == Stands::Here).count();
        let counts = [("here", from_here.to_string()), ("there", (topics.len() - from_here).to_string())];
        let counts = counts.each_ref().map(|(name, count)| (*name, count.as_str()));
        let title = |practice: &PracticeId| {
            let text = page.view.ask().practice(practice).map(|(_, text)| attr(&text.title));
            text.unwrap_or_else(|| practice.to_string().into())
        };
        html! {
            <div class="handover">
                { self.sides() }
                if !topics.is_empty() {
                    { hint(page.word(DeviceWord::HandOverLead)) }
                    if topics.len() > 1 {
                        { self.all_at_once(topics) }
                        <p class="handover__count" role="status">{ page.fill(DeviceWord::HandOverChosen, &counts) }</p>
                    }
                }
                for it in &differences.answers {
                    {
                        self.difference(("answer", it.about.as_str()), title(it.about), About::Answer(it.about.clone()), it, |side, said| {
                            self.answer(side, it.about, *said)
                        })
                    }
                }
                for it in &differences.notes {
                    {
                        self.difference(("note", it.about.as_str()), self.note_about(&title(it.about)), About::Note(it.about.clone()), it, |_, said| {
                            Saying::Theirs((*said).to_owned())
                        })
                    }
                }
                for it in &differences.situation {
                    { self.situation(it) }
                }
                if differences.choices {
                    <p class="handover__rest" data-rest="choices">{ page.word(DeviceWord::OpenDifferenceChoices) }</p>
                }
                if differences.plan {
                    <p class="handover__rest" data-rest="plan">{ page.word(DeviceWord::OpenDifferencePlan) }</p>
                }
            </div>
        }
    }

    /// That the copies are from two sides, if they are.
    fn sides(&self) -> Html {
        let [here, there] = [self.here, self.there].map(|copy| Side::of(&copy.profile));
        if here == there {
            return Html::default();
        }
        let (here, there) = (self.side(here), self.side(there));
        let said = self.page.fill(DeviceWord::HandOverSides, &[("here", &here), ("there", &there)]);
        html! { <div data-sides="">{ notice(said.into()) }</div> }
    }

    /// The name of a side.
    fn side(&self, side: Side) -> AttrValue {
        let words = self.page.view.library().visit();
        words.map(|words| attr(&words.words.get(side_name(side)))).unwrap_or_default()
    }

    fn note_about(&self, practice: &str) -> AttrValue {
        self.page.fill(DeviceWord::OpenDifferenceNote, &[("practice", practice)]).into()
    }

    /// Which copy stands, as it is chosen now.
    fn stands(&self, about: &About, later: Stands) -> Stands {
        self.chosen.about(about).unwrap_or(later)
    }

    fn all_at_once(&self, topics: Vec<(About, Stands)>) -> Html {
        let topics = Rc::new(topics);
        let all = |id, word, stands: Option<Stands>| {
            let topics = topics.clone();
            let choose = self.page.change(self.preview, self.place, move |choosing| {
                let all = topics.iter().map(|(about, later)| (about.clone(), stands.unwrap_or(*later)));
                choosing.chosen = all.collect();
            });
            self.page.button(id, "button--quiet", word, choose.reform(|_| ()))
        };
        html! {
            <p class="device__row">
                { all("all-here", DeviceWord::HandOverAllHere, Some(Stands::Here)) }
                { all("all-file", DeviceWord::HandOverAllFile, Some(Stands::There)) }
                { all("all-newest", DeviceWord::HandOverAllNewest, None) }
            </p>
        }
    }

    /// What an answer is called, and what one would see.
    fn answer(&self, copy: &Assessment, practice: &PracticeId, answer: Answer) -> Saying {
        let view = self.page.view;
        let level = answer.level().zip(view.ask().practice(practice)).map(|(level, (_, text))| {
            Wording::of(view.ask(), &copy.profile).level(text, view.library().views(practice), level)
        });
        Saying::Ours(html! {
            <>
                <strong>{ view.word(answer_name(answer)) }</strong>
                if let Some(level) = level {
                    { level }
                }
            </>
        })
    }

    fn situation(&self, it: &Differs<ProfileQuestion, usize>) -> Html {
        let Some(text) = self.page.view.ask().profile.get(it.about as usize) else { return Html::default() };
        self.difference(("situation", it.about.id()), attr(&text.short), About::Situation(it.about), it, |_, option| {
            Saying::Ours(
                text.options.get(*option).map(|option| html! { <strong>{ attr(option) }</strong> }).unwrap_or_default(),
            )
        })
    }

    /// One thing about which they differ: both sides of it, and which one stands.
    fn difference<K, T: Ord>(
        &self,
        called: (&'static str, &str),
        title: AttrValue,
        about: About,
        it: &Differs<K, T>,
        in_words: impl Fn(&Assessment, &T) -> Saying,
    ) -> Html {
        let stands = self.stands(&about, it.later());
        let side = |copy, said: &Given<Option<T>>| (said.at, said.value.as_ref().map(|value| in_words(copy, value)));
        self.both(called, title, &about, stands, [side(self.here, &it.here), side(self.there, &it.there)])
    }

    /// The same, whatever it is about: when each side said it, and what.
    #[inline(never)]
    fn both(
        &self,
        (kind, id): (&'static str, &str),
        title: AttrValue,
        about: &About,
        stands: Stands,
        [here, there]: [(Moment, Option<Saying>); 2],
    ) -> Html {
        let name = [&self.place.to_string(), "-", kind, "-", id].concat();
        let (here_at, there_at) = (here.0, there.0);
        let sides = [(Stands::Here, self.here, here, there_at), (Stands::There, self.there, there, here_at)];
        let sides = sides.map(|(side, copy, (at, saying), other)| {
            self.one_side(&name, about, (side, stands == side), self.who(copy, at, other), saying)
        });
        html! {
            <fieldset class="handover__one" data-differs={[kind, "-", id].concat()}>
                <legend>{ title }</legend>
                <div class="handover__sides">{ for sides }</div>
            </fieldset>
        }
    }

    /// Who said something, on which day, and whether that is the newest.
    fn who(&self, copy: &Assessment, at: Moment, other: Moment) -> String {
        let side = self.side(Side::of(&copy.profile));
        let date = self.page.date(at);
        let values = [("side", &*side), ("date", &*date)];
        match at {
            Moment(0) => side.to_string(),
            at if at > other => self.page.fill(DeviceWord::HandOverNewest, &values),
            _ => self.page.fill(DeviceWord::HandOverSaid, &values),
        }
    }

    /// What one side says, to be chosen.
    #[inline(never)]
    fn one_side(
        &self,
        name: &str,
        about: &About,
        (side, chosen): (Stands, bool),
        who: String,
        saying: Option<Saying>,
    ) -> Html {
        let (value, word) = match side {
            Stands::Here => ("here", DeviceWord::HandOverKeep),
            Stands::There => ("file", DeviceWord::HandOverTake),
        };
        let about = about.clone();
        let choose = self.page.change(self.preview, self.place, move |choosing| {
            choosing.chosen.choose(about.clone(), side);
        });
        let onchange = choose.reform(|_: Event| ());
        let (said, whole) = match saying {
            None => (html! { self.page.word(DeviceWord::OpenNone) }, None),
            Some(Saying::Ours(said)) => (said, None),
            Some(Saying::Theirs(text)) => match text.char_indices().nth(CLIP) {
                None => (html! { text }, None),
                Some((end, _)) => (html! { [&text[..end], "…"].concat() }, Some(text)),
            },
        };
        html! {
            <div class={if chosen { "side side--chosen" } else { "side" }} data-side={value}>
                <label class="check">
                    <input type="radio" name={name.to_owned()} {value} checked={chosen} {onchange} />
                    <span>
                        <span class="side__choose">{ self.page.word(word) }</span>
                        <span class="side__who">{ who }</span>
                        // A text that runs the other way turns nothing but itself.
                        <span class="side__said" dir="auto">{ said }</span>
                    </span>
                </label>
                if let Some(whole) = whole {
                    <details>
                        <summary>{ self.page.word(DeviceWord::HandOverWhole) }</summary>
                        <p class="side__whole" dir="auto">{ whole }</p>
                    </details>
                }
            </div>
        }
    }
}
