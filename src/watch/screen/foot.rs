//! The foot of a page: when the last check was, when the next one is, and the keys.

use jiff::{SignedDuration, Timestamp};

use crate::ui::{Line, Meaning, Span};
use crate::watch::session::{Action, BINDINGS, CheckOutcome, Pause, Scope, Session};

/// The blanks between two keys.
const GAP: usize = 2;

/// The state of the checks.
pub fn status(session: &Session) -> Line {
    let text = match session.checks.under_way() {
        Some(Scope::One) => format!("checking … {}", age(session)),
        Some(Scope::Review) => "checking everything done so far …".into(),
        None => match session.pause() {
            Some(Pause::Idle) => "paused: no key for 30 minutes; any key goes on".into(),
            Some(Pause::Hidden) => "paused: the terminal was hidden for 15 minutes; any key goes on".into(),
            None if session.exercise().is_none() => age(session),
            None => checked(session),
        },
    };
    Line::from(Span::new(text.trim_end(), Meaning::Dim))
}

fn checked(session: &Session) -> String {
    let wait = session.pace.due().duration_since(session.now);
    let next = if wait.is_positive() { format!("in {}", span(wait)) } else { "now".into() };
    let age = age(session);
    match session.pace.outcome() {
        CheckOutcome::Failed => format!("account not reachable; retrying {next}"),
        CheckOutcome::Waiting(_) => format!("{age}, next {next}; AWS is still working"),
        CheckOutcome::Throttled => format!("{age}, next {next}; AWS asks for fewer requests"),
        CheckOutcome::Changed | CheckOutcome::Same | CheckOutcome::CannotTell => format!("{age}, next {next}"),
    }
}

fn age(session: &Session) -> String {
    let since = |last: Timestamp| format!("checked {} ago", span(session.now.duration_since(last)));
    session.pace.last().map(since).unwrap_or_default()
}

/// A length of time in its largest unit, rounded down.
fn span(length: SignedDuration) -> String {
    match length.as_secs().max(0) {
        seconds @ 0..60 => format!("{seconds} s"),
        seconds @ 60..3600 => format!("{} min", seconds / 60),
        seconds => format!("{} h", seconds / 3600),
    }
}

/// The notice, or else as many keys as fit.
pub fn keys(session: &Session) -> Line {
    if let Some(notice) = &session.notice {
        return Line::from(Span::new(notice, Meaning::Notice));
    }
    let usable = BINDINGS.iter().filter(|binding| is_usable(binding.action, session));
    let hints: Vec<(String, &str)> = usable.map(|binding| (binding.key.to_string(), binding.word)).collect();
    let hints: Vec<(&str, &str)> = hints.iter().map(|(key, word)| (key.as_str(), *word)).collect();
    hinted(&hints, &[("?", "keys"), ("q", "leave")], session.size.columns.into())
}

/// Whether a key does something at this step.
fn is_usable(action: Action, session: &Session) -> bool {
    match (action, session.exercise()) {
        (Action::Next, _) => session.may_go_on(),
        (Action::Skip, None) => session.step.is_some_and(|step| session.progress.is_open(step)),
        (Action::Skip, Some(_)) => false,
        (_, Some(_)) | (Action::Walkthrough | Action::List | Action::Quiz | Action::CheckAll, None) => true,
        (_, None) => false,
    }
}

/// Keys with their words: `last` always, and before them as many of `first` as fit.
pub fn hinted(first: &[(&str, &str)], last: &[(&str, &str)], columns: usize) -> Line {
    let length = |(key, word): &(&str, &str)| key.chars().count() + 1 + word.len() + GAP;
    let mut room = columns.saturating_sub(last.iter().map(length).sum());
    let fitting = first.iter().filter(|hint| !last.contains(hint)).take_while(|hint| {
        let fits = length(hint) <= room;
        room = room.saturating_sub(length(hint));
        fits
    });
    let mut line = Line::default();
    for (key, word) in fitting.chain(last) {
        line.push(Span::new(key, Meaning::Strong));
        line.push(Span::plain(&format!(" {word}{:GAP$}", "")));
    }
    line.trim_end()
}
