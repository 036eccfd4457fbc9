//! Reading aloud, in a browser whose voices a test brings along.

use anyhow::Result;
use serde_json::json;

use crate::App;

impl App {
    /// The browser finds its voices: each with its language, and whether it speaks on the device.
    pub async fn let_voices_come(&self, voices: &[(&str, bool)]) -> Result<()> {
        self.read("voices.come(...arguments[0])", [json!(voices)]).await
    }

    /// What was said so far: the language of the voice, and the text.
    pub async fn read_aloud(&self) -> Result<Vec<(String, String)>> {
        self.read("return voices.said", []).await
    }

    /// The piece that is being read comes to its end.
    pub async fn let_piece_end(&self) -> Result<()> {
        self.read("voices.end()", []).await
    }

    /// Whether something is being read.
    pub async fn is_speaking(&self) -> Result<bool> {
        self.read("return voices.now != null", []).await
    }
}
