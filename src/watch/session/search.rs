//! What is searched for: typed after `/`, kept with Enter, given up with Esc.

use crate::ui::screen::Key;

/// Longer searches find nothing that shorter ones do not.
const LONGEST: usize = 60;

#[derive(Debug, Default)]
pub struct Search {
    pub text: String,
    pub typing: bool,
}

/// What a key meant to the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It was not for the search.
    Nothing,
    Typing,
}

impl Search {
    pub fn key(&mut self, key: Key) -> Asked {
        match (self.typing, key) {
            (_, Key::Interrupt | Key::Stop) => return Asked::Nothing,
            (false, Key::Char('/')) => *self = Self { text: String::new(), typing: true },
            (false, Key::Esc) if !self.text.is_empty() => self.text.clear(),
            (false, _) => return Asked::Nothing,
            (true, Key::Char(c)) if self.text.chars().count() < LONGEST => self.text.push(c),
            (true, Key::Backspace) if self.text.pop().is_some() => {}
            (true, Key::Esc | Key::Backspace) => *self = Self::default(),
            (true, Key::Enter) => self.typing = false,
            (true, _) => {}
        }
        Asked::Typing
    }

    /// Whether `text` holds what is searched for, in any case; nothing finds nothing.
    pub fn finds(&self, text: &str) -> bool {
        !self.text.is_empty() && text.to_lowercase().contains(&self.text.to_lowercase())
    }
}
