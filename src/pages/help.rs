//! The help: what one does here, how to read more easily, keys, and what to do when there is a message.

use content::{HelpWord, Word, Words};
use yew::prelude::*;

use crate::{
    components::{
        heading,
        markup::{hint, lead, paragraph, section},
    },
    reading::{Reading, TextSize},
    route::Route,
    speech::Voices,
    state::Action,
    view::{View, attr},
};

/// The page, once its words are here.
pub fn page(view: &View<'_>) -> Html {
    let title = heading(view.word(Word::HelpLink), None);
    let Some(words) = view.library().help() else {
        return html! { <div class="page page--narrow">{ title }{ view.still_loading() }</div> };
    };
    let page = HelpPage { view, words };
    html! {
        <div class="page page--narrow help">
            { title }
            { lead(page.word(HelpWord::HelpLead)) }
            { page.steps() }
            { page.size() }
            { page.keys() }
            { page.aloud() }
            { page.easy_words() }
            { page.keep() }
            { page.messages() }
        </div>
    }
}

struct HelpPage<'a> {
    view: &'a View<'a>,
    words: &'a Words<HelpWord>,
}

impl HelpPage<'_> {
    #[inline(never)]
    fn word(&self, word: HelpWord) -> AttrValue {
        attr(&self.words.get(word))
    }

    fn steps(&self) -> Html {
        let steps = [HelpWord::Step1, HelpWord::Step2, HelpWord::Step3, HelpWord::Step4, HelpWord::Step5];
        let body = html! {
            <ol class="help__steps">
                for step in steps {
                    <li>{ self.word(step) }</li>
                }
            </ol>
        };
        section("steps", "", self.word(HelpWord::StepsTitle), body)
    }

    /// A callback that changes how one reads.
    fn read_as(&self, change: impl Fn(&mut Reading) + 'static) -> Callback<Event> {
        let (dispatch, mut reading) = (self.view.dispatch.clone(), self.view.state.reading);
        change(&mut reading);
        Callback::from(move |_| dispatch.dispatch(Action::ReadAs(reading)))
    }

    fn size(&self) -> Html {
        let size = |size: TextSize| {
            let word = match size {
                TextSize::Normal => HelpWord::SizeNormal,
                TextSize::Larger => HelpWord::SizeLarger,
                TextSize::Large => HelpWord::SizeLarge,
                TextSize::Largest => HelpWord::SizeLargest,
            };
            let chosen = self.view.state.reading.size == size;
            let onchange = self.read_as(move |reading| reading.size = size);
            html! {
                <label class={if chosen { "choice choice--chosen" } else { "choice" }}>
                    <input type="radio" name="text-size" value={size.percent().to_string()} checked={chosen} {onchange} />
                    <span>{ self.word(word) }</span>
                </label>
            }
        };
        html! {
            <section>
                <fieldset class="choices" aria-describedby="text-size-hint">
                    <legend><h2 id="text-size" tabindex="-1">{ self.word(HelpWord::SizeTitle) }</h2></legend>
                    <p class="choices__why" id="text-size-hint">{ self.word(HelpWord::SizeHint) }</p>
                    <div class="choices__options">
                        for one in TextSize::ALL {
                            { size(one) }
                        }
                    </div>
                </fieldset>
            </section>
        }
    }

    fn keys(&self) -> Html {
        let row = |keys: Html, word: HelpWord| {
            html! {
                <tr>
                    <th scope="row">{ keys }</th>
                    <td>{ self.word(word) }</td>
                </tr>
            }
        };
        let key = |key: &'static str| html! { <kbd>{ key }</kbd> };
        let off = self.view.state.reading.keys_off;
        let body = html! {
            <>
                { paragraph(self.word(HelpWord::KeysLead)) }
                <label class={if off { "choice" } else { "choice choice--chosen" }}>
                    <input type="checkbox" id="use-keys" checked={!off} onchange={self.read_as(move |reading| reading.keys_off = !off)} />
                    <span>{ self.word(HelpWord::KeysOn) }</span>
                </label>
                <table class="help__keys">
                    <thead>
                        <tr>
                            <th scope="col">{ self.word(HelpWord::KeysKey) }</th>
                            <th scope="col">{ self.word(HelpWord::KeysDoes) }</th>
                        </tr>
                    </thead>
                    <tbody>
                        { row(html! { <>{ key("1") }{ " " }{ self.word(HelpWord::KeysTo) }{ " " }{ key("6") }</> }, HelpWord::KeysAnswer) }
                        { row(key("n"), HelpWord::KeysNext) }
                        { row(key("p"), HelpWord::KeysPrevious) }
                        { row(key("/"), HelpWord::KeysSearch) }
                        { row(key("?"), HelpWord::KeysHelp) }
                    </tbody>
                </table>
                { hint(self.word(HelpWord::KeysReader)) }
            </>
        };
        section("keys", "", self.word(HelpWord::KeysTitle), body)
    }

    fn aloud(&self) -> Html {
        let word = match self.view.state.voices {
            Voices::Here => HelpWord::AloudHere,
            Voices::RemoteOnly => HelpWord::AloudRemote,
            Voices::None => HelpWord::AloudNone,
        };
        section("aloud", "", self.word(HelpWord::AloudTitle), paragraph(self.word(word)))
    }

    fn easy_words(&self) -> Html {
        let open = self.view.state.reading.easy_words;
        let body = html! {
            <>
                { paragraph(self.word(HelpWord::EasyLead)) }
                <label class={if open { "choice choice--chosen" } else { "choice" }}>
                    <input type="checkbox" id="easy-words" checked={open} onchange={self.read_as(move |reading| reading.easy_words = !open)} />
                    <span>{ self.word(HelpWord::EasyOpen) }</span>
                </label>
            </>
        };
        section("easy", "", self.word(HelpWord::EasyTitle), body)
    }

    fn keep(&self) -> Html {
        let body = html! {
            <>
                { paragraph(self.word(HelpWord::KeepText)) }
                <p class="help__links">
                    <a href={Route::Device.href()}>{ self.view.word(Word::DeviceLink) }</a>
                    <a href={Route::About.href()}>{ self.view.word(Word::AboutLink) }</a>
                </p>
            </>
        };
        section("keep", "", self.word(HelpWord::KeepTitle), body)
    }

    fn messages(&self) -> Html {
        let messages = [
            (HelpWord::NotSaved, HelpWord::NotSavedRemedy),
            (HelpWord::KeepsNothing, HelpWord::KeepsNothingRemedy),
            (HelpWord::PageOld, HelpWord::PageOldRemedy),
            (HelpWord::OtherTab, HelpWord::OtherTabRemedy),
            (HelpWord::TextsMissing, HelpWord::TextsMissingRemedy),
            (HelpWord::Stopped, HelpWord::StoppedRemedy),
            (HelpWord::FileDamaged, HelpWord::FileDamagedRemedy),
            (HelpWord::FileNewer, HelpWord::FileNewerRemedy),
            (HelpWord::PassphraseWrong, HelpWord::PassphraseWrongRemedy),
        ];
        let body = html! {
            <>
                { paragraph(self.word(HelpWord::MessagesLead)) }
                <dl class="help__messages">
                    for (message, remedy) in messages {
                        <dt>{ self.word(message) }</dt>
                        <dd>{ self.word(remedy) }</dd>
                    }
                </dl>
            </>
        };
        section("messages", "", self.word(HelpWord::MessagesTitle), body)
    }
}
