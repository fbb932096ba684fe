//! `msl-learn class grades`, `class excuse` and `class points`: what the results are worth.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use jiff::Timestamp;

use super::cloud::take_results;
use super::look::OpenClass;
use crate::catalog::{self, Exercise};
use crate::class::decisions::{Decided, Decision, Decisions};
use crate::class::folder::ClassFolder;
use crate::class::grade_sheet::{fill, new_sheet};
use crate::class::grading::{GradeColumn, Grading};
use crate::class::kinds::{Lms, MissingGrade};
use crate::class::settings::moment;
use crate::class::sheet::{Encoding, Sheet};
use crate::cli::ClassGradesArgs;
use crate::failure::{EXIT_DONE, Failure, Result};
use crate::ui::{Printer, counted};
use crate::workspace::write_atomically;

/// # Errors
/// If there is no class, the sheet cannot be read or filled, or an exercise is not the class's.
pub fn run(args: &ClassGradesArgs, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    take_results(args.results.as_deref(), directory, printer)?;
    let open = OpenClass::open(directory, args.chapter)?;
    let at = args.at.as_deref().map_or_else(|| Ok(Timestamp::now()), moment)?;
    args.whom.section.as_deref().map_or(Ok(()), |section| open.class.roster.refuse_unknown_section(section))?;
    let grading = Grading {
        class: &open.class,
        section: args.whom.section.as_deref(),
        results: &open.results,
        decisions: &open.decisions,
        at,
        missing_is_zero: args.missing == MissingGrade::Zero,
    };
    let (wanted, left_out) = wanted(args, &open, &grading)?;
    if !left_out.is_empty() {
        printer.note(&format!(
            "Not graded, since the class cannot see it in a way that counts: {}",
            left_out.join(", ")
        ))?;
    }
    let (text, encoding) = match &args.fill {
        Some(sheet) => filled(args, sheet, &grading, wanted, printer)?,
        None => (new_sheet(args.lms.unwrap_or(Lms::Csv), &grading, &columns(args, wanted))?, Encoding::Utf8),
    };
    match &args.output {
        None if encoding != Encoding::Utf8 => {
            return Err(Failure::usage("the sheet is in UTF-16, which is nothing for a terminal")
                .hint("Name a file for it with --output."));
        }
        None => printer.generated(&text)?,
        Some(file) => {
            write_atomically(file, &encoding.bytes(&text))
                .map_err(|error| Failure::environment(format!("{} cannot be written: {error}", file.display())))?;
            printer.text(&file.display().to_string())?;
        }
    }
    Ok(EXIT_DONE)
}

/// What is graded, and what is left out.
fn wanted(
    args: &ClassGradesArgs,
    open: &OpenClass,
    grading: &Grading,
) -> Result<(Vec<&'static Exercise>, Vec<String>)> {
    let named = args.exercises.iter().map(|name| of_class(&open.class, name)).collect::<Result<Vec<_>>>()?;
    let all = if named.is_empty() { open.wanted.clone() } else { named };
    let (graded, left_out): (Vec<_>, Vec<_>) = all.into_iter().partition(|exercise| grading.is_graded(exercise));
    Ok((graded, left_out.into_iter().map(Exercise::id).collect()))
}

/// A column an exercise if some were named, and otherwise a column a chapter.
fn columns(args: &ClassGradesArgs, wanted: Vec<&'static Exercise>) -> Vec<GradeColumn> {
    if !args.exercises.is_empty() {
        let column = |one: &'static Exercise| GradeColumn { title: one.heading(), exercises: vec![one] };
        return wanted.into_iter().map(column).collect();
    }
    let chapters: BTreeSet<u8> = wanted.iter().map(|exercise| exercise.chapter).collect();
    let column = |number: u8| GradeColumn {
        title: format!("Chapter {number}"),
        exercises: wanted.iter().copied().filter(|exercise| exercise.chapter == number).collect(),
    };
    chapters.into_iter().map(column).collect()
}

fn filled(
    args: &ClassGradesArgs,
    file: &Path,
    grading: &Grading,
    exercises: Vec<&'static Exercise>,
    printer: &mut Printer,
) -> Result<(String, Encoding)> {
    let bytes = fs::read(file).map_err(|error| Failure::usage(format!("{}: {error}", file.display())))?;
    let title = args.column.clone().unwrap_or_default();
    let sheet = Sheet::read(bytes)?;
    let filled = fill(&sheet, &title, grading, &GradeColumn { title: title.clone(), exercises })?;
    let cells = counted(filled.filled, "cell");
    printer.note(&format!("Filled: {cells} of `{title}`. Every other cell is as it was."))?;
    if !filled.absent.is_empty() {
        printer.warning(&format!("the sheet does not name: {}", filled.absent.join(", ")), None)?;
    }
    Ok((filled.text, sheet.encoding))
}

fn of_class(class: &ClassFolder, name: &str) -> Result<&'static Exercise> {
    let exercise = catalog::exercise(name)?;
    if class.settings.exercises().any(|own| own.slug == exercise.slug) {
        return Ok(exercise);
    }
    Err(Failure::usage(format!("the class does not do {}", exercise.heading()))
        .hint("What it does is in class.toml: chapters and leave_out."))
}

/// Keeps what the instructor decided.
///
/// # Errors
/// If nobody has that id, or the exercise is not the class's.
pub fn decide(
    [learner, exercise, because]: [&str; 3],
    decided: Decided,
    directory: Option<&Path>,
    printer: &mut Printer,
) -> Result<u8> {
    let class = ClassFolder::open(directory)?;
    let (learner, exercise) = (class.roster.learner(learner)?, of_class(&class, exercise)?);
    if decided != Decided::Undone && because.trim().is_empty() {
        return Err(Failure::usage("the reason is empty").hint("Say it with --because: it is kept beside the results."));
    }
    let words = match decided {
        Decided::Excused => "is excused from".to_owned(),
        Decided::Points(points) if points.is_finite() && points >= 0.0 => format!("gets {points} points for"),
        Decided::Points(points) => return Err(Failure::usage(format!("{points} is no number of points"))),
        Decided::Undone if Decisions::read(&class.root)?.of(learner, exercise).is_none() => {
            let message = format!("nothing was decided of {} and {}", learner.name, exercise.heading());
            return Err(Failure::usage(message).hint("What was seen counts. `msl-learn class grades` shows it."));
        }
        Decided::Undone => "gets again what was seen of".to_owned(),
    };
    let decision = Decision {
        at: Timestamp::now(),
        learner: learner.pseudonym.clone(),
        exercise: exercise.id(),
        decided,
        because: because.to_owned(),
    };
    Decisions::add(&class.root, decision)?;
    let stays = if decided == Decided::Undone { "" } else { " No round changes it." };
    printer.text(&format!("{} {words} {}.{stays}", learner.name, exercise.heading()))?;
    Ok(EXIT_DONE)
}
