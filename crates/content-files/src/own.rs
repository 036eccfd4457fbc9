//! What whoever hosts the site says, put into the packs.

use content::Text;
use house::House;

/// The placeholder for the name of the product. The app never sees it: it is filled when the packs are made.
pub const PRODUCT: &str = "product";

/// What whoever hosts the site says, in the language of the packs.
#[derive(Clone, Copy)]
pub struct Own<'a> {
    pub house: &'a House,
    pub language: &'a str,
}

impl Own<'_> {
    /// A text with the name of the product in it.
    pub fn filled(self, words: &str) -> Text {
        content::fill(words.trim(), &[(PRODUCT, self.house.name(self.language))]).into()
    }
}
