//! Whether a function's code takes the event that a rule of EventBridge gives it. S3's own notifications have `Records`, the
//! events of EventBridge have `detail` (Amazon S3 User Guide, "Event message structure", "Using EventBridge").

use serde_json::Value;

use crate::documents::code::Taken;
use crate::documents::package::Package;
use crate::judgement::Judgement;
use crate::services::eventbridge::Gives;

const RECORDS: &str = "Records";
const DETAIL: &str = "detail";

/// What is wrong if the code takes another event than `gives` makes of this one.
pub fn misfit(package: &Package, gives: &Gives, event: &Value) -> Option<Judgement> {
    let [taken, other] = [RECORDS, DETAIL].map(|name| package.code().takes(name));
    let (wanted, taken) = match (taken, other) {
        (_, Taken::Never) => (RECORDS, taken),
        (Taken::Never, _) => (DETAIL, other),
        _ => return None,
    };
    if taken == Taken::Never || has(gives, event, wanted) {
        return None;
    }
    if taken == Taken::Perhaps || is_caught(package, wanted) {
        return Some(Judgement::skips(format!(
            "not told from the code, which may do without {wanted}: the function's log shows what it does with the rule's event"
        )));
    }
    let found = format!("a rule that calls it with an event without {wanted}, which its code takes");
    Some(Judgement::fails(format!("an event with {wanted}"), found).advising(advice(wanted)))
}

fn advice(wanted: &str) -> &'static str {
    match wanted {
        RECORDS => {
            "A rule gives the function EventBridge's event. Take the key from event[\"detail\"][\"object\"][\"key\"] in the code, \
             and choose Deploy; or give the rule's target an input transformer that makes Records of it."
        }
        _ => {
            "The target of the rule makes another event of it. Remove its input settings, so that the function gets the matched \
             event."
        }
    }
}

/// Whether what the function gets has a member of this name.
fn has(gives: &Gives, event: &Value, name: &str) -> bool {
    match gives {
        Gives::Event => event.get(name).is_some(),
        Gives::Part(path) => {
            let part = path.trim_start_matches("$.").split('.').try_fold(event, |part, field| part.get(field));
            part.is_some_and(|part| part.get(name).is_some())
        }
        Gives::Text(text) => text.contains(&format!("\"{name}\"")),
    }
}

/// Whether the code may go on where the event has no member of this name.
fn is_caught(package: &Package, name: &str) -> bool {
    package.sources().any(|(path, text)| match path.ends_with(".py") {
        true => is_tried(text, name),
        false => text.contains("catch"),
    })
}

/// Whether a line of Python with this name is within a `try` of its function.
fn is_tried(text: &str, name: &str) -> bool {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let indent = |line: &str| line.len() - line.trim_start().len();
    let is_within = |place: usize| {
        let mut inner = indent(lines[place]);
        for line in lines[..place].iter().rev().filter(|line| !line.trim_start().starts_with('#')) {
            if indent(line) < inner {
                inner = indent(line);
                if line.trim_start().starts_with("try:") {
                    return true;
                }
            }
        }
        false
    };
    (0..lines.len()).any(|place| lines[place].contains(name) && is_within(place))
}
