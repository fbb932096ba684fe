//! A review as a page of text: what changed, what to do next, then each pillar with its risks first.

mod html;

use msl_learn_checks::review::{MOST_CALLS, Practice, Risk, Seen};

use crate::catalog;
use crate::review::{Changed, PillarReview, PracticeGroup, Reviewed, name};
use crate::ui::time::minute;
use crate::ui::{Line, Meaning, Span, Style, blanks, counted, hanging, lines, paragraph, wrap_all};

pub use html::page as html;

/// The width of the longest word before a practice, and the gap after it.
const LABEL: usize = 13;
/// The columns before what is said of a practice.
const BELOW: usize = 4;
/// The sentences of practices are those of an account in which nothing is left to do.
pub(super) const HOW_TO_READ: &str =
    "Each practice says what should be so. What is marked high or medium is not so yet: high risks come first.";
/// The heading of what to do next, which the sentences of practices go on.
pub(super) const NEXT: &str = "Next, make sure that";
/// How many resources of one practice are shown one by one.
const MOST_SHOWN: usize = 6;

/// The whole page.
pub fn page(reviewed: &Reviewed, account: &str, width: usize) -> Vec<Line> {
    let mut page = head(reviewed, account, width);
    page.extend(changed(reviewed, width));
    page.extend(next(reviewed, width));
    page.extend(reviewed.pillars.iter().flat_map(|one| pillar(one, width)));
    page.extend(left_out(reviewed, width));
    page
}

fn head(reviewed: &Reviewed, account: &str, width: usize) -> Vec<Line> {
    let (high, medium) = (reviewed.risks(Risk::High), reviewed.risks(Risk::Medium));
    let words =
        format!("Review of account {account}: {}, {}", counted(high, "high risk"), counted(medium, "medium risk"));
    let meaning = if high > 0 { Meaning::Bad } else { Meaning::Heading };
    let mut page = wrap_all(&[Line::from(Span::new(&words, Style::from(meaning).and(Meaning::Strong)))], width);
    page.extend(paragraph(HOW_TO_READ, Meaning::Dim, width));
    page.push(Line::default());
    page
}

/// What became better or worse since the last review.
fn changed(reviewed: &Reviewed, width: usize) -> Vec<Line> {
    let Some(since) = reviewed.changed.since else { return Vec::new() };
    let mut page = Vec::new();
    let Changed { better, worse, new, .. } = &reviewed.changed;
    let same = better.is_empty() && worse.is_empty() && new.is_empty();
    let heading = match same {
        true => format!("Nothing has become better or worse since {}.", minute(since)),
        false => format!("Since {}:", minute(since)),
    };
    page.extend(paragraph(&heading, Style::default(), width));
    for (word, meaning, all) in
        [("worse", Meaning::Bad, worse), ("new", Meaning::Bad, new), ("better", Meaning::Good, better)]
    {
        for text in all {
            page.extend(labelled(word, meaning, text, width));
        }
    }
    page.push(Line::default());
    page
}

/// The things to do next.
fn next(reviewed: &Reviewed, width: usize) -> Vec<Line> {
    let next = reviewed.next();
    if next.is_empty() {
        return Vec::new();
    }
    let mut page = vec![Line::from(Span::new(NEXT, Meaning::Heading))];
    for (at, group) in next.into_iter().enumerate() {
        let text = format!("{} ({})", group.practice.text(), resources(group));
        page.extend(hanging(&Span::plain(&format!("  {}. ", at + 1)), &lines(&text, Meaning::Strong), width));
        page.extend(below(&format!("do: {}", advice(group)), width));
        page.extend(below(&format!("costs: {}", group.practice.cost), width));
    }
    page.push(Line::default());
    page
}

fn pillar(of: &PillarReview, width: usize) -> Vec<Line> {
    let counts = format!(
        "{}: {}, {}",
        name(of.pillar),
        counted(of.count(Risk::High), "high risk"),
        counted(of.count(Risk::Medium), "medium risk")
    );
    let mut page = vec![Line::from(Span::new(&counts, Meaning::Heading))];
    page.extend(of.risks.iter().flat_map(|group| risk(group, width)));
    page.extend(of.unknown.iter().flat_map(|group| unknown(group, width)));
    for text in kept(of) {
        page.extend(labelled("kept", Meaning::Good, &text, width));
    }
    for (question, answer) in &of.asked {
        let (word, meaning) = match answer {
            Some(true) => ("yes", Meaning::Good),
            Some(false) => ("no", Meaning::Bad),
            None => ("not answered", Meaning::Waiting),
        };
        page.extend(labelled(word, meaning, question.text, width));
    }
    if of.unneeded > 0 {
        let text = format!("{} about what is not there, or what does not apply", counted(of.unneeded, "practice"));
        page.extend(labelled("skipped", Meaning::Dim, &text, width));
    }
    page.push(Line::default());
    page
}

fn risk(group: &PracticeGroup, width: usize) -> Vec<Line> {
    let (word, meaning) = match group.practice.risk {
        Risk::High => ("high", Meaning::Bad),
        Risk::Medium => ("medium", Meaning::Waiting),
    };
    let mut page = labelled(word, meaning, group.practice.text(), width);
    for seen in group.seen.iter().take(MOST_SHOWN) {
        page.extend(below(&format!("{}: {}", seen.resource, found(seen)), width));
    }
    if let Some(more) = group.seen.len().checked_sub(MOST_SHOWN).filter(|more| *more > 0) {
        page.extend(below(&format!("and {more} more"), width));
    }
    page.extend(below(&format!("do: {}", advice(group)), width));
    page.extend(below(&format!("costs: {}", group.practice.cost), width));
    page.extend(below(&sources(group.practice), width));
    page
}

fn unknown(group: &PracticeGroup, width: usize) -> Vec<Line> {
    let text = format!("{} ({})", group.practice.text(), resources(group));
    let mut page = labelled("cannot tell", Meaning::Unknown, &text, width);
    let first = group.seen.first();
    page.extend(first.into_iter().flat_map(|seen| below(&why(seen), width)));
    page
}

/// What was found, and what was expected instead.
pub(super) fn found(seen: &Seen) -> String {
    let found = seen.finding.found.as_deref().unwrap_or("nothing");
    match &seen.finding.expected {
        Some(expected) => format!("{found}; expected: {expected}"),
        None => found.to_owned(),
    }
}

/// Why a practice cannot be told.
pub(super) fn why(seen: &Seen) -> String {
    let reason = seen.finding.reason.as_ref();
    let place = reason.map(|reason| reason.operation.as_str()).filter(|operation| !operation.is_empty());
    let message = reason.map_or("", |reason| reason.message.as_str());
    match place {
        Some(operation) => format!("{operation}: {message}"),
        None => message.to_owned(),
    }
}

/// What to do about a risk, as the first resource has it.
pub(super) fn advice(group: &PracticeGroup) -> &str {
    group.seen.first().and_then(|seen| seen.finding.advice.as_deref()).unwrap_or_default()
}

/// The resources of which it is so, the first of many by name.
pub(super) fn resources(group: &PracticeGroup) -> String {
    let names = group.seen.iter().take(MOST_SHOWN).map(|seen| seen.resource.as_str()).collect::<Vec<_>>().join(", ");
    match group.seen.len().checked_sub(MOST_SHOWN).filter(|more| *more > 0) {
        Some(more) => format!("{names}, and {more} more"),
        None => names,
    }
}

/// The practices that are kept, in one text those that the same resources keep, whose names are said once.
pub(super) fn kept(of: &PillarReview) -> Vec<String> {
    let mut alike: Vec<Vec<&PracticeGroup>> = Vec::new();
    for group in &of.kept {
        match alike.iter_mut().find(|others| names(others[0]) == names(group)) {
            Some(others) => others.push(group),
            None => alike.push(vec![group]),
        }
    }
    let in_words = |groups: &Vec<&PracticeGroup>| {
        let texts: Vec<&str> = groups.iter().map(|group| group.practice.text()).collect();
        format!("{} ({})", texts.join("; "), resources(groups[0]))
    };
    alike.iter().map(in_words).collect()
}

fn names(group: &PracticeGroup) -> Vec<&str> {
    group.seen.iter().map(|seen| seen.resource.as_str()).collect()
}

/// Who says so, and what teaches it.
pub(super) fn sources(practice: &Practice) -> String {
    let rule = Some(practice.rule).filter(|rule| !rule.is_empty()).map(str::to_owned);
    let read = catalog::exercise(practice.exercise).ok().map(|exercise| format!("msl-learn read {}", exercise.id()));
    let all = [Some(practice.framework.to_owned()), rule, read];
    all.into_iter().flatten().collect::<Vec<_>>().join(" | ")
}

/// What was not checked, and how far a review goes.
fn left_out(reviewed: &Reviewed, width: usize) -> Vec<Line> {
    if reviewed.left_out.is_empty() {
        return Vec::new();
    }
    paragraph(&not_reviewed(reviewed), Meaning::Dim, width)
}

/// What was left out, in words.
pub(super) fn not_reviewed(reviewed: &Reviewed) -> String {
    let all = reviewed.left_out.join(", ");
    format!("Not reviewed: {all}. A review of the whole account sends {MOST_CALLS} calls at the most.")
}

fn labelled(word: &str, meaning: Meaning, text: &str, width: usize) -> Vec<Line> {
    hanging(&Span::new(&format!("  {word:<LABEL$}"), meaning), &lines(text, Style::default()), width)
}

fn below(text: &str, width: usize) -> Vec<Line> {
    hanging(&blanks(LABEL + BELOW), &lines(text, Style::default()), width)
}

#[cfg(test)]
mod tests;
