//! Who is in a class, from a list of names or from what an LMS exports. Mail addresses are left out.

use std::collections::BTreeMap;

use super::heads::{EXPECTED, LearnerColumns, is_schools_number};
use super::sheet::{Sheet, refuse_open_comma, without_mark};
use super::written::{composed, plain};
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
    /// Canvas's second id, which is the school's number of the learner; empty elsewhere.
    pub sis_id: String,
}

/// The learners of a file.
///
/// # Errors
/// If it is a table whose columns nobody knows, or a row is invalid; all such rows are named by their lines.
pub fn learners(bytes: Vec<u8>) -> Result<Vec<ImportedLearner>> {
    let sheet = Sheet::read(bytes)?;
    if sheet.text().trim_start_matches('\u{feff}').trim_start().starts_with('{') {
        return Err(Failure::usage("this is no list and no table, but JSON, as a hand-in is").hint(EXPECTED));
    }
    let Some(columns) = LearnerColumns::of(&sheet)? else {
        refuse_unknown_table(&sheet)?;
        return checked(listed(sheet.text()));
    };
    if let (true, Some(name), Some(section)) = (sheet.has_commas(), columns.name_column(), columns.section) {
        columns.rows(&sheet).try_for_each(|(_, row)| refuse_open_comma(row, [name, section]))?;
    }
    let id = id(&sheet, &columns);
    let is_schools = id.is_some_and(|column| is_schools_number(&sheet, column));
    let rows = columns.rows(&sheet).map(|(_, row)| {
        let name = columns.name(row).text;
        let id =
            id.map(|column| without_mark(row.value(column)).to_owned()).filter(|id| !["", "#"].contains(&id.as_str()));
        let of = |column: Option<usize>| column.map(|column| row.value(column).to_owned()).unwrap_or_default();
        let sis_id = if is_schools { id.clone().unwrap_or_default() } else { of(columns.sis_id) };
        let id = id.unwrap_or_else(|| name.clone());
        let learner = ImportedLearner { id, name, section: of(columns.section), sis_id };
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

/// The column of ids in which most learners have one, and nobody a mail address; of those alike the first.
fn id(sheet: &Sheet, columns: &LearnerColumns) -> Option<usize> {
    let ids = |column: usize| columns.rows(sheet).map(move |(_, row)| row.value(column));
    let is_id = |column: &usize| !ids(*column).any(|id| id.contains('@'));
    let count = |column: usize| ids(column).filter(|id| !id.is_empty()).count();
    let most = columns.ids.iter().copied().filter(is_id).rev().max_by_key(|column| count(*column));
    most.filter(|column| count(*column) > 0)
}

/// The names of learners who have no id though others have one: their names stand for it.
pub fn without_id(learners: &[ImportedLearner]) -> Vec<String> {
    let without: Vec<String> = learners.iter().filter(|one| one.id == one.name).map(|one| one.name.clone()).collect();
    if without.len() == learners.len() { Vec::new() } else { without }
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
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let mut is_twice = false;
    let mut wrong = Vec::new();
    for (line, learner) in &rows {
        if learner.name.is_empty() {
            wrong.push(format!("line {line}: the name is missing"));
        } else if learner.name.contains('@') {
            wrong.push(format!("line {line}: a mail address stands for the name; a class keeps none"));
        } else if [&learner.name, &learner.id].iter().any(|text| text.chars().any(char::is_control)) {
            wrong.push(format!("line {line}: there is a control character or a line break in the name or the id"));
        } else if learner.id == learner.name && is_no_name(&learner.name) {
            wrong.push(format!("line {line}: `{}` does not begin as a name does", learner.name));
        } else if let Some(first) = known.insert(compared(learner), *line) {
            is_twice = true;
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
    let hint = if is_twice { TWICE } else { "Correct these lines. Nothing was written." };
    Err(Failure::usage(wrong.join("\n")).hint(hint))
}

/// How two learners of one name get into a class.
const TWICE: &str = "Nothing was written. Delete what stands twice. Two learners of one name need ids: write a table whose first \
     line is `ID,Name`, with an id of your choice before each name.";

/// An id as it is compared. A name that stands for one is compared as names in sheets are.
fn compared(learner: &ImportedLearner) -> String {
    if learner.id == learner.name { plain(&learner.name) } else { composed(&learner.id) }
}

/// Whether it is a remark or an item of a numbered list.
fn is_no_name(text: &str) -> bool {
    let rest = text.trim_start_matches(|one: char| one.is_ascii_digit());
    text.starts_with('#') || (rest.len() < text.len() && rest.starts_with(['.', ')']))
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
        let posting = canvas.replacen("\"    P", ",,,,,Manual Posting\n\"    P", 1);
        assert_eq!(read(&posting), pairs(&[("17", "Doe, Jane")]));
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

    /// Who has none is known by the name; everybody else keeps theirs.
    #[test]
    fn ids_are_kept_where_they_are() {
        let moodle = "First name,Last name,ID number\nJane,Doe,1001\nJohn,Roe,\nAnn,Lee,1003\n";
        let all = learners(moodle.into()).expect("learners");
        assert_eq!(read(moodle), pairs(&[("1001", "Jane Doe"), ("John Roe", "John Roe"), ("1003", "Ann Lee")]));
        assert_eq!(without_id(&all), ["John Roe"]);
        assert!(without_id(&learners(b"A\nB\n".to_vec()).expect("a list")).is_empty(), "a list has none");
        let school = learners(b"Name;Matrikelnummer\nJane Doe;4711\n".to_vec()).expect("a learner");
        assert_eq!((school[0].id.as_str(), school[0].sis_id.as_str()), ("4711", "4711"));
    }

    #[test]
    fn a_list_of_names_is_one() {
        let failed = |text: &str| learners(text.into()).expect_err("a bad row");
        assert_eq!(failed("# my class\nA\n1. Bob Ray\n").message.lines().count(), 2);
        let twice = failed("Ann Lee\nann  lee\n");
        assert_eq!(twice.message, "line 2: `ann  lee` is in line 1 already");
        assert!(twice.hint.is_some_and(|hint| hint.contains("`ID,Name`")));
        assert_eq!(read("3rd Doe\n"), pairs(&[("3rd Doe", "3rd Doe")]));
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
