//! Things of the learner's own, found by what they do: an independent exercise gives a goal, and leaves names and design to
//! the learner.

pub mod fed;
pub mod function;
pub mod method;
pub mod page;

/// What stands in the names of things for comments, for texts that are to be spoken and for images, in lower case.
pub const COMMENTS: &[&str] = &["comment", "feedback", "review", "opinion", "guestbook"];
pub const SPEECH: &[&str] = &["speech", "speak", "audio", "voice", "polly", "sound", "read-aloud"];
pub const IMAGES: &[&str] = &["image", "picture", "photo", "upload", "rekognition"];

/// Whether one of the words stands in a name, whatever its case.
fn has_word(name: &str, words: &[&str]) -> bool {
    let name = name.to_lowercase();
    words.iter().any(|word| name.contains(word))
}
