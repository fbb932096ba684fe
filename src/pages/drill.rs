//! What a drill shows: the task, hints, what is not mended yet, and what was broken.

use msl_learn_checks::{ClauseVerdict, Finding, Verdict};

use super::findings;
use crate::catalog::drill::Drill;
use crate::catalog::{self, Exercise};
use crate::checked::Checked;
use crate::progress::{DrillResult, Drills};
use crate::ui::time::duration;
use crate::ui::{Line, Meaning, Span, Style, hanging, lines, paragraph};

/// How many hints there are: the exercise, the clause, and what was found there.
pub const HINTS: usize = 3;

/// What is asked of the learner; `visitors` is what visitors see.
pub fn task(visitors: &[String], width: usize) -> Vec<Line> {
    let broken = if visitors.len() == 1 { "One thing is broken." } else { "Two things are broken." };
    let mut page = heading(&format!("Drill: {broken}"), width);
    page.extend(text("What a visitor sees:", width));
    page.extend(visitors.iter().flat_map(|line| item(line, width)));
    page.push(Line::default());
    page.extend(text("Find what is broken in the practice account, and mend it.", width));
    page.push(Line::default());
    page.extend(commands(
        &[
            ("msl-learn drill --check", "says when all holds again"),
            ("msl-learn drill --hint", "helps; then the drill comes back next time"),
            ("msl-learn drill --give-up", "shows what is broken, and what mends it"),
        ],
        width,
    ));
    page
}

/// Before the first question, which comes before what visitors see is told.
pub fn question(width: usize) -> Vec<Line> {
    heading("Drill: one thing is broken. What will visitors see?", width)
}

/// Whether the learner foresaw it.
pub fn foreseen(right: bool, width: usize) -> Vec<Line> {
    let said = if right { "That is what they see." } else { "They see something else." };
    let mut page = text(said, width);
    page.push(Line::default());
    page
}

/// The hint of that number, from 1.
pub fn hint(number: usize, checked: &[Checked], width: usize) -> Vec<Line> {
    let mut page = heading(&format!("Hint {number} of {HINTS}"), width);
    for checked in checked {
        page.extend(text(&checked.exercise.heading(), width));
        let failing = checked.findings.iter().filter(|finding| is_failing(finding));
        match number {
            0 | 1 => {}
            2 => page.extend(failing.flat_map(|finding| item(&finding.clause, width))),
            _ => page.extend(failing.flat_map(|finding| seen(finding, width))),
        }
    }
    page.push(Line::default());
    page.extend(text(
        if number < HINTS { "`msl-learn drill --hint` says more." } else { "This is the last hint." },
        width,
    ));
    page
}

/// After a check that does not find it mended, or not yet.
pub fn not_yet(checked: &[Checked], visitors: &[String], width: usize) -> Vec<Line> {
    let count = |verdict| checked.iter().flat_map(|one| &one.findings).filter(|f| f.verdict == verdict).count();
    let (failing, unclear) = (count(ClauseVerdict::Fails), count(ClauseVerdict::CannotTell));
    if failing + unclear == 0 {
        let mut page = heading("AWS is still working: try again in a moment.", width);
        page.extend(text("No clause fails. `msl-learn drill --check` says when all holds again.", width));
        return page;
    }
    let mut page = heading("Not mended yet.", width);
    page.extend(text(&format!("Clauses that fail: {failing}."), width));
    if unclear > 0 {
        page.extend(text(&format!("Clauses that cannot be told: {unclear}."), width));
    }
    page.extend(text("What a visitor saw when the drill began:", width));
    page.extend(visitors.iter().flat_map(|line| item(line, width)));
    page
}

/// Below what a check says while a drill goes on; `broken` are the exercises of the drill, in the book's order. Nothing if it
/// fails nothing that the drill may have broken.
pub fn during(checked: &[Checked], broken: &[&Exercise]) -> Option<String> {
    let place = |exercise: &Exercise| catalog::exercises().position(|other| other.slug == exercise.slug);
    let is_broken = |one: &&Checked| broken.iter().any(|exercise| exercise.slug == one.exercise.slug);
    // An exercise that asks looks at nothing in the account, so no drill has broken it.
    let failing = checked.iter().filter(|one| one.verdict == Verdict::NotDone && one.exercise.asks.is_none());
    let (own, others): (Vec<&Checked>, Vec<&Checked>) = failing.partition(is_broken);
    let last = broken.last().and_then(|exercise| place(exercise));
    let has_later = others.iter().any(|one| place(one.exercise) > last);
    let has_earlier = others.iter().any(|one| place(one.exercise) < last);
    let ids: Vec<String> = own.iter().map(|one| one.exercise.id()).collect();
    let whose = match ids.as_slice() {
        [] if has_earlier => "A drill is going on: what fails before its exercise may come of it".to_owned(),
        [] => return None,
        [id] if has_earlier => {
            format!("A drill is going on: {id} is its exercise, and what fails before it may come of that")
        }
        [id] => format!("A drill is going on: {id} is its exercise"),
        _ => format!(
            "A drill is going on: {} are its exercises, and what fails before may come of that",
            ids.join(" and ")
        ),
    };
    Some(whose + if has_later { ". What comes after it is not built here yet." } else { "." })
}

/// After the drill is won.
pub fn won(result: &DrillResult, broken: &[Broken], width: usize) -> Vec<Line> {
    let hints = match result.hints {
        0 => "without a hint".to_owned(),
        1 => "with 1 hint, so it comes back".to_owned(),
        hints => format!("with {hints} hints, so it comes back"),
    };
    let mut page = heading(&format!("Mended, in {}, {hints}.", duration(result.seconds)), width);
    page.extend(broken.iter().flat_map(|broken| told(broken, width)));
    page.extend(afterwards(broken, width));
    page
}

/// After the learner gave up; `checked` says what fails, and the commands that mend it.
pub fn given_up(broken: &[Broken], checked: &[Checked], width: usize) -> Vec<Line> {
    let mut page = heading("Given up: the drill comes back next time.", width);
    page.extend(broken.iter().flat_map(|broken| told(broken, width)));
    for checked in checked {
        page.extend(findings::checked(checked, width));
        page.push(Line::default());
    }
    page.extend(afterwards(broken, width));
    page
}

/// How many drills were won and given up; nothing if there was none.
pub fn tally(drills: &Drills) -> Option<String> {
    let Drills { won, unaided, given_up, .. } = drills;
    let of_these = if *won > 0 { format!(", {unaided} of them without a hint") } else { String::new() };
    (won + given_up > 0).then(|| format!("Drills: {won} won{of_these}; {given_up} given up"))
}

/// What was broken, with the learner's own names.
pub struct Broken {
    pub drill: Drill,
    pub title: String,
    pub visitor: String,
    pub lesson: String,
    /// The seed with which `msl-learn drill EXERCISE` breaks the same again.
    pub seed: u64,
}

fn told(broken: &Broken, width: usize) -> Vec<Line> {
    let rows = [
        ("In", broken.drill.exercise.heading()),
        ("Broken", broken.title.clone()),
        ("Visitor", broken.visitor.clone()),
        ("Lesson", broken.lesson.clone()),
    ];
    let mut page: Vec<Line> = rows.iter().flat_map(|(label, value)| row(label, value, width)).collect();
    page.push(Line::default());
    page
}

fn afterwards(broken: &[Broken], width: usize) -> Vec<Line> {
    let again = broken.iter().map(|broken| {
        (format!("msl-learn drill {} --seed {}", broken.drill.exercise.id(), broken.seed), "breaks the same again")
    });
    let mut rows = vec![("msl-learn drill".to_owned(), "begins the next one")];
    rows.extend(again);
    rows.push(("msl-learn practice goto --back".to_owned(), "brings back what you had before"));
    let rows: Vec<(&str, &str)> = rows.iter().map(|(command, what)| (command.as_str(), *what)).collect();
    commands(&rows, width)
}

/// A clause with what was expected and found, and without what would mend it.
fn seen(finding: &Finding, width: usize) -> Vec<Line> {
    let plain = Finding { advice: None, command: None, console: None, ..finding.clone() };
    let mut page = findings::clause(&plain, width);
    page.extend(findings::details(&plain, width));
    page
}

fn is_failing(finding: &Finding) -> bool {
    finding.verdict == ClauseVerdict::Fails
}

fn heading(words: &str, width: usize) -> Vec<Line> {
    let mut page = paragraph(words, Meaning::Heading, width);
    page.push(Line::default());
    page
}

fn text(words: &str, width: usize) -> Vec<Line> {
    paragraph(words, Style::default(), width)
}

fn item(words: &str, width: usize) -> Vec<Line> {
    hanging(&Span::plain("  "), &lines(words, Style::default()), width)
}

fn row(label: &str, value: &str, width: usize) -> Vec<Line> {
    hanging(&Span::new(&format!("  {label:<8}"), Meaning::Dim), &lines(value, Style::default()), width)
}

fn commands(rows: &[(&str, &str)], width: usize) -> Vec<Line> {
    let widest = rows.iter().map(|(command, _)| command.len()).max().unwrap_or(0);
    let line = |(command, what): &(&str, &str)| {
        let label = Span::new(&format!("  {command:<widest$}  "), Meaning::Code);
        hanging(&label, &lines(what, Style::default()), width)
    };
    rows.iter().flat_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::drill::by_key;

    fn broken() -> Broken {
        let drill = by_key("ch05/lambda_integration/own_account").expect("a drill");
        let [title, visitor, lesson] = [drill.mistake.title, drill.mistake.visitor, drill.mistake.lesson];
        Broken { drill, title: title.into(), visitor: visitor.into(), lesson: lesson.into(), seed: 7 }
    }

    fn failing() -> Checked {
        let finding = Finding {
            expected: Some("a statement for GET /chapters of this API".into()),
            found: Some("every API of your account".into()),
            command: Some("aws lambda add-permission --function-name get-chapters".into()),
            ..Finding::blank("permission", "the API may invoke the function", ClauseVerdict::Fails)
        };
        Checked { exercise: broken().drill.exercise, verdict: Verdict::NotDone, findings: vec![finding] }
    }

    fn shown(page: &[Line]) -> String {
        page.iter().map(Line::text).collect::<Vec<_>>().join("\n")
    }

    fn result(hints: usize) -> DrillResult {
        let at = "2026-11-30T10:00:00Z".parse().unwrap();
        DrillResult { at, broken: vec![broken().drill.key()], won: true, hints, seconds: 252, foreseen: None }
    }

    #[test]
    fn the_task_and_the_first_question() {
        let visitors = [broken().visitor, "The API answers 500.".to_owned()];
        let pages =
            [question(80), foreseen(true, 80), foreseen(false, 80), task(&visitors[..1], 80), task(&visitors, 80)];
        insta::assert_snapshot!(pages.iter().map(|page| shown(page)).collect::<Vec<_>>().join("\n\n"));
    }

    #[test]
    fn hints_say_ever_more_and_never_the_commands() {
        let pages: Vec<_> = (1..=HINTS).map(|number| shown(&hint(number, &[failing()], 80))).collect();
        assert!(pages.iter().all(|page| !page.contains("aws lambda")));
        insta::assert_snapshot!(pages.join("\n\n"));
    }

    /// What waits for AWS is no failure, and is not told as one.
    #[test]
    fn while_aws_is_working_it_says_so() {
        let waiting = Finding::blank("code", "the function has the code", ClauseVerdict::NotReady);
        let checked = Checked { verdict: Verdict::NotReady, findings: vec![waiting], ..failing() };
        let page = shown(&not_yet(&[checked], &["The API answers 500.".to_owned()], 80));
        assert!(page.starts_with("AWS is still working: try again in a moment.") && !page.contains(": 0"), "{page}");
    }

    #[test]
    fn a_check_during_a_drill_says_which_exercise_is_the_drills() {
        let own = failing().exercise;
        let also = |id: &str| Checked { exercise: catalog::exercise(id).expect("an exercise"), ..failing() };
        let done = Checked { verdict: Verdict::Done, ..also("5.3") };
        let said = |checked: &[Checked], broken: &[&Exercise]| during(checked, broken).unwrap_or_default();
        assert_eq!(said(&[done], &[own]), "");
        assert_eq!(said(&[also("6.1")], &[own]), "", "it comes later");
        let authorizer = also("7.13").exercise;
        assert_eq!(said(&[also("7.11"), also("7.12")], &[authorizer]), "", "questions that are not answered");
        let pages = [
            said(&[also("5.6")], &[own]),
            said(&[failing()], &[own]),
            said(&[failing(), also("6.1")], &[own]),
            said(&[also("5.6"), failing(), also("6.1")], &[own]),
            said(&[also("5.3"), also("5.6"), failing()], &[also("5.3").exercise, own]),
        ];
        insta::assert_snapshot!(pages.join("\n"), @r"
        A drill is going on: what fails before its exercise may come of it.
        A drill is going on: 5.12 is its exercise.
        A drill is going on: 5.12 is its exercise. What comes after it is not built here yet.
        A drill is going on: 5.12 is its exercise, and what fails before it may come of that. What comes after it is not built here yet.
        A drill is going on: 5.3 and 5.12 are its exercises, and what fails before may come of that.
        ");
    }

    #[test]
    fn how_a_drill_ends() {
        let broken = [broken()];
        let visitors = [broken[0].visitor.clone()];
        let pages = [
            not_yet(&[failing()], &visitors, 80),
            won(&result(0), &broken, 80),
            won(&result(2), &broken, 80),
            given_up(&broken, &[failing()], 80),
        ];
        let mut drills = Drills::default();
        (drills.won, drills.unaided, drills.given_up) = (3, 2, 1);
        let tally = tally(&drills).expect("there were some");
        let pages = pages.iter().map(|page| shown(page)).chain([tally]);
        insta::assert_snapshot!(pages.collect::<Vec<_>>().join("\n\n"));
    }
}
