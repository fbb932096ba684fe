//! A search: typed after `/`, kept with Enter, given up with Esc.

use crate::ui::screen::Key;

/// The most characters of a search.
const LONGEST: usize = 60;

#[derive(Debug, Default)]
pub struct Search {
    pub text: String,
    pub typing: bool,
}

/// What a search made of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyUse {
    /// The key was not for the search.
    Ignored,
    Taken,
}

impl Search {
    pub fn key(&mut self, key: Key) -> KeyUse {
        match (self.typing, key) {
            (_, Key::Interrupt | Key::Stop) => return KeyUse::Ignored,
            (false, Key::Char('/')) => *self = Self { text: String::new(), typing: true },
            (false, Key::Esc) if !self.text.is_empty() => self.text.clear(),
            (false, _) => return KeyUse::Ignored,
            (true, Key::Char(c)) if self.text.chars().count() < LONGEST => self.text.push(c),
            (true, Key::Backspace) if self.text.pop().is_some() => {}
            (true, Key::Esc | Key::Backspace) => *self = Self::default(),
            (true, Key::Enter) => self.typing = false,
            (true, _) => {}
        }
        KeyUse::Taken
    }

    /// Whether `text` holds what is searched for, in upper or lower case. An empty search finds nothing.
    pub fn finds(&self, text: &str) -> bool {
        !self.text.is_empty() && text.to_lowercase().contains(&self.text.to_lowercase())
    }
}
