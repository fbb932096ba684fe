//! `msl-learn class`: classes, for those who teach them and those who are in them.

mod aids;
mod board;
mod board_trouble;
mod check;
mod close;
mod cloud;
mod collect;
mod doctor;
mod grades;
mod hand_in;
mod init;
mod invite;
mod join;
mod leave;
mod look;

use std::path::Path;

use crate::class::decisions::Decided;
use crate::cli::{ClassAction, ClassArgs};
use crate::failure::Result;
use crate::ui::Printer;

/// # Errors
/// As each command documents.
pub fn run(class: &ClassArgs, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    match &class.action {
        ClassAction::Init(init) => init::run(init, printer),
        ClassAction::Invite { learner } => invite::run(learner.as_deref(), directory, printer),
        ClassAction::Collect { place } => collect::run(place, directory, printer),
        ClassAction::Check { chapter, named, whom } => check::run(chapter.or(*named), whom, directory, printer),
        ClassAction::Stuck { chapter, named, whom, results } => {
            cloud::take_results(results.as_deref(), directory, printer)?;
            check::stuck(chapter.or(*named), whom, directory, printer)
        }
        ClassAction::Cloud(cloud) => cloud::run(cloud, directory, printer),
        ClassAction::Doctor => doctor::run(directory, printer),
        ClassAction::Board(board) => board::run(board, directory, printer),
        ClassAction::Grades(grades) => grades::run(grades, directory, printer),
        ClassAction::Excuse { learner, exercise, because, undo } => {
            let decided = if *undo { Decided::Undone } else { Decided::Excused };
            let because = because.as_deref().unwrap_or_default();
            grades::decide([learner, exercise, because], decided, directory, printer)
        }
        ClassAction::Points { learner, exercise, points, because } => {
            grades::decide([learner, exercise, because], Decided::Points(*points), directory, printer)
        }
        ClassAction::Teach(teach) => aids::teach(teach, directory, printer),
        ClassAction::Handout(handout) => aids::handout(handout, directory, printer),
        ClassAction::Quiz(quiz) => aids::quiz(quiz, printer),
        ClassAction::Close { yes } => close::run(*yes, directory, printer),
        ClassAction::Join { code } => join::run(code, directory, printer),
        ClassAction::HandIn { folder } => hand_in::run(folder.as_deref(), directory, printer),
        ClassAction::Show => hand_in::show(directory, printer),
        ClassAction::Leave => leave::run(directory, printer),
    }
}
