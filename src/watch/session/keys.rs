//! The keys of the watch screen: one table for what they do, for the foot of the screen and for the page of all keys.

use crate::ui::screen::Key;

/// What a key does where a step is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Next,
    CheckNow,
    Walkthrough,
    Hint,
    Solution,
    List,
    Quiz,
    Skip,
    Open,
    Copy,
    CheckAll,
    Keys,
    Leave,
}

/// One key and its action.
pub struct Binding {
    pub key: char,
    pub action: Action,
    /// One word for the foot of the screen.
    pub word: &'static str,
    pub does: &'static str,
}

/// In the order in which they are shown; where room is short, the first ones are shown.
pub const BINDINGS: [Binding; 13] = [
    binding('n', Action::Next, "next", "go on to the next step, once this one is done"),
    binding('w', Action::Walkthrough, "read", "read the walkthrough of this exercise, or the chapter"),
    binding('h', Action::Hint, "hint", "the next hint; again for a more explicit one"),
    binding('l', Action::List, "list", "all steps, or all exercises if you want them alone"),
    binding('r', Action::CheckNow, "check", "check the account now"),
    binding('y', Action::Copy, "copy", "copy a command of the walkthrough, or of the text that you read"),
    binding(
        'o',
        Action::Open,
        "open",
        "open the console page of the first clause that fails, or a link of the text that you read",
    ),
    binding('s', Action::Solution, "solution", "the worked solution"),
    binding('u', Action::Quiz, "quiz", "answer what this exercise asks, or the quiz of its chapter"),
    binding('x', Action::Skip, "skip", "go past a chapter to read or a quiz; it counts as skipped"),
    binding('a', Action::CheckAll, "check all", "check everything done so far again"),
    binding('?', Action::Keys, "keys", "this page"),
    binding('q', Action::Leave, "leave", "leave; your progress is kept"),
];

/// Keys of the other pages, for the page of all keys: heading, then keys and what they do.
pub const ELSEWHERE: [(&str, &[(&str, &str)]); 3] = [
    (
        "Everywhere",
        &[("Esc", "back"), ("↑ ↓, j k", "move by a line"), ("PgUp PgDn, Space", "move by a page"), ("Ctrl-C", "leave")],
    ),
    (
        "In a text",
        &[
            ("g G, Home End", "to the start, to the end"),
            ("← →", "along code that is wider than the screen"),
            ("q", "back, as in a pager"),
            ("/", "search; then n and N go to the next and the previous place"),
        ],
    ),
    (
        "In the list",
        &[
            ("g G, Home End", "to the first, to the last"),
            ("/", "show only what holds these letters"),
            ("d", "show only what is done; again for all"),
            ("p", "show only what is not done; again for all"),
            ("Enter", "read the walkthrough or the chapter, or take the quiz"),
            ("c", "continue with this step"),
        ],
    ),
];

const fn binding(key: char, action: Action, word: &'static str, does: &'static str) -> Binding {
    Binding { key, action, word, does }
}

/// The action of `key`.
pub fn action(key: Key) -> Option<Action> {
    let Key::Char(pressed) = key else { return None };
    BINDINGS.iter().find(|binding| binding.key == pressed).map(|binding| binding.action)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_is_bound_twice() {
        for binding in &BINDINGS {
            assert_eq!(action(Key::Char(binding.key)), Some(binding.action), "{}", binding.key);
        }
    }
}
