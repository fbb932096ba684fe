//! Who is in a class, from a list of names or from what an LMS exports. Mail addresses are left out.

use std::collections::BTreeMap;

use super::heads::{EXPECTED, LearnerColumns};
use super::sheet::{Sheet, without_mark};
use crate::failure::{Failure, Result};

/// The most rows that are told to be wrong at once.
const MOST_TOLD: usize = 20;

/// A learner as a list or an LMS has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedLearner {
    /// What the LMS calls the learner; the name if it has no id but a mail address.
    pub id: String,
    pub name: String,
    pub section: String,
    /// Canvas's second id; empty elsewhere.
    pub sis_id: String,
}

/// The learners of a file.
///
/// # Errors
/// If it is a table whose columns nobody knows, or a row is invalid; all such rows are named by their lines.
pub fn learners(bytes: Vec<u8>) -> Result<Vec<ImportedLearner>> {
    let sheet = Sheet::read(bytes)?;
    let Some(columns) = LearnerColumns::of(&sheet)? else {
        refuse_unknown_table(&sheet)?;
        return checked(listed(sheet.text()));
    };
    let id = id(&sheet, &columns);
    let rows = columns.rows(&sheet).map(|(_, row)| {
        let name = columns.name(row).text;
        let id = id.map(|column| without_mark(row.value(column)).to_owned()).filter(|id| !id.is_empty());
        let of = |column: Option<usize>| column.map(|column| row.value(column).to_owned()).unwrap_or_default();
        let learner = ImportedLearner {
            id: id.unwrap_or_else(|| name.clone()),
            name,
            section: of(columns.section),
            sis_id: of(columns.sis_id),
        };
        (row.line, learner)
    });
    checked(rows.collect())
}

/// One name a line.
fn listed(text: &str) -> Vec<(usize, ImportedLearner)> {
    let lines = text.trim_start_matches('\u{feff}').lines().map(|line| line.trim().trim_matches('"').trim());
    let named = (1..).zip(lines).filter(|(_, name)| !name.is_empty());
    let learner = |name: &str| ImportedLearner {
        id: name.to_owned(),
        name: name.to_owned(),
        section: String::new(),
        sis_id: String::new(),
    };
    named.map(|(line, name)| (line, learner(name))).collect()
}

/// The first column of ids in which every learner has one, and no mail address.
fn id(sheet: &Sheet, columns: &LearnerColumns) -> Option<usize> {
    let is_whole = |column: &usize| {
        let mut ids = columns.rows(sheet).map(|(_, row)| row.value(*column));
        ids.all(|id| !id.is_empty() && !id.contains('@'))
    };
    columns.ids.iter().copied().find(is_whole)
}

/// A list has names such as `Doe, Jane`; several cells without a blank between them are a table, and its heads are no learner.
fn refuse_unknown_table(sheet: &Sheet) -> Result<()> {
    let Some(first) = sheet.rows.iter().find(|row| !row.is_blank()) else { return Ok(()) };
    let cells: Vec<&str> = first.cells.iter().map(|cell| cell.value.as_str()).collect();
    let is_name = match cells[..] {
        [_] => true,
        [_, first_name] => sheet.has_commas() && (first_name.is_empty() || first_name.starts_with(' ')),
        _ => false,
    };
    if is_name {
        return Ok(());
    }
    let heads = cells.iter().map(|cell| format!("`{}`", cell.trim())).collect::<Vec<_>>().join(", ");
    Err(Failure::usage(format!("line {} names no column that is known: {heads}", first.line))
        .hint(format!("{EXPECTED} A list has one name a line instead, such as Jane Doe or Doe, Jane.")))
}

fn checked(rows: Vec<(usize, ImportedLearner)>) -> Result<Vec<ImportedLearner>> {
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (line, learner) in &rows {
        if learner.name.is_empty() {
            wrong.push(format!("line {line}: the name is missing"));
        } else if learner.name.contains('@') {
            wrong.push(format!("line {line}: a mail address stands for the name; a class keeps none"));
        } else if [&learner.name, &learner.id].iter().any(|text| text.chars().any(char::is_control)) {
            wrong.push(format!("line {line}: there is a control character or a line break in the name or the id"));
        } else if let Some(first) = known.insert(&learner.id, *line) {
            wrong.push(format!("line {line}: `{}` is in line {first} already", learner.id));
        }
    }
    if rows.is_empty() {
        return Err(Failure::usage("the file names nobody").hint("Write one name a line, or export the class as CSV."));
    }
    if wrong.is_empty() {
        return Ok(rows.into_iter().map(|(_, learner)| learner).collect());
    }
    let more = wrong.len().saturating_sub(MOST_TOLD);
    wrong.truncate(MOST_TOLD);
    if more > 0 {
        wrong.push(format!("and {more} more"));
    }
    Err(Failure::usage(wrong.join("\n")).hint("Correct these lines. Nothing was written."))
}

#[cfg(test)]
mod tests {
    use super::super::sheet::Encoding;
    use super::*;

    fn read(text: &str) -> Vec<(String, String)> {
        let learners = learners(text.into()).unwrap_or_else(|failure| panic!("{failure}"));
        learners.into_iter().map(|learner| (learner.id, learner.name)).collect()
    }

    fn pairs(rows: &[(&str, &str)]) -> Vec<(String, String)> {
        rows.iter().map(|(id, name)| ((*id).to_owned(), (*name).to_owned())).collect()
    }

    #[test]
    fn each_lms_and_a_list_name_the_learners() {
        let canvas = "\u{feff}Student,ID,SIS User ID,SIS Login ID,Section,Chapter 4 (9)\n\
            \"    Points Possible\",,,,,10\n\"Doe, Jane\",17,s17,jane@example.com,A,\n\"Student, Test\",99,,,A,\n";
        assert_eq!(read(canvas), pairs(&[("17", "Doe, Jane")]));
        let moodle = "First name;Last name;ID number;Email address;Chapter 4\nJané;Doe;4711;j@example.com;-\n";
        assert_eq!(read(moodle), pairs(&[("4711", "Jané Doe")]));
        let offline = "Identifier,Full name,Email address,Grade\nParticipant 12,Jane Doe,j@example.com,\n";
        assert_eq!(read(offline), pairs(&[("Participant 12", "Jane Doe")]));
        let blackboard = "\"Last Name\"\t\"First Name\"\t\"Username\"\n\"Doe\"\t\"Jane\"\t\"jdoe\"\n";
        assert_eq!(read(blackboard), pairs(&[("jdoe", "Jane Doe")]));
        let utf_16 = Encoding::Utf16Le.bytes(&format!("\u{feff}{blackboard}"));
        assert_eq!(learners(utf_16).expect("a learner")[0].id, "jdoe");
        let brightspace = "OrgDefinedId,Username,Last Name,First Name,Chapter 4 Points Grade <Numeric MaxPoints:10>,\
            End-of-Line Indicator\n#4711,#jdoe,Doe,Jane,,#\n";
        assert_eq!(read(brightspace), pairs(&[("#4711", "Jane Doe")]));
        assert_eq!(read("Doe, Jane\n\nJohn Roe\n"), pairs(&[("Doe, Jane", "Doe, Jane"), ("John Roe", "John Roe")]));
    }

    #[test]
    fn no_mail_address_becomes_an_id() {
        let only_mail = "First name,Surname,Username,Email address\nJane,Doe,jane@example.com,jane@example.com\n";
        assert_eq!(read(only_mail), pairs(&[("Jane Doe", "Jane Doe")]));
    }

    #[test]
    fn bad_rows_are_named_by_line() {
        let failed = |text: &str| learners(text.into()).expect_err("a bad row").message;
        assert_eq!(failed("Name,ID\nA,1\n,2\nB,1\n"), "line 3: the name is missing\nline 4: `1` is in line 2 already");
        assert_eq!(failed("\n\n"), "the file names nobody");
        assert_eq!(failed("ID,Grade\n1,2\n"), "the file has ids and no names");
    }

    #[test]
    fn heads_that_nobody_knows_are_no_learner() {
        for text in ["Förnamn,Efternamn\nJane,Doe\n", "Nimi;Ryhmä\nJane Doe;A\n", "A, B, C\nJane, Doe, 1\n"] {
            let failure = learners(text.into()).expect_err("no known head");
            assert!(failure.message.starts_with("line 1 names no column that is known: `"), "{failure:?}");
        }
        assert_eq!(read("Vorname,Nachname\nJané,Doe\n"), pairs(&[("Jané Doe", "Jané Doe")]));
        assert_eq!(read("Jane Doe\nRoe, John\n").len(), 2);
    }

    #[test]
    fn a_thousand_rows_are_read() {
        let rows: String = (0..1000).map(|n| format!("\"Doe {n}, J\",{n},,,A\n")).collect();
        assert_eq!(read(&format!("Student,ID,SIS User ID,SIS Login ID,Section\n{rows}")).len(), 1000);
    }
}
