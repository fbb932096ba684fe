//! `msl-learn class grades`, `class excuse` and `class points`: what the results are worth.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use jiff::Timestamp;

use super::cloud::take_results;
use super::look::OpenClass;
use crate::catalog::{self, Exercise};
use crate::class::decisions::{Decided, Decision, Decisions};
use crate::class::filling::{FilledSheet, UNSEEN, fill};
use crate::class::folder::ClassFolder;
use crate::class::grade_sheet::{listed, new_sheet, number, without_id};
use crate::class::grading::{GradeColumn, Grading};
use crate::class::kinds::{ClassAccounts, Lms, MissingGrade};
use crate::class::older_code::{NEW_CODES, OlderCode, sentences};
use crate::class::settings::{CLASS_FILE, of_chapters};
use crate::class::sheet::{Encoding, Sheet};
use crate::class::zone::{is_by_zone, moment};
use crate::cli::ClassGradesArgs;
use crate::commands::output;
use crate::failure::{EXIT_DONE, Failure, Result};
use crate::ui::{Printer, counted};

/// The most exercises that are named one by one.
const MOST_NAMED: usize = 5;
/// How the names of filled sheets end: as those that LMSs give.
const FILLED: [(&str, ()); 4] = [("csv", ()), ("txt", ()), ("tsv", ()), ("xls", ())];

/// # Errors
/// If there is no class, the sheet cannot be read or filled, or an exercise is not the class's.
pub fn run(args: &ClassGradesArgs, directory: Option<&Path>, printer: &mut Printer) -> Result<u8> {
    args.output.as_deref().map_or(Ok(()), output::refuse)?;
    let endings: &[(&str, ())] = if args.fill.is_none() { &[("csv", ())] } else { &FILLED };
    output::format(None, args.output.as_deref(), endings)?;
    take_results(args.results.as_deref(), directory, printer)?;
    let open = OpenClass::open(directory, args.chapter)?;
    let zone = open.class.settings.zone();
    let at = args.at.as_deref().map_or_else(|| Ok(Timestamp::now()), |text| moment(text, zone))?;
    open.class.roster.refuse_unknown_section(args.whom.section.as_deref())?;
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
    tell_of_zone(&open.class, args.at.as_deref(), printer)?;
    tell_of_older_codes(&open, &wanted, printer)?;
    tell_of_early_until(&open.class, printer)?;
    let (text, encoding) = match &args.fill {
        Some(sheet) => filled(args, sheet, &grading, wanted, printer)?,
        None => (whole(args.lms.unwrap_or(Lms::Csv), &grading, &columns(args, wanted), printer)?, Encoding::Utf8),
    };
    match &args.output {
        None => printer.generated(&text)?,
        Some(file) => {
            output::write(file, &encoding.bytes(&text))?;
            printer.text(&file.display().to_string())?;
        }
    }
    Ok(EXIT_DONE)
}

/// A learner's own deadline that is none, since those of the class are later.
fn tell_of_early_until(class: &ClassFolder, printer: &mut Printer) -> Result<()> {
    let deadlines = class.settings.exercises().filter_map(|exercise| class.settings.deadline_of(exercise));
    let Some(first) = deadlines.min() else { return Ok(()) };
    let early = class.roster.0.iter().filter(|one| one.until.is_some_and(|until| until < first));
    let early: Vec<String> = early.map(|one| one.called.clone()).collect();
    if early.is_empty() {
        return Ok(());
    }
    let message = format!("`until` is earlier than every deadline, and so changes nothing, of:\n{}", listed(&early));
    printer.warning(&message, Some("It is a later deadline of one learner. Correct it in roster.csv, or empty it."))
}

/// Whose midnight it is, where that decides.
fn tell_of_zone(class: &ClassFolder, at: Option<&str>, printer: &mut Printer) -> Result<()> {
    let settings = &class.settings;
    let is_own = !settings.deadlines.is_empty() && class.roster.0.iter().any(|learner| learner.until.is_some());
    let is_by_class = is_own || settings.has_deadline_by_zone() || at.is_some_and(is_by_zone);
    let Some(zone) = settings.zone().filter(|_| is_by_class) else { return Ok(()) };
    printer.note(&format!(
        "Days and times without an offset are those of UTC{}: `zone` in {CLASS_FILE}. A day counts to its end.",
        zone.text()
    ))
}

/// Whose hand-ins cannot have what is graded.
fn tell_of_older_codes(open: &OpenClass, wanted: &[&'static Exercise], printer: &mut Printer) -> Result<()> {
    let mut older = OlderCode::all(&open.class, &open.results);
    older.retain(|one| wanted.iter().any(|exercise| one.lacking.has(exercise)));
    match sentences(&older, |learner| &learner.called)[..] {
        [] => Ok(()),
        ref told => printer.warning(&told.join("\n"), Some(NEW_CODES)),
    }
}

/// What is graded, and what is left out.
fn wanted(
    args: &ClassGradesArgs,
    open: &OpenClass,
    grading: &Grading,
) -> Result<(Vec<&'static Exercise>, Vec<String>)> {
    let mut named: Vec<&'static Exercise> = Vec::new();
    for name in &args.exercises {
        let exercise = of_class(&open.class, name)?;
        // Named twice, it is one column all the same.
        if named.iter().all(|known| known.slug != exercise.slug) {
            named.push(exercise);
        }
    }
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

fn whole(lms: Lms, grading: &Grading, columns: &[GradeColumn], printer: &mut Printer) -> Result<String> {
    let sheet = new_sheet(lms, grading, columns)?;
    let none = without_id(lms, grading.learners());
    if !none.is_empty() {
        let (count, names) = (counted(none.len(), "learner"), listed(&none));
        let message = format!("the roster has no id of the LMS for {count}; these cells stay empty:\n{names}");
        printer.warning(&message, Some(without_ids(lms)))?;
    }
    Ok(sheet)
}

/// What the LMS does with rows without an id.
fn without_ids(lms: Lms) -> &'static str {
    match lms {
        Lms::Moodle => {
            "Moodle finds nobody by a name. Write the ids of Moodle into roster.csv, or fill the sheet that you download from \
             it: `msl-learn class grades --fill SHEET --column HEAD`."
        }
        Lms::Canvas | Lms::Csv => {
            "Canvas finds these by their names, if it writes them alike, and asks you about the others. To be sure, fill the sheet \
             that you download from it: `msl-learn class grades --fill SHEET --column HEAD`."
        }
    }
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
    let named = |failure: Failure| Failure { message: format!("{}: {}", file.display(), failure.message), ..failure };
    let sheet = Sheet::read(bytes).map_err(named)?;
    if args.output.is_none() && sheet.encoding != Encoding::Utf8 {
        return Err(named(Failure::usage("the sheet is in UTF-16, which is written into a file alone"))
            .hint("Name the file with --output. Nothing was filled."));
    }
    let column = GradeColumn { title: title.clone(), exercises };
    let filled = fill(&sheet, &title, grading, &column).map_err(named)?;
    tell_of(&filled, grading, &column, printer)?;
    Ok((filled.text, sheet.encoding))
}

/// What is in the sheet now, who is not in it, and what may be wrong.
fn tell_of(filled: &FilledSheet, grading: &Grading, column: &GradeColumn, printer: &mut Printer) -> Result<()> {
    let learners = grading.learners().count();
    let whose = grading.section.map_or_else(|| "the class".to_owned(), |section| format!("section {section}"));
    printer.note(&format!(
        "The sheet has {}, and {} of {} of {whose} are in it. Filled: {} of `{}`, with {}, out of {}. Every other cell is as it \
         was.",
        counted(filled.rows, "row"),
        learners - filled.absent.len() - filled.ambiguous.len(),
        counted(learners, "learner"),
        counted(filled.filled, "cell"),
        column.title,
        what_of(&column.exercises),
        number(grading.possible(column)),
    ))?;
    tell_of_blanks(filled, printer)?;
    for misfit in &filled.misfits {
        printer
            .warning(misfit, Some("--chapter and --exercise say what is filled in, and [points] what it is worth."))?;
    }
    if !filled.overwritten.is_empty() {
        let (count, cells) = (counted(filled.overwritten.len(), "cell"), listed(&filled.overwritten));
        printer.warning(&format!("{count} of the column said something else before:\n{cells}"), None)?;
    }
    if !filled.ambiguous.is_empty() {
        let message = format!("not filled, since it cannot be told which row is whose:\n{}", listed(&filled.ambiguous));
        printer.warning(&message, Some("Write the ids of the sheet into roster.csv, or correct its rows."))?;
    }
    if !filled.absent.is_empty() {
        let message = format!("the sheet does not name:\n{}", listed(&filled.absent));
        printer.warning(&message, Some("Write their ids or names as the sheet has them into roster.csv."))?;
    }
    Ok(())
}

/// Whose cells were not filled, since there is no grade, and what stays in them.
fn tell_of_blanks(filled: &FilledSheet, printer: &mut Printer) -> Result<()> {
    if !filled.ungraded.is_empty() {
        let all: Vec<String> = filled.ungraded.iter().map(|(why, count)| format!("{count} ({why})")).collect();
        let zero =
            if filled.ungraded.contains_key(UNSEEN) { " `--missing zero` makes 0 of what was not seen." } else { "" };
        printer.note(&format!("Learners without a grade, whose cells stay as they are: {}.{zero}", all.join(", ")))?;
    }
    if !filled.left.is_empty() {
        let (count, cells) = (counted(filled.left.len(), "cell"), listed(&filled.left));
        printer.warning(&format!("left as before, since there is no grade: {count}\n{cells}"), None)?;
    }
    Ok(())
}

/// Such as `exercises 4.3, 4.4`, or `21 exercises of chapters 4, 5`.
fn what_of(exercises: &[&'static Exercise]) -> String {
    let chapters: BTreeSet<u8> = exercises.iter().map(|exercise| exercise.chapter).collect();
    let chapters: Vec<u8> = chapters.into_iter().collect();
    if exercises.len() > MOST_NAMED {
        return format!("{} of {}", counted(exercises.len(), "exercise"), of_chapters(&chapters));
    }
    let ids: Vec<String> = exercises.iter().map(|exercise| exercise.id()).collect();
    format!("exercise{} {}", if ids.len() == 1 { "" } else { "s" }, ids.join(", "))
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
        Decided::Points(points) => {
            refuse_above_worth(&class, exercise, points)?;
            format!("gets {} for", in_points(points))
        }
        Decided::Undone if Decisions::read(&class.root)?.of(learner, exercise).is_none() => {
            let message =
                format!("{} has neither an excuse nor points of yours for {}", learner.called, exercise.heading());
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
    let stays = match (decided, class.settings.accounts) {
        (Decided::Undone, _) => "",
        (_, ClassAccounts::Own) => " No round changes it.",
        (_, ClassAccounts::Lab | ClassAccounts::Practice) => " No hand-in changes it.",
    };
    printer.text(&format!("{} {words} {}.{stays}", learner.called, exercise.heading()))?;
    Ok(EXIT_DONE)
}

/// # Errors
/// If an exercise cannot be worth so much.
fn refuse_above_worth(class: &ClassFolder, exercise: &Exercise, points: f64) -> Result<()> {
    let worth = class.settings.points_of(exercise);
    if points <= worth {
        return Ok(());
    }
    Err(Failure::usage(format!("{} is worth {}, and {points} is more", exercise.heading(), in_points(worth)))
        .hint(format!("Name at most {worth}, or write what it is worth into class.toml, below [points].")))
}

fn in_points(points: f64) -> String {
    format!("{points} point{}", if points == 1.0 { "" } else { "s" })
}
