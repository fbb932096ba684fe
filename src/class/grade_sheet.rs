//! Grades as LMSs take them: new sheets for Canvas, Moodle and others.

use super::grading::{Grade, GradeColumn, Grading};
use super::kinds::Lms;
use super::roster::ClassLearner;
use super::sheet::{as_text, line};
use crate::failure::{Failure, Result};

/// The most points that Moodle takes of a column (grade/import/csv).
const MOODLE_MOST: f64 = 100.0;

/// A whole new sheet.
///
/// # Errors
/// If the LMS would refuse it.
pub fn new_sheet(lms: Lms, grading: &Grading, columns: &[GradeColumn]) -> Result<String> {
    let titles: Vec<String> = columns.iter().map(|column| as_text(&column.title)).collect();
    let learners = grading.learners();
    let cells = |learner: &ClassLearner| -> Vec<String> {
        columns.iter().map(|column| cell(lms, grading.of(learner, column))).collect()
    };
    let text = |cells: &[&str]| -> Vec<String> { cells.iter().map(|cell| as_text(cell)).collect() };
    let rows: String = match lms {
        Lms::Canvas => {
            let head = text(&["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]);
            let points = columns.iter().map(|column| number(grading.possible(column)));
            let possible = text(&["    Points Possible", "", "", "", ""]).into_iter().chain(points);
            let row = |one: &ClassLearner| {
                [text(&[&one.name, canvas_id(one), &one.sis_id, "", &one.section]), cells(one)].concat()
            };
            line(head.into_iter().chain(titles))
                + &line(possible)
                + &learners.map(|one| line(row(one))).collect::<String>()
        }
        Lms::Moodle => {
            refuse_above_100(grading, columns)?;
            let row = |one: &ClassLearner| [text(&[own_id(one), &one.name]), cells(one)].concat();
            let head = text(&["ID number", "Name"]).into_iter().chain(titles);
            line(head) + &learners.map(|one| line(row(one))).collect::<String>()
        }
        Lms::Csv => {
            let row = |one: &ClassLearner| [text(&[&one.id, &one.name, &one.section]), cells(one)].concat();
            let head = text(&["id", "name", "section"]).into_iter().chain(titles);
            line(head) + &learners.map(|one| line(row(one))).collect::<String>()
        }
    };
    Ok(rows)
}

/// The id that the LMS gave; a list of names has none, and the name stands for it.
fn own_id(learner: &ClassLearner) -> &str {
    if learner.id == learner.name { "" } else { &learner.id }
}

/// Canvas takes the digits that an id begins with for its own number of a learner, and whoever has none for the name
/// (`lib/gradebook_importer.rb`, `process_student`). A school's number of a learner is none of Canvas's.
fn canvas_id(learner: &ClassLearner) -> &str {
    let is_canvas = |id: &&str| id.bytes().all(|byte| byte.is_ascii_digit()) && **id != learner.sis_id;
    Some(own_id(learner)).filter(is_canvas).unwrap_or_default()
}

/// The names of learners whose id in a new sheet stays empty.
pub fn without_id<'a>(lms: Lms, learners: impl Iterator<Item = &'a ClassLearner>) -> Vec<String> {
    let id = |learner: &ClassLearner| match lms {
        Lms::Canvas => !canvas_id(learner).is_empty() || !learner.sis_id.is_empty(),
        Lms::Moodle => !own_id(learner).is_empty(),
        Lms::Csv => true,
    };
    learners.filter(|learner| !id(learner)).map(|learner| learner.called.clone()).collect()
}

fn refuse_above_100(grading: &Grading, columns: &[GradeColumn]) -> Result<()> {
    match columns.iter().find(|column| grading.possible(column) > MOODLE_MOST) {
        None => Ok(()),
        Some(column) => Err(Failure::usage(format!(
            "{} is worth {} points, and Moodle takes at most 100",
            column.title,
            number(grading.possible(column))
        ))
        .hint("Write fewer points into class.toml, or grade fewer exercises in a column.")),
    }
}

/// What a cell says of a grade; empty if there is none.
pub fn cell(lms: Lms, grade: Grade) -> String {
    match (grade, lms) {
        (Grade::Points(points), _) => number(points),
        (Grade::Excused, Lms::Canvas) => "EX".into(),
        (Grade::Excused, Lms::Csv) => "excused".into(),
        (Grade::Excused, Lms::Moodle) | (Grade::Missing | Grade::Unknown, _) => String::new(),
    }
}

/// With two decimals at the most.
pub fn number(points: f64) -> String {
    let text = format!("{points:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".into() } else { text.to_owned() }
}

/// At most ten, one a line.
pub fn listed(names: &[String]) -> String {
    const MOST: usize = 10;
    let more = names.len().saturating_sub(MOST);
    let more = (more > 0).then(|| format!("and {more} more"));
    names.iter().take(MOST).cloned().chain(more).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
pub mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::class::decisions::{Decided, Decision, Decisions};
    use crate::class::folder::ClassFolder;
    use crate::class::results::tests::line as result;
    use crate::class::results::{ClassResults, ResultVerdict};
    use crate::class::testing;

    /// A class in which the first has done 4.3, the second has not, the third is excused, and the fourth is not seen.
    pub fn with<T>(look: impl FnOnce(&Grading, &GradeColumn) -> T) -> T {
        let (folder, mut class) = testing::fixed(&["Doe, Jane", "=HYPERLINK(1)", "John Roe", "-x"]);
        for (number, learner) in class.roster.0.iter_mut().enumerate() {
            learner.id = format!("{}", 17 + number);
        }
        let at: Timestamp = "2027-01-01T00:00:00Z".parse().expect("a time");
        let excuse = Decision {
            at,
            learner: "l-2".into(),
            exercise: "4.3".into(),
            decided: Decided::Excused,
            because: "ill".into(),
        };
        Decisions::add(folder.path(), excuse).expect("written");
        let decisions = Decisions::read(folder.path()).expect("read");
        let day = "2026-11-30T10:00:00Z";
        let results = ClassResults(vec![
            result("l-0", day, "4.3", ResultVerdict::Done, &[]),
            result("l-1", day, "4.3", ResultVerdict::NotDone, &["policy"]),
        ]);
        let class: &ClassFolder = &class;
        let exercises = vec![crate::catalog::exercise("4.3").expect("an exercise")];
        let grading =
            Grading { class, section: None, results: &results, decisions: &decisions, at, missing_is_zero: false };
        look(&grading, &GradeColumn { title: "Exercise 4.3".into(), exercises })
    }

    #[test]
    fn new_sheets_for_each_lms() {
        let sheets = with(|grading, column| {
            let column = || GradeColumn { title: column.title.clone(), exercises: column.exercises.clone() };
            let sheet = |lms| new_sheet(lms, grading, &[column()]).expect("a sheet");
            assert_eq!(sheet(Lms::Canvas), sheet(Lms::Canvas), "the same results give the same bytes");
            [Lms::Canvas, Lms::Moodle, Lms::Csv].map(sheet).join("---\n")
        });
        insta::assert_snapshot!(sheets);
    }

    /// Canvas's importer: column 1 has "Student", column 2 "ID", SIS Login ID is column 4 after SIS User ID, and the last of
    /// the learner's columns is "Section" (`lib/gradebook_importer.rb`).
    #[test]
    fn canvas_would_take_its_sheet() {
        let sheet = with(|grading, column| {
            let column = GradeColumn { title: column.title.clone(), exercises: column.exercises.clone() };
            new_sheet(Lms::Canvas, grading, &[column]).expect("a sheet")
        });
        let head: Vec<&str> = sheet.lines().next().expect("a line").split(',').collect();
        assert_eq!(head[..5], ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]);
        assert!(sheet.lines().nth(1).expect("a line").starts_with("\"    Points Possible\""));
    }

    #[test]
    fn what_is_no_id_of_the_lms_is_not_called_one() {
        let learner = |id: &str| {
            let (_folder, class) = testing::fixed(&["3rd Doe"]);
            ClassLearner { id: id.into(), ..class.roster.0[0].clone() }
        };
        let ids = ["3rd Doe", "17", "17b"].map(learner);
        assert_eq!(ids.each_ref().map(canvas_id), ["", "17", ""]);
        assert_eq!(ids.each_ref().map(own_id), ["", "17", "17b"]);
        assert_eq!([Lms::Canvas, Lms::Moodle, Lms::Csv].map(|lms| without_id(lms, ids.iter()).len()), [2, 1, 0]);
        let school = ClassLearner { sis_id: "17".into(), ..ids[1].clone() };
        assert_eq!((canvas_id(&school), without_id(Lms::Canvas, [&school].into_iter()).len()), ("", 0));
    }

    #[test]
    fn a_long_list_is_cut() {
        let names: Vec<String> = (1..=22).map(|number| format!("Learner {number}")).collect();
        assert!(listed(&names).ends_with("Learner 10\nand 12 more") && listed(&names[..1]) == "Learner 1");
    }

    #[test]
    fn numbers_have_two_decimals_at_the_most() {
        assert_eq!(
            [0.0, 1.0, 2.5, 1.0 / 3.0, 10.0, 100.0, -0.0].map(number),
            ["0", "1", "2.5", "0.33", "10", "100", "0"]
        );
    }
}
