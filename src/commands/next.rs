//! `msl-learn next`: checks the current exercise and, when it is done, records it and goes on.

use std::path::Path;

use jiff::Timestamp;
use msl_learn_checks::{Learner, Verdict};

use super::check::{exit_code, warn};
use super::{fill, shown};
use crate::account;
use crate::catalog::{CHAPTERS, Exercise};
use crate::examine::{Examined, examine};
use crate::failure::{EXIT_DONE, Result};
use crate::progress::{Place, Progress};
use crate::ui::{Line, Meaning, Printer, Span, findings, markdown};
use crate::workspace::Workspace;

/// # Errors
/// When there is no workspace, the account cannot be the workspace's, or the progress cannot be written.
pub fn run(place: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    go_on(&Workspace::open(place)?, printer)
}

/// As [`run`], in a workspace that is already open.
///
/// # Errors
/// As [`run`].
pub fn go_on(workspace: &Workspace, printer: &mut Printer) -> Result<u8> {
    let progress = Progress::read(&workspace.root)?;
    let Some(exercise) = progress.current() else { return congratulate(printer) };
    let (place, seen) = account::runtime()?.block_on(async {
        let account = account::reach(workspace).await?;
        warn(&account, workspace, printer)?;
        let place = Place::of(&workspace.settings, account.endpoint());
        Ok((place, examine(&[exercise], &account, &workspace.learner(), &progress).await))
    })?;
    let progress = Progress::update(&workspace.root, |progress| {
        for examined in &seen {
            progress.note(examined, &place, Timestamp::now());
        }
    })?;
    match seen.first() {
        Some(examined) if matches!(examined.verdict, Verdict::Done | Verdict::Asked) => {
            done(workspace, examined, &progress, printer)
        }
        _ => not_done(workspace, exercise, &progress, &seen, printer),
    }
}

fn done(workspace: &Workspace, examined: &Examined, progress: &Progress, printer: &mut Printer) -> Result<u8> {
    let exercise = examined.exercise;
    let mut page = findings::examined(examined, printer.width());
    page.push(Line::default());
    page.extend(left_behind(exercise, &workspace.learner(), printer.width())?);
    shown(printer.lines(&page))?;
    match progress.current() {
        Some(next) => introduce(workspace, next, printer),
        None => congratulate(printer),
    }
}

/// An exercise seen for the first time is read before its findings, which then are the list of what to do.
fn not_done(
    workspace: &Workspace,
    exercise: &'static Exercise,
    progress: &Progress,
    seen: &[Examined],
    printer: &mut Printer,
) -> Result<u8> {
    if progress.entry(exercise).started.is_none() {
        introduce(workspace, exercise, printer)?;
    }
    for examined in seen {
        shown(printer.lines(&findings::examined(examined, printer.width())))?;
    }
    shown(printer.note("\nWhen you have changed something: `msl-learn next`. To read again: `msl-learn read`. Stuck: `msl-learn hint`."))?;
    Ok(exit_code(seen))
}

/// Shows an exercise's walkthrough, after its chapter's introduction where it is the first, and adds its starter files.
fn introduce(workspace: &Workspace, exercise: &'static Exercise, printer: &mut Printer) -> Result<u8> {
    let added = workspace.add_starter_files(exercise)?;
    Progress::update(&workspace.root, |progress| progress.start(exercise, Timestamp::now()))?;
    let opens =
        CHAPTERS.iter().find(|chapter| chapter.exercises.first().is_some_and(|first| first.slug == exercise.slug));
    let text = opens.map_or("", |chapter| chapter.introduction).to_owned() + exercise.walkthrough;
    let text = fill(&workspace.learner(), &text)?;
    let mut page = markdown::render(&text, printer.width());
    page.push(Line::default());
    page.extend(added.iter().map(|path| Line::from(Span::plain(&format!("Added to your workspace: {path}")))));
    shown(printer.lines(&page))
}

fn left_behind(exercise: &Exercise, learner: &Learner, width: usize) -> Result<Vec<Line>> {
    let things: Vec<String> = exercise.leaves_behind.iter().map(|thing| fill(learner, thing)).collect::<Result<_>>()?;
    let left = if things.is_empty() { "nothing".into() } else { things.join("; ") };
    let text = format!("It leaves behind: {left}. Cost: {}", fill(learner, exercise.cost)?);
    let mut lines = markdown::render(&text, width);
    lines.push(Line::default());
    Ok(lines)
}

fn congratulate(printer: &mut Printer) -> Result<u8> {
    shown(printer.line(&Line::from(Span::new(
        "Congratulations: you have done every exercise there is so far.",
        Meaning::Good,
    ))))?;
    shown(printer.note("`msl-learn check --all` looks at all of them again."))?;
    Ok(EXIT_DONE)
}
