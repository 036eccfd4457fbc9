//! One file per control: values come in, callbacks go out.

mod advice_card;
mod answer_steps;
mod choices;
mod footer;
mod header;
mod heading;
mod note;
mod picture;
mod practice;
mod rail;
mod sources;
mod toast;

pub use advice_card::AdviceCard;
pub use answer_steps::{AnswerSteps, StepGlyph};
pub use choices::Choices;
pub use footer::Footer;
pub use header::Header;
pub use heading::Heading;
pub use note::NoteField;
pub use picture::Picture;
pub use practice::PracticeQuestion;
pub use rail::Rail;
pub use sources::SourceLine;
pub use toast::Toast;
