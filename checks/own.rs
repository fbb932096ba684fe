//! Things of the learner's own, found by what they do: an independent exercise gives a goal, and leaves names and design to
//! the learner.

pub mod fed;
pub mod function;
pub mod method;
pub mod page;

/// Whether one of the words stands in a name, whatever its case.
fn has_word(name: &str, words: &[&str]) -> bool {
    let name = name.to_lowercase();
    words.iter().any(|word| name.contains(word))
}
