//! The app by keyboard alone.

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::json;

use crate::Window;

/// The keys that a person without a mouse needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// To the next control.
    Tab,
    /// To the next choice.
    Down,
    /// Chooses, or presses a button.
    Space,
    /// Follows a link, or presses a button.
    Enter,
    /// Says no to a dialog.
    Escape,
}

impl Key {
    fn code(self) -> thirtyfour::Key {
        match self {
            Self::Tab => thirtyfour::Key::Tab,
            Self::Down => thirtyfour::Key::Down,
            Self::Space => thirtyfour::Key::Space,
            Self::Enter => thirtyfour::Key::Enter,
            Self::Escape => thirtyfour::Key::Escape,
        }
    }
}

/// Where the keyboard is.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Focused {
    /// The element, in a few words.
    pub what: String,
    /// Whether it has a ring of at least two pixels.
    pub has_ring: bool,
    /// Whether it is in the window, with nothing lying over it.
    pub in_view: bool,
    /// Whether it matches what was asked for.
    pub matches: bool,
}

/// More controls than any page has.
const FAR_TOO_MANY: usize = 150;

impl Window {
    /// Presses a key.
    pub async fn key(&self, key: Key) -> Result<()> {
        Ok(self.driver().action_chain().send_keys(key.code()).perform().await?)
    }

    /// Puts the keyboard on something, without the way there.
    pub async fn focus_on(&self, selector: &str) -> Result<()> {
        self.wait_for(selector).await?;
        self.read::<()>("one(arguments[0]).focus()", [json!(selector)]).await?;
        self.wait_for_focus(selector).await
    }

    /// Types into a field key by key, as fingers do.
    pub async fn type_keys(&self, field: &str, keys: &str) -> Result<()> {
        self.focus_on(field).await?;
        for key in keys.chars() {
            self.driver().action_chain().send_keys(key).perform().await?;
        }
        Ok(())
    }

    /// Presses a key that writes something.
    pub async fn press_key(&self, key: char) -> Result<()> {
        Ok(self.driver().action_chain().send_keys(key).perform().await?)
    }

    /// Where the keyboard is, and whether that is what a selector says.
    pub async fn focused(&self, selector: &str) -> Result<Focused> {
        self.read(include_str!("scripts/focus.js"), [json!(selector)]).await
    }

    /// Waits until the focus is where a person expects it.
    pub async fn wait_for_focus(&self, selector: &str) -> Result<()> {
        let there = "return document.activeElement?.matches(arguments[0]) ?? false";
        self.until(&format!("the focus is on {selector}"), there, [json!(selector)]).await
    }

    /// Presses Tab until the focus is there. On the way it must be visible at every step.
    pub async fn tab_to(&self, selector: &str) -> Result<()> {
        let mut way = Vec::new();
        for _ in 0..FAR_TOO_MANY {
            self.key(Key::Tab).await?;
            let focused = self.focused(selector).await?;
            ensure!(focused.has_ring, "the focus cannot be seen on {}", focused.what);
            ensure!(focused.in_view, "the focus is out of sight or covered on {}", focused.what);
            if focused.matches {
                return Ok(());
            }
            way.push(focused.what);
        }
        anyhow::bail!("Tab never comes to {selector}; it goes {}", way.join(" > "))
    }

    /// Chooses an answer by keyboard: Tab into the question, Space for its first choice, arrow down to the wanted one.
    pub async fn choose_by_keyboard(&self, name: &str, value: &str) -> Result<()> {
        let radio = format!("input[name=\"{name}\"]");
        self.tab_to(&radio).await?;
        self.key(Key::Space).await?;
        for _ in 0..FAR_TOO_MANY {
            if self.chosen(name).await?.as_deref() == Some(value) {
                return self.wait_for_focus(&format!("{radio}[value=\"{value}\"]")).await;
            }
            self.key(Key::Down).await?;
        }
        anyhow::bail!("the arrow never comes to {value} of {name}")
    }

    /// Moves to something by Tab and presses it.
    pub async fn press_by_keyboard(&self, what: &str) -> Result<()> {
        self.tab_to(what).await?;
        self.key(Key::Enter).await
    }

    /// Listens from now on to what a screen reader says of changes that have no focus.
    pub async fn listen(&self) -> Result<()> {
        self.read(include_str!("scripts/hear.js"), []).await
    }

    /// Waits until something was said since [`Window::listen`], and until nothing more comes: all of it, in order.
    pub async fn heard(&self) -> Result<Vec<String>> {
        self.until("something is said", "return heard.length > 0", []).await?;
        self.read_later("const [done] = arguments; setTimeout(() => done(heard), 300)", []).await
    }
}
