//! The sheet that an LMS gave, with one column filled: only where there is a grade, and every other byte as it was.

use std::collections::BTreeMap;

use super::column_head::{is_read_only, misfits};
use super::grade_sheet::cell;
use super::grading::{Grade, GradeColumn, Grading};
use super::heads::is_about_learners;
use super::kinds::Lms;
use super::learner_rows::{FoundRow, LearnerRows};
use super::roster::ClassLearner;
use super::sheet::{Sheet, number};
use crate::failure::{Failure, Result};

/// Why there is no grade, if something may still be seen.
pub const UNSEEN: &str = "something was not seen";

/// The LMS's own sheet with one column filled.
pub struct FilledSheet {
    pub text: String,
    pub filled: usize,
    /// How many rows are about learners.
    pub rows: usize,
    /// Learners of the class whom the sheet does not name.
    pub absent: Vec<String>,
    /// Learners whose row cannot be told, each with the reason.
    pub ambiguous: Vec<String>,
    /// Cells that said something else before, each with what it said and says.
    pub overwritten: Vec<String>,
    /// Cells that say something and are left so, since there is no grade for them, each with the reason.
    pub left: Vec<String>,
    /// How many learners in the sheet have no grade, by the reason.
    pub ungraded: BTreeMap<&'static str, usize>,
    /// What does not fit between the column and what is in it now.
    pub misfits: Vec<String>,
}

/// Fills the cells of one column where there is a grade.
///
/// # Errors
/// If the sheet has no such column or several, it is none for grades, nobody of the class is in it, or a row has no cell in it.
pub fn fill(sheet: &Sheet, title: &str, grading: &Grading, column: &GradeColumn) -> Result<FilledSheet> {
    let at = place(sheet, title)?;
    let is_canvas = ["student", "id", "section"].iter().all(|name| sheet.column(name).is_some());
    let lms = if is_canvas { Lms::Canvas } else { Lms::Moodle };
    let graded: Vec<&ClassLearner> = grading.learners().collect();
    let rows = LearnerRows::of(sheet, &grading.class.roster)?;
    let (mut values, mut absent, mut ambiguous) = (BTreeMap::new(), Vec::new(), Vec::new());
    let (mut overwritten, mut left, mut ungraded) = (Vec::new(), Vec::new(), BTreeMap::new());
    let has_commas = sheet.has_decimal_commas();
    for learner in &graded {
        let (number, row) = match rows.of_learner(learner)? {
            FoundRow::Row(number, row) => (number, row),
            FoundRow::Absent => {
                absent.push(learner.called.clone());
                continue;
            }
            FoundRow::Ambiguous(why) => {
                ambiguous.push(format!("{}: {why}", learner.called));
                continue;
            }
        };
        if row.cells.len() <= at {
            return Err(Failure::usage(format!("line {}: the row has no cell in the column `{title}`", row.line))
                .hint("Give the row as many cells as the first line has, and fill the sheet again."));
        }
        let (grade, before) = (grading.of(learner, column), row.value(at));
        let value = cell(lms, grade);
        if value.is_empty() {
            let why = without_grade(grade);
            *ungraded.entry(why).or_default() += 1;
            if !is_empty(before) {
                left.push(format!("{}: `{before}`, {why}", learner.called));
            }
            continue;
        }
        let value = if has_commas { value.replace('.', ",") } else { value };
        if !is_same(before, &value) {
            let unseen = Grading { missing_is_zero: false, ..*grading }.of(learner, column) == Grade::Missing;
            let why = if unseen { ", since something was not seen" } else { "" };
            overwritten.push((is_word(before), format!("{}: `{before}` is now `{value}`{why}", learner.called)));
        }
        values.insert((number, at), value);
    }
    if absent.len() == graded.len() {
        return Err(rows.names_nobody(&absent));
    }
    let misfits = misfits(sheet, at, title, column, grading.possible(column)).into_iter().chain(rows.foreign_ids());
    let misfits = misfits.collect();
    // A list is cut, and a grade that is lost is worse than a word such as "Needs Grading".
    overwritten.sort_by_key(|(is_word, _)| *is_word);
    let overwritten = overwritten.into_iter().map(|(_, text)| text).collect();
    let (text, filled) = (sheet.filled(&values), values.len());
    Ok(FilledSheet { text, filled, rows: rows.count(), absent, ambiguous, overwritten, left, ungraded, misfits })
}

/// The column of that head.
fn place(sheet: &Sheet, title: &str) -> Result<usize> {
    if is_about_learners(title) {
        return Err(Failure::usage(format!("the column `{title}` takes no grades"))
            .hint("Name the column of the assignment with --column."));
    }
    let mut found = sheet.columns(title);
    let at = found.next().ok_or_else(|| {
        Failure::usage(format!("the sheet has no column `{title}`")).hint(format!("Its columns: {}.", sheet.heads()))
    })?;
    if found.next().is_some() {
        return Err(Failure::usage(format!("the sheet has several columns `{title}`"))
            .hint("Give the one that is to be filled another head in the LMS, and download the sheet again."));
    }
    if is_read_only(sheet, at) {
        return Err(Failure::usage(format!("the column `{title}` is read only: the LMS takes no grades in it"))
            .hint(format!("Name the column of the assignment with --column. The columns: {}.", sheet.heads())));
    }
    Ok(at)
}

/// Why a cell is not filled.
fn without_grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Excused => "excused",
        Grade::Unknown => "what was seen tells nothing",
        Grade::Missing | Grade::Points(_) => UNSEEN,
    }
}

/// Whether nothing is in the cell: Moodle writes a line for that.
fn is_empty(cell: &str) -> bool {
    cell.is_empty() || cell == "-"
}

/// Whether the cell says no number.
fn is_word(cell: &str) -> bool {
    number(cell).is_none()
}

/// Whether nothing is lost by the new value.
fn is_same(before: &str, now: &str) -> bool {
    is_empty(before) || before == now || number(before).is_some_and(|before| number(now) == Some(before))
}

#[cfg(test)]
mod tests {
    use super::super::grade_sheet::new_sheet;
    use super::super::grade_sheet::tests::with;
    use super::super::sheet::Encoding;
    use super::*;

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

    #[test]
    fn only_the_cells_that_are_asked_for_change() {
        let text = "\u{feff}Student;ID;SIS User ID;Section;Chapter 4 (99);Final\r\n    Points Possible;;;;10;100\r\n\
            \"Doe; \"\"J\"\"\";17;;A;;50\r\n'=HYPERLINK(1);18;;A; 3 ;\r\nJohn Roe;19;;A;;\r\nSomebody;77;;A;7;8\r\n";
        let sheet = Sheet::read(text.into()).expect("a sheet");
        let filled = with(|grading, column| fill(&sheet, "chapter 4 (99)", grading, column)).expect("filled");
        let expected = text.replace(";A;;50", ";A;1;50").replace(";A; 3 ;", ";A;0;").replace("19;;A;;", "19;;A;EX;");
        assert_eq!(filled.text, expected);
        assert_eq!((filled.filled, filled.rows, filled.absent), (3, 4, vec!["-x".to_owned()]));
        assert!(filled.left.is_empty() && filled.ungraded.is_empty());
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
            class.roster = class.roster.called();
            let grading = Grading { class: &class, section: Some("x"), ..*grading };
            let new = new_sheet(Lms::Csv, &grading, std::slice::from_ref(column)).expect("a sheet");
            assert!(new.contains("Jane") && new.contains("Ann") && !new.contains("Bo"), "{new}");
            assert_eq!(new.lines().count(), 3, "{new}");
            let sheet = Sheet::read(b"Name,Grade\nJane,\nAnn,\nBo,\n".to_vec()).expect("a sheet");
            let filled = fill(&sheet, "Grade", &grading, column).expect("filled");
            assert_eq!((filled.filled, filled.absent.len()), (0, 0));
            assert_eq!(filled.ambiguous, ["Jane (17): line 2 has a name that 2 learners have"]);
        });
    }

    fn filled(text: &str) -> FilledSheet {
        let sheet = Sheet::read(text.into()).expect("a sheet");
        with(|grading, column| fill(&sheet, "Grade", grading, column)).expect("filled")
    }

    /// Whoever has the name and another id may be somebody else; and a row that is a namesake's by the id is nobody else's.
    #[test]
    fn a_row_with_another_id_is_not_filled() {
        let filled = filled("Username,Student ID,Name,Grade\na,17,\"Doe, Jane\",\nb,5555,=HYPERLINK(1),\nc,#,-x,\n");
        assert!(filled.text.contains("\"Doe, Jane\",1\nb,5555,=HYPERLINK(1),\n"), "{}", filled.text);
        assert_eq!(filled.ambiguous, ["=HYPERLINK(1): line 3 has that name, and `5555` as the id"]);
        with(|grading, column| {
            let mut class = grading.class.clone();
            class.roster.0[1].name = "Jane Doe".into();
            class.roster = class.roster.called();
            let grading = Grading { class: &class, ..*grading };
            let sheet = Sheet::read(b"ID,Name,Grade\n17,Jane Doe,\n".to_vec()).expect("a sheet");
            let filled = fill(&sheet, "Grade", &grading, column).expect("filled");
            assert_eq!((filled.filled, filled.ambiguous.len()), (1, 0));
            assert_eq!(filled.absent, ["Jane Doe (18)", "John Roe", "-x"]);
        });
    }

    /// Moodle offers a sheet with ids of its own alone: then names are all that there is, which is said.
    #[test]
    fn ids_of_another_kind_hold_nobody_up() {
        let filled = filled("Identifier,Full name,Grade\nParticipant 1,Jane Doe,\nParticipant 2,=HYPERLINK(1),-\n");
        assert_eq!((filled.filled, filled.overwritten.len()), (2, 0));
        assert_eq!(
            filled.misfits,
            ["no id of the sheet is one of roster.csv, so that its rows were found by their names alone"]
        );
    }

    #[test]
    fn numbers_are_compared_and_written_as_the_sheet_has_them() {
        let words = filled("ID;Name;Grade\n17;ab;Needs Grading\n18;cd;7,5\n");
        assert_eq!(words.overwritten[0], "=HYPERLINK(1): `7,5` is now `0`", "a grade is told before a word");
        let told = filled("ID;Name;Grade\n17;ab;1,0\n18;cd;7,5\n19;ef;5\n20;gh;\n");
        assert_eq!(told.text, "ID;Name;Grade\n17;ab;1\n18;cd;0\n19;ef;5\n20;gh;\n");
        assert_eq!(told.overwritten, ["=HYPERLINK(1): `7,5` is now `0`"]);
        assert_eq!(told.left, ["John Roe: `5`, excused"]);
        assert_eq!(told.ungraded, BTreeMap::from([("excused", 1), ("something was not seen", 1)]));
        with(|grading, column| {
            let mut class = grading.class.clone();
            class.settings.points.insert("4.3".into(), 2.5);
            let sheet = Sheet::read(b"ID;Name;Grade;Other\n17;ab;;3,5\n".to_vec()).expect("a sheet");
            let filled = fill(&sheet, "Grade", &Grading { class: &class, ..*grading }, column).expect("filled");
            assert_eq!(filled.text, "ID;Name;Grade;Other\n17;ab;2,5;3,5\n");
        });
    }

    /// What was there is not lost without a word, and nobody is in two rows.
    #[test]
    fn what_is_overwritten_and_what_cannot_be_told_is_named() {
        let text =
            "ID,Name,Chapter 5,Final,Final\n17,Jane Doe,3,,\n18,Link,0.00,,\n19,John Roe,,,\n20,-x,2,,\n20,-x,,,\n";
        let sheet = Sheet::read(text.into()).expect("a sheet");
        let filled = with(|grading, column| fill(&sheet, "Chapter 5", grading, column)).expect("filled");
        assert_eq!(filled.overwritten, ["Doe, Jane: `3` is now `1`"]);
        assert!(filled.left.is_empty());
        assert_eq!(filled.ambiguous, ["-x: lines 5, 6 all have that name or id"]);
        assert_eq!(filled.misfits, ["the column `Chapter 5` names chapter 5, and what was filled in is of chapter 4"]);
        let zero = with(|grading, column| {
            let grading = Grading { missing_is_zero: true, ..*grading };
            let sheet = Sheet::read(text.replace("20,-x,,,\n", "").into_bytes()).expect("a sheet");
            fill(&sheet, "Chapter 5", &grading, column).expect("filled").overwritten
        });
        assert_eq!(zero[1], "-x: `2` is now `0`, since something was not seen");
        let twice = with(|grading, column| fill(&sheet, "final", grading, column)).err().expect("two columns");
        assert_eq!(twice.message, "the sheet has several columns `final`");
    }
}
