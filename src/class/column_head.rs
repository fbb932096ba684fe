//! What a sheet of an LMS says of a column of grades: out of how many points it is, for which chapter, and whether it takes any.

use std::collections::BTreeSet;

use super::grade_sheet::number;
use super::grading::GradeColumn;
use super::settings::of_chapters;
use super::sheet::{Sheet, SheetRow, number as number_of};
use super::written::composed;

/// Before the maximum in a head: Brightspace (`<Numeric MaxPoints:10>`) and Blackboard (`[Total Pts: 10 Score]`).
const MAXIMA: [&str; 2] = ["maxpoints:", "total pts:"];
/// How Moodle's sheets call the column of the most points, which is no column to fill.
const MAXIMUM_HEADS: [&str; 5] =
    ["maximum grade", "höchstwert", "höchste bewertung", "note maximale", "calificación máxima"];
/// What Canvas's second row begins with.
const POINTS_POSSIBLE: &str = "Points Possible";
/// Columns that LMSs compute: Canvas says so below the head (`lib/gradebook_importer.rb`), Moodle and Brightspace by the head
/// alone.
const READ_ONLY: [&str; 9] = [
    "(read only)",
    "last downloaded from this course",
    "zuletzt von diesem kurs geladen",
    "course total",
    "kurs gesamt",
    "total du cours",
    "total del curso",
    "calculated final grade",
    "last modified (",
];
/// How heads call an exercise.
const EXERCISES: [&str; 4] = ["exercise", "aufgabe", "exercice", "ejercicio"];
/// How heads call a chapter.
const CHAPTERS: [&str; 8] = ["chapter", "kapitel", "chapitre", "capítulo", "capitulo", "chap.", "kap.", "ch"];

/// The most points of the column, as the sheet says it.
pub fn maximum(sheet: &Sheet, column: usize) -> Option<f64> {
    let head = sheet.rows.first()?.value(column).to_lowercase();
    let after = MAXIMA.iter().find_map(|mark| head.split_once(mark)).map(|(_, rest)| rest.trim_start());
    let after = after.map(|rest| rest.trim_start_matches("up to").trim_start());
    let digits = after.map(|rest| rest.split(|c: char| !c.is_ascii_digit() && c != '.').next().unwrap_or_default());
    let below = points_possible(sheet).map(|row| row.value(column));
    number_of(digits.or(below).unwrap_or_else(|| beside(sheet).unwrap_or_default()))
}

/// The most points in a column of its own, if all rows say the same.
fn beside(sheet: &Sheet) -> Option<&str> {
    let column = MAXIMUM_HEADS.iter().find_map(|head| sheet.column(head))?;
    let mut all = sheet.below().map(|(_, row)| row.value(column));
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

fn points_possible(sheet: &Sheet) -> Option<&SheetRow> {
    sheet.rows.iter().skip(1).find(|row| row.value(0).starts_with(POINTS_POSSIBLE))
}

/// Whether the LMS computes the column, and takes nothing for it.
pub fn is_read_only(sheet: &Sheet, column: usize) -> bool {
    let head = sheet.rows.first().map_or("", |row| row.value(column));
    let below = points_possible(sheet).map_or("", |row| row.value(column));
    let is_maximum = MAXIMUM_HEADS.iter().any(|known| sheet.column(known) == Some(column));
    is_maximum || [head, below].iter().any(|text| READ_ONLY.iter().any(|mark| text.to_lowercase().starts_with(mark)))
}

/// What does not fit between the sheet's column and what it is filled with, in words.
pub fn misfits(sheet: &Sheet, at: usize, title: &str, column: &GradeColumn, possible: f64) -> Vec<String> {
    let maximum = maximum(sheet, at).filter(|most| (most - possible).abs() > 0.005);
    let points = maximum.map(|most| {
        let (most, possible) = (number(most), number(possible));
        format!("the column `{title}` is out of {most} in the sheet, and what was filled in is out of {possible}")
    });
    points.into_iter().chain(other_than(title, column)).collect()
}

/// That the head names other chapters than those of what was filled in, or another exercise.
fn other_than(title: &str, column: &GradeColumn) -> Option<String> {
    let (exercise, named) = (exercise(title), chapters(title));
    let own: BTreeSet<u8> = column.exercises.iter().map(|exercise| exercise.chapter).collect();
    let is_own = |id: &String| matches!(column.exercises[..], [one] if one.id() == *id);
    let named = match exercise {
        Some(id) if is_own(&id) => return None,
        Some(id) => format!("exercise {id}"),
        None if named.is_empty() || named == own => return None,
        None => of_chapters(&Vec::from_iter(named)),
    };
    let filled = match column.exercises[..] {
        [one] if named.starts_with("exercise") => format!("exercise {}", one.id()),
        _ => of_chapters(&Vec::from_iter(own)),
    };
    Some(format!("the column `{title}` names {named}, and what was filled in is of {filled}"))
}

/// The exercise that a head names.
fn exercise(head: &str) -> Option<String> {
    let head = composed(head).to_lowercase();
    let rest = EXERCISES.iter().find_map(|word| after(&head, word))?;
    let id = rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '.').next()?;
    let (chapter, number) = id.split_once('.')?;
    (chapter.parse::<u8>().is_ok() && number.ends_with(|c: char| c.is_ascii_digit())).then(|| id.to_owned())
}

/// What stands after a word in a head, and its plural.
fn after<'a>(head: &'a str, word: &str) -> Option<&'a str> {
    let (at, _) = head.match_indices(word).find(|(at, _)| !head[..*at].ends_with(char::is_alphanumeric))?;
    let rest = &head[at + word.len()..];
    let rest = ["s ", "n ", "es "].iter().find_map(|plural| rest.strip_prefix(plural)).unwrap_or(rest);
    Some(rest.trim_start_matches([' ', '.', '-', '_', ':', '#']))
}

/// The chapters that a head names: one, several, or from one to another.
fn chapters(head: &str) -> BTreeSet<u8> {
    let head = composed(head).to_lowercase();
    let found = CHAPTERS.iter().find_map(|word| leading(after(&head, word)?));
    let Some((first, mut rest)) = found else { return BTreeSet::new() };
    let (mut all, mut last) = (BTreeSet::from([first]), first);
    while let Some((is_range, next, left)) = further(rest) {
        all.extend(if is_range { last..=next } else { next..=next });
        (last, rest) = (next, left);
    }
    all
}

/// The number that a text begins with, and what stands after it.
fn leading(text: &str) -> Option<(u8, &str)> {
    let length = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    Some((text[..length].parse().ok()?, &text[length..]))
}

/// Another chapter after one, such as `-5` or ` and 5`, and whether those between are meant, too.
fn further(text: &str) -> Option<(bool, u8, &str)> {
    const BETWEEN: [(&str, bool); 9] = [
        ("-", true),
        ("–", true),
        (", ", false),
        (",", false),
        (" & ", false),
        (" and ", false),
        (" und ", false),
        (" et ", false),
        (" y ", false),
    ];
    let (rest, is_range) = BETWEEN.iter().find_map(|(mark, range)| Some((text.strip_prefix(mark)?, *range)))?;
    let (number, left) = leading(rest)?;
    Some((is_range, number, left))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog;

    fn sheet(head: &str, below: &str) -> Sheet {
        Sheet::read(format!("Student;{head}\n    Points Possible;{below}\nA;\n").into_bytes()).expect("a sheet")
    }

    #[test]
    fn the_maximum_is_in_the_head_or_below_it() {
        let said = |head: &str, below: &str| maximum(&sheet(head, below), 1);
        assert_eq!(said("Chapter 4 Points Grade <Numeric MaxPoints:10>", ""), Some(10.0));
        assert_eq!(said("Chapter 4 [Total Pts: 12.5 Score] |12345", ""), Some(12.5));
        assert_eq!([said("Chapter 4 (1234)", "8"), said("Chapter 4", "")], [Some(8.0), None]);
        assert_eq!(said("Chapter 4 [Total Pts: up to 100 Score]", ""), Some(100.0));
        let moodle = Sheet::read("Name;Note;Höchstwert\nA;;10,00\nB;;10,00\n".into()).expect("a sheet");
        assert_eq!(maximum(&moodle, 1), Some(10.0));
        assert!(is_read_only(&moodle, 2) && !is_read_only(&moodle, 1));
    }

    #[test]
    fn what_an_lms_computes_takes_nothing() {
        let read_only = |head: &str, below: &str| is_read_only(&sheet(head, below), 1);
        assert!(read_only("Current Score", "(read only)") && read_only("Last downloaded from this course", ""));
        for head in ["Zuletzt von diesem Kurs geladen", "Kurs gesamt (Punkte)", "Calculated Final Grade Numerator"] {
            assert!(read_only(head, ""), "{head}");
        }
        assert!(!read_only("Chapter 4", "8"));
    }

    #[test]
    fn another_chapter_and_another_maximum_are_told() {
        let heads = ["Chapter 4 (1234)", "Ch4", "Kapitel 12: x", "ch. 5", "Launch 4", "Final", "Chapter"];
        assert_eq!(
            heads.map(|head| chapters(head).first().copied()),
            [Some(4), Some(4), Some(12), Some(5), None, None, None]
        );
        for head in ["Chapters 4-6", "Kapitel 4, 5 und 6", "chapters 4–5 and 6 (99)", "Chapters 4, 5, 6"] {
            assert_eq!(chapters(head), BTreeSet::from([4, 5, 6]), "{head}");
        }
        let exercises = vec![catalog::exercise("4.3").expect("an exercise")];
        let column = GradeColumn { title: String::new(), exercises };
        let told = |head: &str, below: &str, possible| misfits(&sheet(head, below), 1, head, &column, possible);
        assert!(told("Chapter 4", "8", 8.0).is_empty() && told("Chapter 4", "", 8.0).is_empty());
        assert_eq!(
            told("Chapter 5", "10", 8.0),
            [
                "the column `Chapter 5` is out of 10 in the sheet, and what was filled in is out of 8",
                "the column `Chapter 5` names chapter 5, and what was filled in is of chapter 4"
            ]
        );
        assert_eq!(
            told("Exercise 4.5", "", 8.0),
            ["the column `Exercise 4.5` names exercise 4.5, and what was filled in is of exercise 4.3"]
        );
        assert!(told("Exercise 4.3: Website", "", 8.0).is_empty());
        assert_eq!(told("Chapters 4-5", "", 8.0).len(), 1);
    }
}
