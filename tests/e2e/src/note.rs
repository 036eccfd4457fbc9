//! Notes under a practice.

use anyhow::Result;
use serde_json::json;

use crate::App;

/// The folded part under a practice's question in which its note is written.
fn fold(practice: &str) -> String {
    format!("fieldset[data-practice=\"{practice}\"] + details[data-note]")
}

fn text_box(practice: &str) -> String {
    fold(practice) + " textarea"
}

impl App {
    /// Opens the note of a practice, if it is not open yet.
    pub async fn open_note(&self, practice: &str) -> Result<()> {
        self.unfold(&fold(practice)).await
    }

    /// Adds to the note of a practice, as a paste at its end does.
    pub async fn add_to_note(&self, practice: &str, text: &str) -> Result<()> {
        let text_box = text_box(practice);
        self.press(&text_box).await?;
        let to_end = "const box = one(arguments[0]); box.setSelectionRange(box.value.length, box.value.length)";
        self.read::<()>(to_end, [json!(text_box)]).await?;
        self.insert(text).await
    }

    /// Selects the whole note of a practice and deletes it.
    pub async fn empty_note(&self, practice: &str) -> Result<()> {
        let text_box = text_box(practice);
        self.press(&text_box).await?;
        self.read::<()>("one(arguments[0]).select(); document.execCommand('delete')", [json!(text_box)]).await
    }

    /// What stands in the note of a practice; `None` when nobody can see it.
    pub async fn note(&self, practice: &str) -> Result<Option<String>> {
        self.read("return shown(arguments[0])[0]?.value ?? null", [json!(text_box(practice))]).await
    }
}
