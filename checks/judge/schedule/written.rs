//! Judgements of the file that a function writes by the clock.

use jiff::Timestamp;

use crate::documents::function_log::FunctionLog;
use crate::judge::lambda::runs;
use crate::judge::schedule::{Next, Trigger};
use crate::judgement::{Found, Judgement};
use crate::services::s3::object::Content;
use crate::wait;

/// How many digits a time has at least: those of a year.
const TIME: usize = 4;

/// The file has a line of data. Before the function has had its time, that is not ready yet; a header alone is none.
pub fn has_line(file: &Found<Content>, log: Option<&FunctionLog>, trigger: &Trigger, now: Timestamp) -> Judgement {
    const EXPECTED: &str = "a file with a line of data";
    if let Some(judged) = lines_of(file) {
        return with_last_run(judged, log);
    }
    let found = match file {
        Found::Here(content) => format!("{} without a line of data", content.object.key),
        Found::Missing(near) => near.as_ref().map_or_else(|| "no such file".to_owned(), |near| near.found.clone()),
    };
    if let Some(failure) = runs::last_failure(log) {
        return Judgement::fails(EXPECTED, format!("{found}, and the last run ended with {failure}")).advising(
            "Read the function's log: the last entry before END says what went wrong. AccessDeniedException names the action \
             that the policy of exercise 8.10 lacks. Then run the function once by itself.",
        );
    }
    let Next::At(next) = trigger.next(now) else { return Judgement::fails(EXPECTED, found) };
    if !trigger.is_enabled {
        return Judgement::fails(EXPECTED, found);
    }
    let seconds = u32::try_from(next.duration_since(now).as_secs()).unwrap_or(u32::MAX);
    let found = format!("{found}; the function runs next on {}", trigger.by_its_clock(next));
    Judgement::waits(EXPECTED, found, wait::until(seconds)).advising(advice(log))
}

/// The lines of data that the file has; nothing if it has none.
pub fn lines_of(file: &Found<Content>) -> Option<Judgement> {
    let Found::Here(content) = file else { return None };
    match lines(&content.text) {
        0 => None,
        1 => Some(Judgement::holds("1 line of data")),
        some => Some(Judgement::holds(format!("{some} lines of data"))),
    }
}

/// A file that has lines, and what is wrong with the last run nevertheless.
fn with_last_run(judged: Judgement, log: Option<&FunctionLog>) -> Judgement {
    match runs::last_failure(log) {
        Some(failure) => judged.advising(format!(
            "The last run ended with {failure}: the file has not grown in it. Read the function's log, the last entry before END."
        )),
        None => judged,
    }
}

/// Lines that name a time, as a header does not.
fn lines(text: &str) -> usize {
    let names_time = |line: &&str| {
        let digits = line.split(|letter: char| !letter.is_ascii_digit());
        digits.map(str::len).any(|length| length >= TIME)
    };
    text.lines().filter(names_time).count()
}

fn advice(log: Option<&FunctionLog>) -> &'static str {
    match log.is_some_and(|log| !log.runs.is_empty()) {
        true => {
            "The function ran, and wrote no line: the interval of the parameters was not over yet, or nobody signed in during it. \
             Look at the two parameters of exercise 8.9, or set the start further back, and wait for the next run."
        }
        false => {
            "Nothing is wrong. To see it sooner, run the function once by itself: the walkthrough says how, and what the two \
             parameters of exercise 8.9 must be for that."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn a_header_is_no_line_of_data() {
        assert_eq!(lines(""), 0);
        assert_eq!(lines("timestamp,dataType\n"), 0);
        assert_eq!(lines("\u{feff}Time (ms),Kind 1\r\n\r\n"), 0);
        assert_eq!(lines("timestamp\n1764441000000\n"), 1);
        assert_eq!(lines("2026-11-29T18:30:00Z,auth-callback\r\n2026-11-30T18:30:00Z,auth-callback"), 2);
    }
}
