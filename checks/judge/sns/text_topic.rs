//! Which topic is for text messages: its name is the learner's, so what it says and who is subscribed tell.

use crate::judgement::NearMiss;

/// How many topics are searched for a phone.
pub const MOST: usize = 5;
/// What phones are subscribed by.
pub const PROTOCOL: &str = "sms";
/// What the name of such a topic has in it, in lower case.
const WORDS: [&str; 4] = ["text", "sms", "phone", "mobile"];
/// What the name of a topic ends in that keeps an order, and sends to queues alone.
const FIFO: &str = ".fifo";

/// The topics that are not for e-mail.
pub fn others<'a>(names: &'a [String], email: &str) -> Vec<&'a str> {
    let without_kind = |name: &str| name.strip_suffix(FIFO).unwrap_or(name) != email;
    names.iter().map(String::as_str).filter(|name| without_kind(name)).collect()
}

fn is_telling(name: &str) -> bool {
    WORDS.iter().any(|word| name.to_lowercase().contains(word))
}

/// The first topic of the standard kind whose name says that it is for text messages.
pub fn telling<'a>(names: &[&'a str]) -> Option<&'a str> {
    names.iter().copied().find(|name| is_telling(name) && !name.ends_with(FIFO))
}

/// What there is instead of such a topic.
pub fn instead(names: &[&str]) -> Option<NearMiss> {
    if let Some(fifo) = names.iter().find(|name| is_telling(name) && name.ends_with(FIFO)) {
        return Some(NearMiss {
            found: format!("the FIFO topic {fifo}"),
            advice: format!(
                "A FIFO topic sends its messages to queues alone, and to no phone. Its type cannot be changed: create a topic \
                 of the type Standard, and delete {fifo}."
            ),
        });
    }
    let others: Vec<&str> = names.iter().copied().take(MOST).collect();
    (!others.is_empty()).then(|| NearMiss {
        found: format!("{}, which nothing says is for text messages", others.join(", ")),
        advice: "Create a topic whose name says so, such as function-sns-send-text, or subscribe your phone to yours."
            .into(),
    })
}
