//! Things of the learner's own, found by what they do: an independent exercise gives a goal, and leaves names and design to
//! the learner.

pub mod fed;
mod feeds;
pub mod function;
pub mod method;
pub mod page;
mod relay;
mod unseen;

use crate::aws::fault::Read;
use crate::book::CHAPTERS_TABLE;
use crate::judgement::Judgement;

/// What stands in the names of things for comments, for texts that are to be spoken and for images, in lower case.
pub const COMMENTS: &[&str] = &["comment", "feedback", "review", "opinion", "guestbook"];
pub const SPEECH: &[&str] = &["speech", "speak", "audio", "voice", "polly", "sound", "read-aloud"];
pub const IMAGES: &[&str] = &["image", "picture", "photo", "upload", "rekognition"];

/// What a function or a page is for, and what others are for.
pub struct Purpose {
    pub words: &'static [&'static str],
    pub others: &'static [&'static [&'static str]],
}

/// Whether a table is for something else, by its name: that of the chapters, or one whose name says so.
fn is_for_others(table: &str, words: &[&str], others: &[&[&str]]) -> bool {
    let says_other = others.iter().any(|other| has_word(table, other)) && !has_word(table, words);
    says_other || table == CHAPTERS_TABLE.text
}

/// How much is missing where this is told: what may hold yet counts less than what does not.
fn lack(told: &Read<Judgement>) -> usize {
    match told {
        Ok(judged) if judged.does_fail() => 4,
        Ok(judged) if judged.does_hold() || judged.is_skipped() => 0,
        _ => 1,
    }
}

/// Of several that do what is wanted, that to which least is missing, as `weigh` says; of equal ones the first. A first try is often
/// left beside what came of it. Those after one to which nothing is missing are not weighed.
pub async fn of_least_lack<T, W>(all: Vec<T>, weigh: impl AsyncFn(T) -> (usize, W)) -> Option<W> {
    let mut best: Option<(usize, W)> = None;
    for one in all {
        let (lacks, weighed) = weigh(one).await;
        if best.as_ref().is_none_or(|(least, _)| lacks < *least) {
            best = Some((lacks, weighed));
        }
        if lacks == 0 {
            break;
        }
    }
    best.map(|(_, weighed)| weighed)
}

/// Whether one of the words stands in a name, whatever its case.
fn has_word(name: &str, words: &[&str]) -> bool {
    let name = name.to_lowercase();
    words.iter().any(|word| name.contains(word))
}
