//! Reads the header of a file in `mistakes/`: a title, then lines of the form `# key: value`.

use crate::harness::promise::{Promised, Starts};
use crate::harness::verdict::{ClauseVerdict, Verdict};

const KEYS: [&str; 6] = ["starts", "verdict", "visitor", "lesson", "finding", "says"];

/// What a header says, complete or not.
#[derive(Default)]
pub struct Header {
    pub starts: Option<Starts>,
    pub verdict: Option<Verdict>,
    pub visitor: Option<String>,
    pub lesson: Option<String>,
    pub findings: Vec<Promised>,
}

impl Header {
    /// Reads title and header; an error comes with its line's number.
    pub fn read(script: &str) -> Result<(&str, Self), (usize, String)> {
        let mut lines = script.lines().map_while(|line| line.strip_prefix('#')).map(str::trim);
        let title = lines.next().filter(|line| !line.is_empty() && !line.starts_with('!') && !is_of_a_header(line));
        let title = title.ok_or((1, "the first line must be a comment that names the mistake".into()))?;
        let mut header = Self::default();
        header.take_all(lines)?;
        Ok((title, header))
    }

    /// The header ends with the first line that is no `key: value`; what follows explains the script, and must not look
    /// like a part of the header that got there by mistake.
    fn take_all<'a>(&mut self, lines: impl Iterator<Item = &'a str>) -> Result<(), (usize, String)> {
        let mut ended = false;
        for (number, line) in (2..).zip(lines) {
            match entry(line) {
                None => ended = true,
                Some((key, value)) if !ended => self.take(key, value).map_err(|error| (number, error))?,
                Some((key, _)) if is_of_a_header(line) => {
                    return Err((number, format!("`{key}` stands below the header")));
                }
                Some(_) => {}
            }
        }
        Ok(())
    }

    fn take(&mut self, key: &str, value: &str) -> Result<(), String> {
        match key {
            "starts" => once(key, &mut self.starts, starts(value)?),
            "verdict" => once(key, &mut self.verdict, verdict(value)?),
            "visitor" => once(key, &mut self.visitor, sentence(key, value)?),
            "lesson" => once(key, &mut self.lesson, sentence(key, value)?),
            "finding" => self.finding(value),
            "says" => self.says(value),
            _ => Err(unexpected("key", key, &KEYS.join(", "))),
        }
    }

    fn finding(&mut self, value: &str) -> Result<(), String> {
        self.findings.push(promised(value)?);
        Ok(())
    }

    fn says(&mut self, text: &str) -> Result<(), String> {
        let finding = self.findings.last_mut().ok_or("`says` has no `finding` above it")?;
        finding.says.push(text.into());
        Ok(())
    }
}

/// A line of the form `key: value`, the key being one word.
fn entry(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let one_word = !key.is_empty() && key.trim_end().chars().all(char::is_alphabetic);
    one_word.then_some((key, value.trim()))
}

/// Whether a line has one of the header's keys, however spelt.
fn is_of_a_header(line: &str) -> bool {
    entry(line).is_some_and(|(key, _)| KEYS.contains(&&*key.trim_end().to_lowercase()))
}

fn once<T>(key: &str, place: &mut Option<T>, value: T) -> Result<(), String> {
    match place.replace(value) {
        Some(_) => Err(format!("`{key}` stands here a second time")),
        None => Ok(()),
    }
}

fn sentence(key: &str, value: &str) -> Result<String, String> {
    match value.strip_suffix(['.', '?', '!']) {
        Some(text) if !text.trim().is_empty() => Ok(value.to_owned()),
        _ => Err(format!("`{key}` is to be one sentence, with its full stop: `{value}`")),
    }
}

fn starts(value: &str) -> Result<Starts, String> {
    match value {
        "before" => Ok(Starts::Before),
        "solved" => Ok(Starts::Solved),
        _ => Err(unexpected("start", value, "before or solved")),
    }
}

fn verdict(value: &str) -> Result<Verdict, String> {
    match value {
        "done" => Ok(Verdict::Done),
        "not done" => Ok(Verdict::NotDone),
        "not ready yet" => Ok(Verdict::NotReady),
        "cannot tell" => Ok(Verdict::CannotTell),
        _ => Err(unexpected("verdict", value, "done, not done, not ready yet or cannot tell")),
    }
}

fn promised(value: &str) -> Result<Promised, String> {
    let (verdict, clause) =
        value.split_once(" | ").ok_or_else(|| unexpected("finding", value, "`verdict | id of the clause`"))?;
    let verdict = match verdict {
        "holds" => ClauseVerdict::Holds,
        "fails" => ClauseVerdict::Fails,
        "not ready" => ClauseVerdict::NotReady,
        "cannot tell" => ClauseVerdict::CannotTell,
        "skipped" => ClauseVerdict::Skipped,
        _ => return Err(unexpected("verdict", verdict, "holds, fails, not ready, cannot tell or skipped")),
    };
    Ok(Promised { verdict, clause: clause.into(), says: Vec::new() })
}

fn unexpected(what: &str, found: &str, expected: &str) -> String {
    format!("unknown {what} `{found}`: expected {expected}")
}
