//! `msl-learn start`: the starter files of an exercise, beside the learner's own.

use std::path::Path;

use jiff::Timestamp;

use super::named_or_current;
use crate::failure::{EXIT_DONE, EXIT_NOT_DONE, Failure, Result};
use crate::pages::diff;
use crate::progress::Progress;
use crate::ui::{Line, Printer, Span};
use crate::workspace::Workspace;
use crate::workspace::starter::{Fate, Starter, lay_out};

/// The exit code is 1 if a changed file was kept.
///
/// # Errors
/// If there is no such exercise or no workspace, a file cannot be written, or something is in the way of one.
pub fn run(exercise: Option<&str>, force: bool, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    let workspace = Workspace::open(directory)?;
    let exercise = named_or_current(exercise, &workspace)?;
    let starters = lay_out(&workspace, exercise, force)?;
    Progress::update(&workspace.root, |progress| progress.start(exercise, Timestamp::now()))?;
    if starters.is_empty() {
        printer.note(&format!("{} has no starter files.", exercise.heading()))?;
        return Ok(EXIT_DONE);
    }
    for starter in &starters {
        printer.lines(&lines(starter))?;
    }
    refuse_obstacles(&starters)?;
    let has = |is: fn(&Fate) -> bool| starters.iter().any(|starter| is(&starter.fate));
    let has_own = has(|fate| matches!(fate, Fate::Changed(_)));
    let kept = match (has_own, has(|fate| matches!(fate, Fate::OfLater(_)))) {
        (false, false) => return Ok(EXIT_DONE),
        (true, false) => "Your own files are kept",
        (false, true) => "Files of later exercises are kept",
        (true, true) => "Your own files and those of later exercises are kept",
    };
    printer.note(&format!(
        "\n{kept}. `msl-learn start {} --force` replaces them and keeps yours as a backup.",
        exercise.id()
    ))?;
    Ok(EXIT_NOT_DONE)
}

/// What became of a starter file, as the learner reads it.
fn lines(starter: &Starter) -> Vec<Line> {
    let path = starter.path;
    let said = |words: String| vec![Line::from(Span::plain(&words))];
    match &starter.fate {
        Fate::Added => said(format!("added      {path}")),
        Fate::Renewed => said(format!("replaced   {path} (it was as you got it)")),
        Fate::OfLater(id) => said(format!("kept       {path} (it is as {id} lays it out)")),
        Fate::Unchanged => said(format!("unchanged  {path}")),
        Fate::Replaced { backup } => said(format!("replaced   {path} (yours is {})", backup.display())),
        Fate::Changed(change) => {
            let mut lines = said(format!("changed    {path}"));
            lines.extend(diff::unified(path, change));
            lines
        }
        Fate::InTheWay(_) => Vec::new(),
    }
}

fn refuse_obstacles(starters: &[Starter]) -> Result<()> {
    let obstacles = starters.iter().filter_map(|starter| match &starter.fate {
        Fate::InTheWay(what) => Some(format!("{} cannot be added: {what}", starter.path)),
        _ => None,
    });
    let obstacles: Vec<String> = obstacles.collect();
    if obstacles.is_empty() {
        return Ok(());
    }
    Err(Failure::environment(obstacles.join("\n"))
        .hint("Move it away and run the command again: nothing outside the workspace is written."))
}
