//! Grades as LMSs take them: new sheets for Canvas, Moodle and others, and the LMS's own sheet with the cells that are asked for.

use std::collections::BTreeMap;

use super::grading::{Grade, GradeColumn, Grading};
use super::heads::{LearnerColumns, WrittenName, is_about_learners};
use super::kinds::Lms;
use super::roster::ClassLearner;
use super::sheet::{Sheet, SheetRow, as_text, line, without_mark};
use crate::failure::{Failure, Result};
use crate::ui::counted;

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
/// (`lib/gradebook_importer.rb`, `process_student`).
fn canvas_id(learner: &ClassLearner) -> &str {
    Some(own_id(learner)).filter(|id| id.bytes().all(|byte| byte.is_ascii_digit())).unwrap_or_default()
}

/// Learners whose id in a new sheet stays empty.
pub fn without_id<'a>(lms: Lms, learners: impl Iterator<Item = &'a ClassLearner>) -> usize {
    let id = |learner: &ClassLearner| match lms {
        Lms::Canvas => !canvas_id(learner).is_empty() || !learner.sis_id.is_empty(),
        Lms::Moodle => !own_id(learner).is_empty(),
        Lms::Csv => true,
    };
    learners.filter(|learner| !id(learner)).count()
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

/// The LMS's own sheet with one column filled.
pub struct FilledSheet {
    pub text: String,
    pub filled: usize,
    /// How many rows are about learners.
    pub rows: usize,
    /// Learners of the class whom the sheet does not name.
    pub absent: Vec<String>,
}

/// Fills the cells of one column where there is a grade. Every other byte of the sheet stays.
///
/// # Errors
/// If the sheet has no such column, it is none for grades, nobody of the class is in it, or a row has no cell in the column.
pub fn fill(sheet: &Sheet, title: &str, grading: &Grading, column: &GradeColumn) -> Result<FilledSheet> {
    if is_about_learners(title) {
        return Err(Failure::usage(format!("the column `{title}` says who a learner is, and takes no grades"))
            .hint("Name the column of the assignment with --column."));
    }
    let at = sheet.column(title).ok_or_else(|| {
        Failure::usage(format!("the sheet has no column `{title}`")).hint(format!("Its columns: {}.", heads(sheet)))
    })?;
    let is_canvas = ["student", "id", "section"].iter().all(|name| sheet.column(name).is_some());
    let lms = if is_canvas { Lms::Canvas } else { Lms::Moodle };
    let graded: Vec<&ClassLearner> = grading.learners().collect();
    let names: Vec<WrittenName> = grading.class.roster.0.iter().map(|learner| WrittenName::of(&learner.name)).collect();
    let rows = LearnerRows::of(sheet)?;
    let (mut values, mut absent) = (BTreeMap::new(), Vec::new());
    for learner in &graded {
        let Some((number, row)) = rows.of_learner(learner, &names)? else {
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
    if absent.len() == graded.len() {
        return Err(rows.names_nobody(&absent));
    }
    Ok(FilledSheet { text: sheet.filled(&values), filled: values.len(), rows: rows.rows.len(), absent })
}

fn heads(sheet: &Sheet) -> String {
    let cells = sheet.rows.first().map_or(&[][..], |row| &row.cells);
    cells.iter().map(|cell| cell.value.trim()).collect::<Vec<_>>().join(", ")
}

/// At most ten, one a line.
pub fn listed(names: &[String]) -> String {
    const MOST: usize = 10;
    let more = names.len().saturating_sub(MOST);
    let more = (more > 0).then(|| format!("and {more} more"));
    names.iter().take(MOST).cloned().chain(more).collect::<Vec<_>>().join("\n")
}

/// The rows of a sheet in which learners are looked for.
struct LearnerRows<'a> {
    sheet: &'a Sheet,
    columns: LearnerColumns,
    rows: Vec<(usize, &'a SheetRow, WrittenName)>,
}

impl<'a> LearnerRows<'a> {
    fn of(sheet: &'a Sheet) -> Result<Self> {
        let columns = LearnerColumns::found(sheet);
        if columns.ids.is_empty() && !columns.has_names() {
            return Err(Failure::usage("the sheet has no column that says who a learner is")
                .hint(format!("Call one of its columns `ID` or `Name`. Its columns: {}.", heads(sheet))));
        }
        let rows = columns.rows(sheet).map(|(number, row)| (number, row, columns.name(row))).collect();
        Ok(Self { sheet, columns, rows })
    }

    /// The row of a learner: by an id, or else by a name that only one learner and one row have.
    ///
    /// # Errors
    /// If the row with the learner's id has the name of somebody else in the class.
    fn of_learner(&self, learner: &ClassLearner, all: &[WrittenName]) -> Result<Option<(usize, &'a SheetRow)>> {
        let name = &WrittenName::of(&learner.name);
        let is_key = |row: &SheetRow| {
            let keys = self.columns.ids.iter().map(|column| key(row.value(*column)));
            keys.filter(|own| !own.is_empty()).any(|own| own == key(&learner.id) || own == key(&learner.sis_id))
        };
        if let Some((number, row, own)) = self.rows.iter().find(|(_, row, _)| is_key(row)) {
            if !own.fits(name) && all.iter().any(|other| own.fits(other)) {
                return Err(of_two(row, learner));
            }
            return Ok(Some((*number, row)));
        }
        let mut named = self.rows.iter().filter(|(.., own)| own.fits(name));
        let only = named.next().filter(|_| named.next().is_none());
        let is_unique = |own: &WrittenName| all.iter().filter(|other| own.fits(other)).count() == 1;
        Ok(only.filter(|(.., own)| is_unique(own)).map(|(number, row, _)| (*number, *row)))
    }

    /// Nothing was filled, which nobody should take for a sheet with grades.
    fn names_nobody(&self, absent: &[String]) -> Failure {
        let first = self.rows.first().map_or_else(String::new, |(_, row, _)| {
            let cells = row.cells.iter().map(|cell| cell.value.trim()).filter(|cell| !cell.is_empty());
            let cells = cells.collect::<Vec<_>>().join(", ");
            format!(" Line {} says: {cells}.", row.line)
        });
        let message = format!(
            "nobody of the class is in the sheet, which has {} of learners; nothing was filled. It does not name:\n{}",
            counted(self.rows.len(), "row"),
            listed(absent)
        );
        Failure::usage(message).hint(format!(
            "Learners are found by these columns: {}.{first} Write the ids or names of the sheet into roster.csv, or call \
             the right columns of the sheet `ID` and `Name`.",
            self.columns.heads(self.sheet).join(", ")
        ))
    }
}

/// A sheet that gives one learner's grade to another is wrong in a way that only the instructor can tell.
fn of_two(row: &SheetRow, learner: &ClassLearner) -> Failure {
    Failure::usage(format!(
        "line {}: the id is that of {}, and the name is that of another learner of the class; nothing was filled",
        row.line, learner.name
    ))
    .hint("Correct the id or the name, in the sheet or in roster.csv, and fill it again.")
}

/// An id without the mark that Brightspace puts before each.
fn key(text: &str) -> &str {
    let text = without_mark(text);
    text.strip_prefix('#').unwrap_or(text)
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

    /// One learner's grade is not written beside another's name.
    #[test]
    fn a_row_of_two_learners_is_refused() {
        let said = |text: &str| {
            let sheet = Sheet::read(text.as_bytes().to_vec()).expect("a sheet");
            let filled = with(|grading, column| fill(&sheet, "Points", grading, column));
            filled.map(|filled| filled.text).map_err(|failure| failure.message)
        };
        let wrong = said("ID,Name,Points\n18,Someone,\n17,\"Doe, Jane\",\n19,Jane Doe,3\n").expect_err("of two");
        assert_eq!(
            wrong,
            "line 4: the id is that of John Roe, and the name is that of another learner of the class; nothing was filled"
        );
        // A name that nobody of the class has may be one that somebody goes by.
        assert_eq!(said("ID,Name,Points\n17,Janey,\n"), Ok("ID,Name,Points\n17,Janey,1\n".into()));
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
        assert_eq!((filled.filled, filled.rows, filled.absent), (3, 4, vec!["-x".to_owned()]));
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

    #[test]
    fn names_in_another_order_are_found_where_the_sheet_tells_the_order() {
        for text in [
            "Nachname;Vorname;Note\nDoe;Jane;\nRoe;John;\n",
            "Name;Note\ndoe, jane;\nRoe, John;\n",
            "Name;Note\nJane Doe;\nJohn Roe;\n",
            "Vorname;Nachname;Note\nJane;Doe;\nJohn;Roe;\n",
        ] {
            let sheet = Sheet::read(text.into()).expect("a sheet");
            let filled = with(|grading, column| fill(&sheet, "Note", grading, column)).expect("filled");
            // John Roe is excused, which Moodle has no word for.
            let expected = text.replacen(";\n", ";1\n", 1);
            assert_eq!((filled.text, filled.absent.len()), (expected, 2));
        }
    }

    #[test]
    fn a_sheet_of_other_learners_is_refused() {
        let failed = |text: &str| {
            let sheet = Sheet::read(text.into()).expect("a sheet");
            with(|grading, column| fill(&sheet, "Grade", grading, column)).err().expect("nobody of the class")
        };
        let failure = failed("Name,Grade\nDoe Jane Ann,\n");
        insta::assert_snapshot!(format!("{}\n{}", failure.message, failure.hint.unwrap_or_default()));
        assert_eq!(failed("Who,Grade\nJohn Roe,\n").message, "the sheet has no column that says who a learner is");
        let names: Vec<String> = (1..=22).map(|number| format!("Learner {number}")).collect();
        assert!(listed(&names).ends_with("Learner 10\nand 12 more") && listed(&names[..1]) == "Learner 1");
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
        assert_eq!([Lms::Canvas, Lms::Moodle, Lms::Csv].map(|lms| without_id(lms, ids.iter())), [2, 1, 0]);
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
