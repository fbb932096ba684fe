//! The history of an exercise: what happened, what held it up and for how long, and the evidence of its pass.

use jiff::Timestamp;

use crate::catalog::Exercise;
use crate::progress::{DrillResult, Entry, Evidence, Held, StepState};
use crate::ui::time::{duration, minute};
use crate::ui::{Line, Meaning, Span, Style, hanging, lines};

/// What happened, and what held it up; `now` ends what still does.
pub fn exercise(exercise: &Exercise, state: StepState, entry: &Entry, now: Timestamp, width: usize) -> Vec<Line> {
    let mut page = vec![
        Line::from(Span::new(&format!("{}: ", exercise.heading()), Meaning::Heading))
            .with(Span::new(state.name(), Meaning::Strong)),
        Line::default(),
    ];
    if let Some(started) = entry.started {
        page.push(row(&minute(started), "started"));
    }
    page.extend(entry.history.iter().map(|event| row(&minute(event.at), &event.what.to_string())));
    if *entry == Entry::default() {
        page.push(row("nothing yet", ""));
    }
    if entry.worked_seconds > 0 {
        page.push(row("worked on it", &duration(entry.worked_seconds)));
    }
    if !entry.held_up.is_empty() {
        page.extend([Line::default(), row("held up by", "")]);
        page.extend(entry.held_up.iter().flat_map(|held| hindrance(held, now, width)));
    }
    page.push(Line::default());
    page
}

/// How the drills of an exercise ended.
pub fn drills<'a>(results: impl Iterator<Item = &'a DrillResult>) -> Vec<Line> {
    let mut page: Vec<Line> = results.map(|result| row(&minute(result.at), &result.words())).collect();
    if !page.is_empty() {
        page.push(Line::default());
    }
    page
}

/// The evidence of a pass.
pub fn evidence(evidence: &Evidence, width: usize) -> Vec<Line> {
    let kind = if evidence.place.practice { "practice account" } else { "account" };
    let at = evidence.place.endpoint.as_ref().map_or_else(String::new, |endpoint| format!(" at {endpoint}"));
    let how = if evidence.asked { "answered" } else { "seen" };
    let text = format!(
        "{how} {} in {kind} {}{at}, by msl-learn {}",
        minute(evidence.at),
        evidence.place.account,
        evidence.version
    );
    let mut page = hanging(&Span::plain("  "), &lines(&text, Style::default()), width);
    for seen in &evidence.findings {
        let word = if seen.skipped { "skipped" } else { "holds" };
        page.extend(hanging(&label(word), &lines(&seen.clause, Style::default()), width));
        page.extend(seen.found.iter().flat_map(|found| hanging(&label(""), &lines(found, Meaning::Dim), width)));
    }
    if evidence.left_out > 0 {
        page.push(Line::from(label("")).with(Span::plain(&format!("and {} more", evidence.left_out))));
    }
    page.push(Line::default());
    page
}

fn hindrance(held: &Held, now: Timestamp, width: usize) -> Vec<Line> {
    let length = duration(held.seconds(now));
    let word = if held.until.is_some() { length } else { format!("{length}, still") };
    hanging(&label(&word), &lines(&held.clause, Style::default()), width)
}

fn label(word: &str) -> Span {
    Span::new(&format!("  {word:<18}"), Meaning::Dim)
}

fn row(left: &str, right: &str) -> Line {
    Line::from(label(left)).with(Span::plain(right)).trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_drills_ended() {
        let result = |won, hints| DrillResult {
            at: "2026-11-30T10:00:00Z".parse().expect("a time"),
            broken: vec!["ch05/lambda_integration/own_account".into()],
            won,
            hints,
            seconds: 60,
            foreseen: None,
        };
        let results = [result(true, 0), result(true, 1), result(false, 3)];
        let words: Vec<String> = drills(results.iter()).iter().map(Line::text).collect();
        let ends: Vec<&str> = words.iter().filter_map(|line| Some(line.rsplit_once("  ")?.1)).collect();
        assert_eq!(ends, ["drill won", "drill won, 1 hint", "drill given up, 3 hints"]);
        assert!(drills([].iter()).is_empty());
    }
}
