//! The keys of the watch screen: one table for what they do, for the line at its foot and for the page of all keys.

use super::event::Key;

/// What a key asks for where a step is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
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

/// One key and what it is for.
pub struct Binding {
    pub key: char,
    pub command: Command,
    /// One word for the foot of the screen.
    pub word: &'static str,
    pub does: &'static str,
}

/// In the order in which they are shown; where room is short, the first go before the last.
pub const BINDINGS: [Binding; 13] = [
    binding('n', Command::Next, "next", "go on to the next step, once this one is done"),
    binding('w', Command::Walkthrough, "read", "read the walkthrough of this exercise, or the chapter"),
    binding('h', Command::Hint, "hint", "the next hint; again for a more explicit one"),
    binding('l', Command::List, "list", "all steps, or all exercises where you want them alone"),
    binding('r', Command::CheckNow, "check", "look at the account now"),
    binding('y', Command::Copy, "copy", "copy a command of the walkthrough, or of the text that is read"),
    binding(
        'o',
        Command::Open,
        "open",
        "open the console page of the first thing that is not right, or a link of the text that is read",
    ),
    binding('s', Command::Solution, "solution", "the worked solution"),
    binding('u', Command::Quiz, "quiz", "answer what this exercise asks, or the quiz of its chapter"),
    binding('x', Command::Skip, "skip", "go past a chapter to read or a quiz; it counts as skipped"),
    binding('a', Command::CheckAll, "check all", "look again at everything done so far"),
    binding('?', Command::Keys, "keys", "this page"),
    binding('q', Command::Leave, "leave", "leave; your progress is kept"),
];

/// Keys of the other pages, for the page of all keys: heading, then keys and what they do.
pub const ELSEWHERE: [(&str, &[(&str, &str)]); 3] = [
    (
        "Everywhere",
        &[("Esc", "back"), ("↑ ↓, j k", "move by a line"), ("PgUp PgDn, Space", "move by a page"), ("Ctrl-C", "leave")],
    ),
    (
        "Where there is a text",
        &[
            ("g G, Home End", "to the start, to the end"),
            ("← →", "along code that is wider than the screen"),
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

const fn binding(key: char, command: Command, word: &'static str, does: &'static str) -> Binding {
    Binding { key, command, word, does }
}

/// What `key` asks for.
pub fn command(key: Key) -> Option<Command> {
    let Key::Char(pressed) = key else { return None };
    BINDINGS.iter().find(|binding| binding.key == pressed).map(|binding| binding.command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_is_bound_twice() {
        for binding in &BINDINGS {
            assert_eq!(command(Key::Char(binding.key)), Some(binding.command), "{}", binding.key);
        }
    }
}
