//! What a sheet of an LMS says of a column of grades: out of how many points it is, for which chapter, and whether it takes any.

use std::collections::BTreeSet;

use super::grade_sheet::number;
use super::grading::GradeColumn;
use super::sheet::{Sheet, SheetRow};
use super::written::composed;

/// Before the maximum in a head: Brightspace (`<Numeric MaxPoints:10>`) and Blackboard (`[Total Pts: 10 Score]`).
const MAXIMA: [&str; 2] = ["maxpoints:", "total pts:"];
/// What Canvas's second row begins with.
const POINTS_POSSIBLE: &str = "Points Possible";
/// Columns that LMSs compute: Canvas says so below the head (`lib/gradebook_importer.rb`), Moodle by the head alone.
const READ_ONLY: [&str; 2] = ["(read only)", "last downloaded from this course"];
/// How heads call a chapter.
const CHAPTERS: [&str; 8] = ["chapter", "kapitel", "chapitre", "capítulo", "capitulo", "chap.", "kap.", "ch"];

/// The most points of the column, as the sheet says it.
pub fn maximum(sheet: &Sheet, column: usize) -> Option<f64> {
    let head = sheet.rows.first()?.value(column).to_lowercase();
    let after = MAXIMA.iter().find_map(|mark| head.split_once(mark)).map(|(_, rest)| rest.trim_start());
    let digits = after.map(|rest| rest.split(|c: char| !c.is_ascii_digit() && c != '.').next().unwrap_or_default());
    let below = points_possible(sheet).map(|row| row.value(column));
    digits.or(below)?.parse().ok()
}

fn points_possible(sheet: &Sheet) -> Option<&SheetRow> {
    sheet.rows.iter().skip(1).find(|row| row.value(0).starts_with(POINTS_POSSIBLE))
}

/// Whether the LMS computes the column, and takes nothing for it.
pub fn is_read_only(sheet: &Sheet, column: usize) -> bool {
    let head = sheet.rows.first().map_or("", |row| row.value(column));
    let below = points_possible(sheet).map_or("", |row| row.value(column));
    [head, below].iter().any(|text| READ_ONLY.iter().any(|mark| text.to_lowercase().starts_with(mark)))
}

/// What does not fit between the sheet's column and what it is filled with, in words.
pub fn misfits(sheet: &Sheet, at: usize, title: &str, column: &GradeColumn, possible: f64) -> Vec<String> {
    let maximum = maximum(sheet, at).filter(|most| (most - possible).abs() > 0.005);
    let points = maximum.map(|most| {
        let (most, possible) = (number(most), number(possible));
        format!("the column `{title}` is out of {most} in the sheet, and what was filled in is out of {possible}")
    });
    let chapters: BTreeSet<u8> = column.exercises.iter().map(|exercise| exercise.chapter).collect();
    let other = chapter(title).filter(|named| !chapters.contains(named) || chapters.len() > 1);
    let chapter = other.map(|named| {
        format!("the column `{title}` names chapter {named}, and what was filled in is of another one, or of several")
    });
    points.into_iter().chain(chapter).collect()
}

/// The chapter that a head names.
fn chapter(head: &str) -> Option<u8> {
    let head = composed(head).to_lowercase();
    CHAPTERS.iter().find_map(|word| {
        let (at, _) = head.match_indices(word).find(|(at, _)| !head[..*at].ends_with(char::is_alphanumeric))?;
        let rest = head[at + word.len()..].trim_start_matches([' ', '.', '-', '_', ':', '#']);
        rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
    })
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
    }

    #[test]
    fn what_an_lms_computes_takes_nothing() {
        let read_only = |head: &str, below: &str| is_read_only(&sheet(head, below), 1);
        assert!(read_only("Current Score", "(read only)") && read_only("Last downloaded from this course", ""));
        assert!(!read_only("Chapter 4", "8"));
    }

    #[test]
    fn another_chapter_and_another_maximum_are_told() {
        let heads = ["Chapter 4 (1234)", "Ch4", "Kapitel 12: x", "ch. 5", "Launch 4", "Final", "Chapter"];
        assert_eq!(heads.map(chapter), [Some(4), Some(4), Some(12), Some(5), None, None, None]);
        let exercises = vec![catalog::exercise("4.3").expect("an exercise")];
        let column = GradeColumn { title: String::new(), exercises };
        let told = |head: &str, below: &str, possible| misfits(&sheet(head, below), 1, head, &column, possible);
        assert!(told("Chapter 4", "8", 8.0).is_empty() && told("Chapter 4", "", 8.0).is_empty());
        assert_eq!(
            told("Chapter 5", "10", 8.0),
            [
                "the column `Chapter 5` is out of 10 in the sheet, and what was filled in is out of 8",
                "the column `Chapter 5` names chapter 5, and what was filled in is of another one, or of several"
            ]
        );
    }
}
