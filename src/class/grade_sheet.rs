//! Grades as LMSs take them: new sheets for Canvas, Moodle and others, and the LMS's own sheet with the cells that are asked for.

use std::collections::BTreeMap;

use super::grading::{Grade, GradeColumn, Grading};
use super::kinds::Lms;
use super::roster::ClassLearner;
use super::sheet::{Sheet, SheetRow, as_text, line, without_mark};
use crate::failure::{Failure, Result};

/// The most points that Moodle takes of a column (grade/import/csv).
const MOODLE_MOST: f64 = 100.0;
/// How LMSs call what tells learners apart.
const KEYS: [&str; 7] = ["id", "id number", "identifier", "orgdefinedid", "student id", "username", "sis user id"];
const NAMES: [&str; 3] = ["student", "name", "full name"];
/// What else LMSs write about learners, and no grade.
const ABOUT: [&str; 7] =
    ["sis login id", "section", "first name", "last name", "surname", "email address", "end-of-line indicator"];

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
            let row =
                |one: &ClassLearner| [text(&[&one.name, &one.id, &one.sis_id, "", &one.section]), cells(one)].concat();
            line(head.into_iter().chain(titles))
                + &line(possible)
                + &learners.map(|one| line(row(one))).collect::<String>()
        }
        Lms::Moodle => {
            refuse_above_100(grading, columns)?;
            let row = |one: &ClassLearner| [text(&[&one.id, &one.name]), cells(one)].concat();
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

fn cell(lms: Lms, grade: Grade) -> String {
    match (grade, lms) {
        (Grade::Points(points), _) => number(points),
        (Grade::Excused, Lms::Canvas) => "EX".into(),
        (Grade::Excused, Lms::Csv) => "excused".into(),
        (Grade::Excused, Lms::Moodle) | (Grade::Missing | Grade::Unknown, _) => String::new(),
    }
}

/// With two decimals at the most.
fn number(points: f64) -> String {
    let text = format!("{points:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".into() } else { text.to_owned() }
}

/// The LMS's own sheet with one column filled, and whom it does not name.
pub struct FilledSheet {
    pub text: String,
    pub filled: usize,
    /// Learners of the class whom the sheet does not name.
    pub absent: Vec<String>,
}

/// Fills the cells of one column where there is a grade. Every other byte of the sheet stays.
///
/// # Errors
/// If the sheet has no such column, it is none for grades, or a row has no cell in it.
pub fn fill(sheet: &Sheet, title: &str, grading: &Grading, column: &GradeColumn) -> Result<FilledSheet> {
    if [&KEYS[..], &NAMES, &ABOUT].concat().contains(&&*title.trim().to_lowercase()) {
        return Err(Failure::usage(format!("the column `{title}` says who a learner is, and takes no grades"))
            .hint("Name the column of the assignment with --column."));
    }
    let at = sheet.column(title).ok_or_else(|| {
        let known: Vec<&str> =
            sheet.rows.first().map_or(Vec::new(), |row| row.cells.iter().map(|c| c.value.trim()).collect());
        Failure::usage(format!("the sheet has no column `{title}`")).hint(format!("Its columns: {}.", known.join(", ")))
    })?;
    let is_canvas = ["student", "id", "section"].iter().all(|name| sheet.column(name).is_some());
    let lms = if is_canvas { Lms::Canvas } else { Lms::Moodle };
    let (mut values, mut absent) = (BTreeMap::new(), Vec::new());
    for learner in grading.learners() {
        let Some((number, row)) = row_of(sheet, learner, &grading.class.roster.0) else {
            absent.push(learner.name.clone());
            continue;
        };
        if row.cells.len() <= at {
            return Err(Failure::usage(format!("line {}: the row has no cell in the column `{title}`", row.line)));
        }
        let value = cell(lms, grading.of(learner, column));
        if !value.is_empty() {
            values.insert((number, at), value);
        }
    }
    Ok(FilledSheet { text: sheet.filled(&values), filled: values.len(), absent })
}

/// An id without the mark that Brightspace puts before each.
fn key(text: &str) -> &str {
    let text = without_mark(text);
    text.strip_prefix('#').unwrap_or(text)
}

/// The row of a learner: by an id, or else by a name that only one learner and one row have.
fn row_of<'a>(sheet: &'a Sheet, learner: &ClassLearner, all: &[ClassLearner]) -> Option<(usize, &'a SheetRow)> {
    let keys: Vec<usize> = KEYS.iter().filter_map(|name| sheet.column(name)).collect();
    let is_key = |row: &SheetRow| {
        keys.iter()
            .map(|column| key(row.value(*column)))
            .any(|own| !own.is_empty() && (own == key(&learner.id) || own == key(&learner.sis_id)))
    };
    if let Some(found) = sheet.below().find(|(_, row)| is_key(row)) {
        return Some(found);
    }
    if all.iter().filter(|other| other.name == learner.name).count() > 1 {
        return None;
    }
    let name = |row: &SheetRow| row_name(sheet, row);
    let mut named = sheet.below().filter(|(_, row)| name(row) == learner.name);
    named.next().filter(|_| named.next().is_none())
}

fn row_name(sheet: &Sheet, row: &SheetRow) -> String {
    if let Some(column) = NAMES.iter().find_map(|name| sheet.column(name)) {
        return without_mark(row.value(column)).to_owned();
    }
    let of = |names: [&str; 2]| names.iter().find_map(|name| sheet.column(name)).map_or("", |column| row.value(column));
    format!("{} {}", of(["first name", "firstname"]), of(["last name", "surname"])).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::super::sheet::Encoding;
    use super::*;
    use crate::class::decisions::{Decided, Decision, Decisions};
    use crate::class::folder::ClassFolder;
    use crate::class::results::tests::line as result;
    use crate::class::results::{ClassResults, ResultVerdict};
    use crate::class::testing;

    /// A class in which the first has done 4.3, the second has not, the third is excused, and the fourth is not seen.
    fn with<T>(look: impl FnOnce(&Grading, &GradeColumn) -> T) -> T {
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
    fn only_the_cells_that_are_asked_for_change() {
        let text = "\u{feff}Student;ID;SIS User ID;Section;Chapter 4 (99);Final\r\n    Points Possible;;;;10;100\r\n\
            \"Doe; \"\"J\"\"\";17;;A;;50\r\n'=HYPERLINK(1);18;;A; 3 ;\r\nJohn Roe;19;;A;;\r\nSomebody;77;;A;7;8\r\n";
        let sheet = Sheet::read(text.into()).expect("a sheet");
        let filled = with(|grading, column| fill(&sheet, "chapter 4 (99)", grading, column)).expect("filled");
        let expected = text.replace(";A;;50", ";A;1;50").replace(";A; 3 ;", ";A;0;").replace("19;;A;;", "19;;A;EX;");
        assert_eq!(filled.text, expected);
        assert_eq!((filled.filled, filled.absent), (3, vec!["-x".to_owned()]));
        for title in ["ID", "section", "Student"] {
            let failure = with(|grading, column| fill(&sheet, title, grading, column)).err().expect("no grades");
            assert!(failure.message.contains("takes no grades"), "{failure:?}");
        }
        let failure = with(|grading, column| fill(&sheet, "Chapter 5", grading, column)).err().expect("no such column");
        assert!(failure.hint.expect("columns").contains("Chapter 4 (99)"));
    }

    #[test]
    fn a_sheet_without_ids_is_filled_by_names_that_are_unique() {
        let text = "First name,Surname,Grade\nJohn,Roe,\nJohn,Roe,\n=HYPERLINK(1),,\n";
        let sheet = Sheet::read(text.into()).expect("a sheet");
        let filled = with(|grading, column| fill(&sheet, "Grade", grading, column)).expect("filled");
        assert_eq!(filled.text, text.replace("(1),,\n", "(1),,0\n"));
    }

    /// Brightspace: a mark before each id, an item's points in its head, and a column of marks at the end. Blackboard: the id
    /// of the column in its head, tabs, and quotation marks around all.
    #[test]
    fn sheets_of_brightspace_and_blackboard_are_filled() {
        let brightspace = "OrgDefinedId,Username,Chapter 4 Points Grade <Numeric MaxPoints:10>,End-of-Line Indicator\r\n\
            #17,#jdoe,,#\r\n#18,#link,3,#\r\n#99,#x,5,#\r\n";
        let blackboard = "\u{feff}\"Last Name\"\t\"First Name\"\t\"Username\"\t\"Student ID\"\t\"Chapter 4 [Total Pts: 10 Score] \
            |12345\"\r\n\"Doe\"\t\"Jane\"\t\"jdoe\"\t\"17\"\t\"\"\r\n\"X\"\t\"L\"\t\"18\"\t\"\"\t\"3\"\r\n";
        let cases = [
            (brightspace, "Chapter 4 Points Grade <Numeric MaxPoints:10>", [("#jdoe,,#", "#jdoe,1,#"), ("3,#", "0,#")]),
            (
                blackboard,
                "Chapter 4 [Total Pts: 10 Score] |12345",
                [("\"17\"\t\"\"", "\"17\"\t\"1\""), ("\"3\"", "\"0\"")],
            ),
        ];
        for (text, title, changes) in cases {
            for encoding in [Encoding::Utf8, Encoding::Utf16Le] {
                let sheet = Sheet::read(encoding.bytes(&format!("\u{feff}{}", text.trim_start_matches('\u{feff}'))));
                let sheet = sheet.expect("a sheet");
                let filled = with(|grading, column| fill(&sheet, title, grading, column)).expect("filled");
                let expected = changes.iter().fold(sheet.text().to_owned(), |text, (from, to)| text.replace(from, to));
                assert_eq!((filled.text, filled.filled), (expected, 2));
            }
        }
    }

    #[test]
    fn numbers_have_two_decimals_at_the_most() {
        assert_eq!(
            [0.0, 1.0, 2.5, 1.0 / 3.0, 10.0, 100.0, -0.0].map(number),
            ["0", "1", "2.5", "0.33", "10", "100", "0"]
        );
    }

    /// A name that somebody of another section has, too, tells no learner of this one apart.
    #[test]
    fn a_section_is_graded_alone() {
        with(|grading, column| {
            let mut class = grading.class.clone();
            for (learner, (name, section)) in
                class.roster.0.iter_mut().zip([("Jane", "x"), ("Jane", "y"), ("Ann", "x"), ("Bo", "y")])
            {
                (learner.name, learner.section) = (name.into(), section.into());
            }
            let grading = Grading { class: &class, section: Some("x"), ..*grading };
            let new = new_sheet(Lms::Csv, &grading, std::slice::from_ref(column)).expect("a sheet");
            assert!(new.contains("Jane") && new.contains("Ann") && !new.contains("Bo"), "{new}");
            assert_eq!(new.lines().count(), 3, "{new}");
            let sheet = Sheet::read(b"Name,Grade\nJane,\nAnn,\nBo,\n".to_vec()).expect("a sheet");
            let filled = fill(&sheet, "Grade", &grading, column).expect("filled");
            assert_eq!((filled.filled, filled.absent), (0, vec!["Jane".to_owned()]));
        });
    }
}
