//! The ways out: paper, files, the clipboard, and what the device offers to share with.

use content::TakeWord;
use report::{DataForm, Form, Kind, Paper, Reader, Written};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{Table, TakingPage};
use crate::{
    browser::{
        clipboard, files, office, screen,
        share::{self, Shared},
    },
    components::markup::{folded, hint},
};

/// What is said about the way that was chosen last.
#[derive(Clone, PartialEq)]
pub(super) enum Said {
    Nothing,
    Writing,
    Word(TakeWord),
    Saved(String),
}

impl TakingPage<'_> {
    pub(super) fn ways(&self) -> Html {
        let data = [
            ("excel", TakeWord::Excel, DataForm::Excel),
            ("csv", TakeWord::Csv, DataForm::Answers(Reader::Program)),
            ("csv-excel", TakeWord::CsvExcel, DataForm::Answers(Reader::Excel)),
            ("codebook", TakeWord::Codebook, DataForm::Codebook),
        ];
        html! {
            <>
                <p class="device__row">
                    { self.button("print", true, TakeWord::Print, Callback::from(|_| screen::print())) }
                    { self.button("word", false, TakeWord::Word, self.save(Form::Word)) }
                    { self.button("markdown", false, TakeWord::Markdown, self.save(Form::Markdown)) }
                    { self.button("copy", false, TakeWord::Copy, self.copy()) }
                    if share::can_share_links() {
                        { self.button("share", false, TakeWord::Share, self.share()) }
                    }
                </p>
                if self.props.kind == Kind::Report {
                    { folded("take__data", html! { { self.word(TakeWord::Data) } }, false, html! {
                        <>
                            { hint(self.word(TakeWord::DataLead)) }
                            <p class="device__row">
                                for (name, word, form) in data {
                                    { self.button(name, false, word, self.save_data(form)) }
                                }
                            </p>
                            { hint(self.word(TakeWord::CodebookLead)) }
                        </>
                    }) }
                }
            </>
        }
    }

    pub(super) fn said(&self) -> AttrValue {
        match &*self.said {
            Said::Nothing => AttrValue::default(),
            Said::Writing => self.word(TakeWord::Writing),
            Said::Word(word) => self.word(*word),
            Said::Saved(file) => {
                let take = self.props.library.take();
                take.map(|take| take.words.fill(TakeWord::Saved, &[("file", file)])).unwrap_or_default().into()
            }
        }
    }

    /// The paper as it goes out.
    fn now(&self) -> Option<Paper> {
        match self.table() {
            Table::Laid { now, .. } => Some(now.without_empty_lines()),
            _ => None,
        }
    }

    fn save(&self, form: Form) -> Callback<MouseEvent> {
        let (paper, language, said) = (self.now(), self.language(), self.said.clone());
        Callback::from(move |_| {
            let (Some(paper), language, said) = (paper.clone(), language.clone(), said.clone()) else { return };
            said.set(Said::Writing);
            spawn_local(async move { said.set(saved(office::write(&language, form, &paper).await)) });
        })
    }

    fn save_data(&self, form: DataForm) -> Callback<MouseEvent> {
        let (assessment, order) = (self.props.assessment.clone(), self.order);
        let (language, said) = (self.language(), self.said.clone());
        Callback::from(move |_| {
            let (assessment, language, said) = (assessment.clone(), language.clone(), said.clone());
            said.set(Said::Writing);
            spawn_local(async move { said.set(saved(office::data(&language, form, order, &assessment).await)) });
        })
    }

    fn copy(&self) -> Callback<MouseEvent> {
        let (paper, language, said) = (self.now(), self.language(), self.said.clone());
        Callback::from(move |_| {
            let (Some(paper), language, said) = (paper.clone(), language.clone(), said.clone()) else { return };
            spawn_local(async move {
                let text = office::write(&language, Form::Markdown, &paper).await.ok();
                let text = text.and_then(|written| String::from_utf8(written.bytes).ok());
                let copied = match text {
                    Some(text) => clipboard::copy(&text).await,
                    None => false,
                };
                said.set(Said::Word(if copied { TakeWord::Copied } else { TakeWord::NotCopied }));
            });
        })
    }

    /// Where the browser shares such files, the Word file; otherwise the text.
    fn share(&self) -> Callback<MouseEvent> {
        let form = if share::can_share_file("a.docx", Form::DOCX) { Form::Word } else { Form::Markdown };
        let (paper, language, said) = (self.now(), self.language(), self.said.clone());
        Callback::from(move |_| {
            let (Some(paper), language, said) = (paper.clone(), language.clone(), said.clone()) else { return };
            spawn_local(async move {
                let shared = match (office::write(&language, form, &paper).await, form) {
                    (Ok(file), Form::Word) => share::share_file(&file.name, &file.media, &file.bytes).await,
                    (Ok(text), Form::Markdown) => {
                        share::share_text(&paper.title, &String::from_utf8_lossy(&text.bytes)).await
                    }
                    (Err(_), _) => Shared::Failed,
                };
                said.set(match shared {
                    Shared::Done => Said::Word(TakeWord::Shared),
                    Shared::Dismissed => Said::Nothing,
                    Shared::Failed => Said::Word(TakeWord::NotShared),
                });
            });
        })
    }
}

/// Hands a file to the browser, and tells what came of it.
fn saved(written: Result<Written, office::OfficeFailed>) -> Said {
    match written {
        Ok(file) if files::save(&file.name, &file.media, &file.bytes).is_some() => Said::Saved(file.name),
        _ => Said::Word(TakeWord::NotSaved),
    }
}
