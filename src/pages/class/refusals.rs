//! What did not count, and why: accounts that could not be read, and hand-ins that were refused.

use std::cmp::Reverse;

use super::board::BoardRequest;
use super::{Called, MOST_NAMED, first_few};
use crate::class::notices::{Notice, NoticeAbout};
use crate::class::standing::{ClassStanding, LearnerGroup, Standing};
use crate::pages::web::escaped;
use crate::ui::time::minute;

/// Hand-ins that were refused.
pub const REFUSED: &str = "Hand-ins that were refused";

/// A hand-in that was refused.
struct Refused<'a> {
    file: &'a str,
    notice: &'a Notice,
    /// Whose it is by its name, if that tells.
    whose: Option<&'a Standing>,
}

/// Learners who could not be read for the same reason. After a first round that may be most of the class.
struct Unread<'a> {
    why: &'a str,
    learners: Vec<&'a Standing>,
}

/// Those whose account could not be read the last time, and those whom a run in the cloud did not read and nobody later did.
fn all_unread<'a>(standing: &'a ClassStanding, notices: &'a [Notice]) -> Vec<Unread<'a>> {
    let by_round = standing.unread().map(|(one, trouble)| (one, trouble.words()));
    let by_run = notices.iter().filter(|notice| notice.about == NoticeAbout::Run).filter_map(|notice| {
        let one = standing.learners.iter().find(|one| notice.learner.as_ref() == Some(&one.learner.pseudonym))?;
        one.last.is_none_or(|last| last < notice.at).then_some((one, notice.why.as_str()))
    });
    let mut all: Vec<Unread> = Vec::new();
    for (one, why) in by_round.chain(by_run) {
        match all.iter_mut().find(|unread| unread.why == why) {
            Some(unread) => unread.learners.push(one),
            None => all.push(Unread { why, learners: vec![one] }),
        }
    }
    all
}

/// Hand-ins that were refused and that no later one has made up for, the newest first.
fn all_refused<'a>(standing: &'a ClassStanding, notices: &'a [Notice]) -> Vec<Refused<'a>> {
    let refused = |notice: &'a Notice| {
        let NoticeAbout::HandIn(file) = &notice.about else { return None };
        let Some(pseudonym) = &notice.learner else { return Some(Refused { file, notice, whose: None }) };
        // One of another section is told there.
        let one = standing.learners.iter().find(|one| one.learner.pseudonym == *pseudonym)?;
        one.handed_in.is_none_or(|at| at < notice.at).then_some(Refused { file, notice, whose: Some(one) })
    };
    let mut all: Vec<_> = notices.iter().filter_map(refused).collect();
    all.sort_by_key(|refused| Reverse(refused.notice.at));
    all
}

/// Who could not be read, a line a reason.
pub fn unread_lines(standing: &ClassStanding, notices: &[Notice]) -> Vec<String> {
    let line = |unread: &Unread| {
        let names = unread.learners.iter().map(|one| one.learner.called.as_str());
        format!("{}: {}", first_few(names, "; "), unread.why)
    };
    all_unread(standing, notices).iter().map(line).collect()
}

/// What was refused, a line a hand-in.
pub fn refused_lines(standing: &ClassStanding, notices: &[Notice]) -> Vec<String> {
    let line = |one: &Refused| {
        let whose = one.whose.map_or("", |whose| whose.learner.called.as_str());
        let whose = if whose.is_empty() { String::new() } else { format!("{whose}: ") };
        format!("{whose}{}: {}. Since {}.", one.file, one.notice.why, minute(one.notice.at))
    };
    all_refused(standing, notices).iter().map(line).collect()
}

/// Who could not be read, on the board.
pub fn unread(asked: &BoardRequest) -> String {
    let all = all_unread(asked.standing, asked.notices);
    if all.is_empty() {
        return String::new();
    }
    let rows: String = all.iter().map(|unread| unread.row(asked)).collect();
    format!("<h2 id=\"unread\">Who cannot be read</h2>\n<p>This is no grade.</p>\n<ul>\n{rows}</ul>\n")
}

impl Unread<'_> {
    /// A few are named at once; of many it is said how many, so that what stands below stays near.
    fn row(&self, asked: &BoardRequest) -> String {
        let (why, all) = (escaped(self.why), self.learners.len());
        let names = self.learners.iter().map(|one| escaped(asked.called.of(&one.learner)));
        if all <= MOST_NAMED {
            return format!("<li><b>{}</b>: {why}</li>\n", names.collect::<Vec<_>>().join("</b>, <b>"));
        }
        let names: String = names.take(asked.most).map(|name| format!("<li>{name}</li>")).collect();
        let rest = asked.rest(all.saturating_sub(asked.most), LearnerGroup::Unread);
        let id: String = self.why.chars().filter(char::is_ascii_alphanumeric).collect();
        format!(
            "<li><b>{all} learners</b>: {why}<details id=\"unread-{id}\"><summary id=\"show-unread-{id}\">Who</summary>\
             <ul>{names}{rest}</ul></details></li>\n"
        )
    }
}

/// What was refused, on the board.
pub fn hand_ins(asked: &BoardRequest) -> String {
    let all = all_refused(asked.standing, asked.notices);
    if all.is_empty() {
        return String::new();
    }
    let row = |one: &Refused| {
        let whose = one.whose.map_or("Not known whose", |whose| asked.called.of(&whose.learner));
        // An LMS writes the learner's name into it.
        let file = if asked.called == Called::ByName { format!(" ({})", one.file) } else { String::new() };
        let (why, at) = (said(asked, &one.notice.why), minute(one.notice.at));
        format!("<li><b>{}</b>: {}{}. Since {at}.</li>\n", escaped(whose), escaped(&why), escaped(&file))
    };
    let rows: String = all.iter().take(asked.most).map(row).collect();
    let left = all.len().saturating_sub(asked.most);
    let rest = if left == 0 { String::new() } else { format!("<li>and {left} more</li>\n") };
    format!(
        "<h2 id=\"refused\">{REFUSED}</h2>\n<p>They do not count. Whose each is, only its name tells.</p>\n\
         <ul>\n{rows}{rest}</ul>\n"
    )
}

/// The reason, in which a learner may be named.
fn said(asked: &BoardRequest, why: &str) -> String {
    if asked.called == Called::ByName {
        return why.to_owned();
    }
    let learners = asked.class.learners.iter().map(|one| &one.learner);
    learners.fold(why.to_owned(), |text, learner| {
        let text = replaced(&text, &learner.called, &learner.pseudonym);
        replaced(&text, &learner.name, &learner.pseudonym)
    })
}

/// The text with the name replaced where it stands as a word of its own: a name may be a single letter.
fn replaced(text: &str, name: &str, pseudonym: &str) -> String {
    let is_part = |one: Option<char>| one.is_some_and(char::is_alphanumeric);
    let (mut put, mut done) = (String::new(), 0);
    for (at, found) in text.match_indices(name) {
        let end = at + found.len();
        if !is_part(text[..at].chars().next_back()) && !is_part(text[end..].chars().next()) {
            put += &text[done..at];
            put += pseudonym;
            done = end;
        }
    }
    put + &text[done..]
}

#[cfg(test)]
mod tests {
    use super::replaced;

    #[test]
    fn a_name_is_replaced_as_a_word_alone() {
        assert_eq!(replaced("that of A: it was A's, not Ann", "A", "l-0"), "that of l-0: it was l-0's, not Ann");
        assert_eq!(replaced("of Doe, Jane", "Doe, Jane", "l-1"), "of l-1");
    }
}
