//! Tests about what the exercises' folders hold; each opens with its reason.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::about_the_repository::{none, read};
use crate::harness::catalog::{self, Exercise};
use crate::harness::gaps::{GAPS, Shows};
use crate::harness::promise::Mistake;
use crate::harness::template;
use crate::harness::tools::repository;
use crate::harness::verdict::Verdict;
use crate::harness::workspace::Names;

fn names() -> Names {
    Names::of("000000000000")
}

/// A learner who is stuck needs more than one hint, and a verifier that was never shown wrong states and unusual
/// right ones misjudges them. An exercise that asks has no verifier, and no states.
#[test]
fn every_exercise_has_hints_mistakes_and_an_unusual_state() {
    none(catalog::all().iter().filter(|exercise| !exercise.is_asked()).flat_map(|exercise| {
        let (unusual, mistakes) = mistakes(exercise).into_iter().partition(|mistake| mistake.verdict == Verdict::Done);
        let (unusual, mistakes): (Vec<Mistake>, Vec<Mistake>) = (unusual, mistakes);
        let counts = [
            ("hints", exercise.about.hints.len(), 3),
            ("mistakes", mistakes.len(), 4),
            ("unusual states", unusual.len(), 2),
        ];
        let few = counts.into_iter().filter(|(_, count, least)| count < least);
        few.map(|(what, count, least)| format!("{} has {count} {what}, and not {least} or more", exercise.slug))
    }));
}

/// Reading the headers here tells of a slip in one without starting an emulator.
fn mistakes(exercise: &Exercise) -> Vec<Mistake> {
    let read = |path: &PathBuf| Mistake::read(path, &names()).unwrap_or_else(|error| panic!("{error}"));
    exercise.mistakes().iter().map(read).collect()
}

/// The learner has the printed book open: number and title must be found there as they are here.
#[test]
fn titles_are_the_books() {
    let book: BTreeMap<_, _> = include_str!("curriculum.tsv").lines().skip(1).map(entry).collect();
    none(catalog::all().iter().filter_map(|exercise| {
        let key = (exercise.chapter, exercise.about.kind.as_str(), exercise.about.number);
        let title = book.get(&key).copied();
        (title != Some(&exercise.title))
            .then(|| format!("{}: {:?}, in the book {title:?}", exercise.id, exercise.title))
    }));
}

/// Chapter, kind and number of an exercise, and its title.
fn entry(line: &str) -> ((u32, &str, u32), &str) {
    let columns: Vec<_> = line.split('\t').collect();
    let [chapter, kind, number, title] = columns[..] else { panic!("curriculum.tsv: {line}") };
    ((chapter.parse().expect("a chapter's number"), kind, number.parse().expect("an exercise's number")), title)
}

/// What the template of a new exercise says of itself tells nobody anything about the exercise.
#[test]
fn nothing_is_left_to_fill_in() {
    let drawers = ["chapters", "exercises", "checks"].map(|drawer| catalog::files(&repository().join(drawer)));
    none(drawers.concat().iter().flat_map(|path| {
        let text = String::from_utf8(fs::read(path).expect("a readable file")).unwrap_or_default();
        let left = text.lines().enumerate().filter(|(_, line)| line.contains("Fill in:"));
        left.map(|(index, line)| format!("{}:{}: {}", path.display(), index + 1, line.trim())).collect::<Vec<_>>()
    }));
}

/// A script with a slip in its syntax would show it to a learner half-way through.
#[test]
fn scripts_are_clean_bash() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    none(catalog::all().iter().flat_map(scripts).filter_map(|path| {
        let filled = folder.path().join("script.sh");
        fs::write(&filled, template::render(&read(&path), &names()).ok()?).expect("a writable temporary folder");
        let output = Command::new("bash").arg("-n").arg(&filled).output().expect("bash, which the tests need");
        let complaint = String::from_utf8_lossy(&output.stderr);
        (!complaint.is_empty()).then(|| format!("{}: {complaint}", path.display()))
    }));
}

fn scripts(exercise: &Exercise) -> Vec<PathBuf> {
    exercise.solution().into_iter().chain(exercise.mistakes()).collect()
}

/// A placeholder that nobody fills in would reach the learner, or end the program.
#[test]
fn templates_use_known_placeholders_only() {
    let (exercises, names) = (catalog::all(), names());
    let starters = exercises.iter().flat_map(Exercise::starter_files).map(|(_, path)| path);
    let files = exercises.iter().flat_map(scripts).chain(starters);
    // What is not text, such as a picture, is handed out as it is.
    let in_files =
        files.filter_map(|path| Some((path.display().to_string(), String::from_utf8(fs::read(path).ok()?).ok()?)));
    let in_texts = exercises.iter().flat_map(texts);
    let in_chapters =
        catalog::chapters().into_iter().map(|path| (path.display().to_string(), without_anchors(&read(&path))));
    none(in_files.chain(in_texts).chain(in_chapters).filter_map(|(place, text)| {
        let error = template::render(&text, &names).err()?;
        Some(format!("{place}: {error}"))
    }));
}

/// A chapter without its headings, whose anchors `{#name}` would open comments in a template; what the program fills in
/// are the sections between them.
fn without_anchors(chapter: &str) -> String {
    let lines = chapter.lines().map(|line| if line.starts_with("# ") || line.starts_with("## ") { "" } else { line });
    lines.collect::<Vec<_>>().join("\n")
}

/// The texts of an exercise's `exercise.toml`, each with the place where it stands.
fn texts(exercise: &Exercise) -> impl Iterator<Item = (String, String)> {
    let about = &exercise.about;
    let of_leaves = about.leaves.iter().flat_map(|leaf| [&leaf.what, &leaf.name]);
    let texts = about.hints.iter().chain([&about.cost, &about.stands]).chain(of_leaves);
    texts.chain(about.cli.values()).map(|text| (format!("{}/exercise.toml", exercise.slug), text.clone()))
}

/// A gap of an exercise or a mistake that has been renamed excuses nothing and hides that it does.
#[test]
fn gaps_name_exercises_and_mistakes_that_exist() {
    none(GAPS.iter().filter_map(|gap| {
        let exercise = catalog::all().iter().find(|exercise| exercise.id == gap.exercise);
        let known = |name: &str| exercise.is_some_and(|it| mistakes(it).iter().any(|mistake| mistake.name() == name));
        let right = exercise.is_some() && gap.mistake.is_none_or(known);
        (!right).then(|| format!("gaps.rs: {} {:?}", gap.exercise, gap.mistake))
    }));
}

/// A drill shows what a visitor sees, and ends with what the state teaches.
#[test]
fn mistakes_say_what_visitors_see_and_what_they_teach() {
    none(catalog::all().iter().flat_map(mistakes).filter_map(|mistake| {
        let missing = [("visitor", &mistake.visitor), ("lesson", &mistake.lesson)];
        let missing: Vec<_> = missing.into_iter().filter(|(_, text)| text.is_none()).map(|(key, _)| key).collect();
        (!missing.is_empty()).then(|| format!("{}: no `{}`", mistake.path.display(), missing.join("`, no `")))
    }));
}

/// A learner is sent to a file that an exercise has laid out, and that the clause's commands upload.
#[test]
fn files_to_edit_are_in_the_workspace() {
    none(catalog::all().iter().flat_map(|exercise| {
        let laid_out: BTreeSet<String> =
            exercise.so_far().iter().flat_map(Exercise::starter_files).map(|(name, _)| name).collect();
        let uploads = |id: &str, file: &str| {
            let name = file.rsplit('/').next().unwrap_or(file);
            exercise.about.cli.get(id).is_some_and(|command| command.contains(name))
        };
        let lost = exercise.about.edits.iter().filter(|(id, file)| !laid_out.contains(*file) || !uploads(id, file));
        lost.map(|(id, file)| format!("{}: [edits] {id}: {file}", exercise.slug)).collect::<Vec<_>>()
    }));
}

/// A command, a mistake or a gap for a clause that no verifier has would never be used.
#[test]
fn clauses_are_named_by_ids_that_exist() {
    none(catalog::all().iter().flat_map(|exercise| {
        let ids = msl_learn_checks::clause_ids(&exercise.slug);
        let of_cli = exercise.about.cli.keys().cloned();
        let of_mistakes = mistakes(exercise).into_iter().flat_map(|mistake| mistake.findings).map(|found| found.clause);
        let of_gaps = GAPS.iter().filter(|gap| gap.exercise == exercise.id).filter_map(|gap| match gap.shows {
            Shows::Reads { clause, .. } | Shows::Undecided { clause, .. } => Some(clause.to_owned()),
            Shows::Refuses(_) => None,
        });
        let named = of_cli.chain(of_mistakes).chain(of_gaps);
        let unknown: Vec<_> = named.filter(|id| !ids.contains(id)).collect();
        unknown.into_iter().map(|id| format!("{}: there is no clause `{id}`", exercise.slug)).collect::<Vec<_>>()
    }));
}

/// A method that is made again loses its integration, and with it what the learner wrote: its template, its answers, its role.
#[test]
fn what_fixes_a_clause_makes_no_method_a_second_time() {
    let of = |exercise: &'static Exercise| {
        let again = exercise.about.cli.iter().filter(|(_, lines)| lines.contains("delete-method "));
        again.map(|(id, _)| format!("{} {id}", exercise.id))
    };
    let again: Vec<String> = catalog::all().iter().flat_map(of).collect();
    assert!(again.is_empty(), "{again:?}");
}

/// Commands that take the whole of a thing, and set back or drop what they are not given; each with the command that reads it
/// (Amazon Cognito API Reference, "UpdateUserPool"; Amazon CloudFront API Reference, "UpdateDistribution"; Amazon S3 API
/// Reference, "PutBucketNotificationConfiguration").
const OF_THE_WHOLE: [(&str, &str); 4] = [
    ("cognito-idp update-user-pool ", "cognito-idp describe-user-pool "),
    ("cognito-idp update-user-pool-client ", "cognito-idp describe-user-pool-client "),
    ("cloudfront update-distribution ", "cloudfront get-distribution-config "),
    ("s3api put-bucket-notification-configuration ", "s3api get-bucket-notification-configuration "),
];

/// What fixes one setting leaves the others as they are: it reads the whole, changes the one, and gives back a variable.
#[test]
fn what_fixes_a_setting_carries_the_others() {
    let is_whole = |lines: &str| {
        OF_THE_WHOLE.iter().all(|(write, read)| {
            let writes = || lines.lines().filter(|line| line.contains(write));
            let before = lines.split(write).next().unwrap_or_default();
            writes().count() == 0 || (before.contains(read) && writes().all(|line| line.trim_end().ends_with("\"")))
        })
    };
    let of = |exercise: &'static Exercise| {
        let set_back = exercise.about.cli.iter().filter(move |(_, lines)| !is_whole(lines));
        set_back.map(|(id, _)| format!("{} {id}", exercise.id))
    };
    let set_back: Vec<String> = catalog::all().iter().flat_map(of).collect();
    assert!(set_back.is_empty(), "{set_back:?}");
}
