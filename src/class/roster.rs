//! roster.csv: the learners of a class, each with a pseudonym and an external id. Columns that the program does not know stay.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use jiff::Timestamp;

use super::import::ImportedLearner;
use super::random;
use super::sheet::{Sheet, SheetRow, as_text, line, refuse_open_comma, without_mark};
use super::written::{composed, plain};
use super::zone::{ClassZone, moment};
use crate::failure::{Failure, Result};
use crate::workspace::write_atomically;

/// The roster of a class.
pub const ROSTER_FILE: &str = "roster.csv";
const COLUMNS: [&str; 7] = ["id", "name", "section", "sis_id", "pseudonym", "external_id", "until"];
/// 26 letters and digits of five bits: 130 bits.
const EXTERNAL_ID: usize = 26;
const PSEUDONYM: usize = 6;

/// A learner of the class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassLearner {
    /// What the LMS calls the learner.
    pub id: String,
    pub name: String,
    pub section: String,
    /// Canvas's second id.
    pub sis_id: String,
    /// What results, exports and AWS's logs call the learner.
    pub pseudonym: String,
    /// What the role asks for, so that nobody reads an account by another learner's name.
    pub external_id: String,
    /// Until when this learner's work counts, if that is later than the class's deadlines.
    pub until: Option<Timestamp>,
    /// What pages call the learner: the name, and the id beside it if somebody else has that name.
    pub called: String,
}

/// The learners of a class, in the roster's order.
#[derive(Clone, Debug)]
pub struct Roster(pub Vec<ClassLearner>);

impl ClassLearner {
    /// Whether the learner is of that section; everybody is of none.
    pub fn is_of(&self, section: Option<&str>) -> bool {
        section.is_none_or(|section| self.section == composed(section))
    }
}

impl Roster {
    /// A new roster, and its text.
    ///
    /// # Errors
    /// If there is no randomness.
    pub fn new_text(learners: &[ImportedLearner]) -> Result<String> {
        let mut text = line(COLUMNS);
        for learner in learners {
            let (pseudonym, external_id) = (new_pseudonym()?, random::name(EXTERNAL_ID)?);
            let own = [&learner.id, &learner.name, &learner.section, &learner.sis_id].map(|cell| as_text(cell));
            text += &line(own.into_iter().chain([pseudonym, external_id, String::new()]));
        }
        Ok(text)
    }

    /// Reads the roster of the class in `root`, with times by its zone. Learners who were added by hand get what they lack, and
    /// the file keeps it.
    ///
    /// # Errors
    /// If the file cannot be read or written, or a row is invalid.
    pub fn read(root: &Path, zone: Option<ClassZone>) -> Result<Self> {
        let file = root.join(ROSTER_FILE);
        let failed = |error: std::io::Error| Failure::environment(format!("{}: {error}", file.display()));
        let named = |failure: Failure| {
            let message = format!("{} is invalid:\n{}", file.display(), failure.message);
            Failure { message, ..failure }
        };
        let sheet = Sheet::read(fs::read(&file).map_err(failed)?).map_err(named)?;
        let columns = columns(&sheet).map_err(named)?;
        let whole = Sheet::read(sheet.encoding.bytes(&sheet.padded())).map_err(named)?;
        let text = whole.filled(&lacking(&whole, &columns)?);
        if text == sheet.text() {
            return Self::of(&sheet, &columns, zone).map_err(named);
        }
        let roster =
            Sheet::read(text.clone().into_bytes()).and_then(|sheet| Self::of(&sheet, &columns, zone)).map_err(named)?;
        write_atomically(&file, &text).map_err(failed)?;
        Ok(roster)
    }

    fn of(sheet: &Sheet, columns: &[usize; 7], zone: Option<ClassZone>) -> Result<Self> {
        let mut learners: Vec<ClassLearner> = Vec::new();
        for (_, row) in sheet.below() {
            let learner = learner(row, columns, zone)?;
            learners.iter().try_for_each(|other| refuse_shared(row, &learner, other))?;
            learners.push(learner);
        }
        Ok(Self(learners).called())
    }

    /// The same, in which those who share a name are called by their ids as well.
    #[must_use]
    pub fn called(mut self) -> Self {
        // Whichever part of it stands first.
        let words = |name: &str| -> BTreeSet<String> {
            plain(&name.replace(',', " ")).split_whitespace().map(str::to_owned).collect()
        };
        let mut count: BTreeMap<BTreeSet<String>, usize> = BTreeMap::new();
        for learner in &self.0 {
            *count.entry(words(&learner.name)).or_default() += 1;
        }
        for learner in &mut self.0 {
            let is_alone = count.get(&words(&learner.name)) == Some(&1) || learner.id == learner.name;
            let (name, id) = (&learner.name, &learner.id);
            learner.called = if is_alone { name.clone() } else { format!("{name} ({id})") };
        }
        self
    }

    /// The learner of that id or pseudonym.
    ///
    /// # Errors
    /// If there is none.
    pub fn learner(&self, name: &str) -> Result<&ClassLearner> {
        let wanted = composed(name);
        self.0.iter().find(|learner| composed(&learner.id) == wanted || learner.pseudonym == name).ok_or_else(|| {
            Failure::usage(format!("nobody in the roster has the id or the pseudonym `{name}`"))
                .hint(format!("{ROSTER_FILE} has both."))
        })
    }

    /// The sections that learners are in, in the order of the alphabet.
    pub fn sections(&self) -> Vec<&str> {
        let sections = self.0.iter().map(|learner| learner.section.as_str()).filter(|section| !section.is_empty());
        sections.collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// # Errors
    /// If a section is named that nobody is in.
    pub fn refuse_unknown_section(&self, section: Option<&str>) -> Result<()> {
        let sections = self.sections();
        let is_unknown = |section: &&str| !sections.contains(&composed(section).as_str());
        let Some(section) = section.filter(is_unknown) else { return Ok(()) };
        let hint = if sections.is_empty() {
            format!("Nobody has one: {ROSTER_FILE} has a column `section` for it, which you can fill.")
        } else {
            format!("The sections are: {}.", sections.join(", "))
        };
        Err(Failure::usage(format!("nobody in the roster is in the section `{section}`")).hint(hint))
    }
}

/// # Errors
/// If two learners share what each must have alone.
fn refuse_shared(row: &SheetRow, learner: &ClassLearner, other: &ClassLearner) -> Result<()> {
    const REFILL: &str =
        "Empty both cells of the learner who came later: they are filled again, and that learner joins again.";
    let shared = [
        ("id", &learner.id, &other.id, "Give one of them another id. Nothing else of the row needs to change."),
        ("pseudonym", &learner.pseudonym, &other.pseudonym, REFILL),
        ("external_id", &learner.external_id, &other.external_id, REFILL),
    ];
    let Some((what, value, _, hint)) = shared.into_iter().find(|(_, own, its, _)| own == its) else { return Ok(()) };
    let (own, its) = (&learner.name, &other.name);
    Err(Failure::usage(format!("line {}: {own} and {its} share the {what} `{value}`", row.line)).hint(hint))
}

fn new_pseudonym() -> Result<String> {
    Ok(format!("l-{}", random::name(PSEUDONYM)?))
}

fn columns(sheet: &Sheet) -> Result<[usize; 7]> {
    let mut columns = [0; 7];
    for (place, name) in columns.iter_mut().zip(COLUMNS) {
        *place = sheet.column(name).ok_or_else(|| Failure::usage(format!("the column `{name}` is missing")))?;
    }
    Ok(columns)
}

/// The pseudonyms and external ids of those who have none.
fn lacking(sheet: &Sheet, columns: &[usize; 7]) -> Result<BTreeMap<(usize, usize), String>> {
    let mut lacking = BTreeMap::new();
    for (number, row) in sheet.below() {
        let is_empty = |column: usize| row.cells.len() > column && row.value(column).is_empty();
        if is_empty(columns[4]) {
            lacking.insert((number, columns[4]), new_pseudonym()?);
        }
        if is_empty(columns[5]) {
            lacking.insert((number, columns[5]), random::name(EXTERNAL_ID)?);
        }
    }
    Ok(lacking)
}

fn learner(row: &SheetRow, columns: &[usize; 7], zone: Option<ClassZone>) -> Result<ClassLearner> {
    let value = |at: usize| without_mark(row.value(columns[at])).to_owned();
    if let Some(at) = [0, 1, 4, 5].into_iter().find(|at| value(*at).is_empty()) {
        return Err(Failure::usage(format!("line {}: `{}` is missing", row.line, COLUMNS[at])).hint(
            "Each row has at least an id and a name, such as 1007,Zoë Doe. A pseudonym and an external id that are missing are \
             filled.",
        ));
    }
    refuse_open_comma(row, [columns[1], columns[2]])?;
    let until = value(6);
    let named = |failure: Failure| {
        let message = format!("line {}: `until` of {}: {}", row.line, value(1), failure.message);
        Failure { message, ..failure }
    };
    let until = if until.is_empty() { None } else { Some(moment(&until, zone).map_err(named)?) };
    // macOS writes an accent as a character of its own, and Canvas compares names as they are written.
    let [name, section] = [1, 2].map(|at| composed(&value(at)));
    let (id, sis_id, pseudonym, external_id) = (value(0), value(3), value(4), value(5));
    let learner = ClassLearner { id, called: name.clone(), name, section, sis_id, pseudonym, external_id, until };
    let is_plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if !is_plain(&learner.pseudonym) || !is_plain(&learner.external_id) || learner.external_id.len() < 16 {
        let message = format!("line {}: the pseudonym or the external id is none of msl-learn's", row.line);
        return Err(Failure::usage(message).hint("Empty both cells, and they are filled again."));
    }
    Ok(learner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn imported(name: &str) -> ImportedLearner {
        ImportedLearner { id: name.into(), name: name.into(), section: String::new(), sis_id: String::new() }
    }

    fn written(text: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join(ROSTER_FILE), text).expect("a file");
        folder
    }

    #[test]
    fn everybody_gets_an_external_id_of_their_own() {
        let text = Roster::new_text(&[imported("Doe, Jane"), imported("=SUM(A1)")]).expect("a roster");
        assert!(text.contains("'=SUM(A1)"), "{text}");
        let roster = Roster::read(written(&text).path(), None).expect("a roster");
        assert_eq!(roster.0.iter().map(|learner| learner.name.as_str()).collect::<Vec<_>>(), ["Doe, Jane", "=SUM(A1)"]);
        assert_ne!(roster.0[0].external_id, roster.0[1].external_id);
        assert!(roster.0.iter().all(|learner| learner.external_id.len() == EXTERNAL_ID));
    }

    /// Columns of the instructor's own stay, and a second reading changes nothing.
    #[test]
    fn who_is_added_by_hand_gets_what_is_lacking() {
        let folder =
            written("id;name;section;sis_id;mine;pseudonym;external_id;until\n7;Jane;;;x;;;2026-12-10T00:00:00Z\n");
        let roster = Roster::read(folder.path(), None).expect("a roster");
        let text = fs::read_to_string(folder.path().join(ROSTER_FILE)).expect("a file");
        assert!(text.contains("7;Jane;;;x;l-") && text.ends_with(";2026-12-10T00:00:00Z\n"), "{text}");
        assert_eq!(Roster::read(folder.path(), None).expect("a roster").0, roster.0);
        assert_eq!(roster.learner("7").expect("her").pseudonym, roster.0[0].pseudonym);
        let short = written("id,name,section,sis_id,pseudonym,external_id,until\n7,Jane,A\r\n8,\"Bo\"");
        assert_eq!(Roster::read(short.path(), None).expect("a roster").0.len(), 2);
        let text = fs::read_to_string(short.path().join(ROSTER_FILE)).expect("a file");
        assert!(text.contains("7,Jane,A,,l-") && text.contains(",\r\n8,\"Bo\",,,l-"), "{text}");
    }

    #[test]
    fn rows_that_do_not_fit_are_named() {
        let head = "id,name,section,sis_id,pseudonym,external_id,until\n";
        let failed =
            |rows: &str| Roster::read(written(&format!("{head}{rows}")).path(), None).expect_err("invalid").message;
        let id = "0123456789abcdef0123456789";
        assert!(failed(&format!("1,,,,l-1,{id},\n")).ends_with("line 2: `name` is missing"));
        assert!(
            failed(&format!("1,A,,,l-1,{id},\n2,B,,,l-2,{id},\n")).contains("line 3: B and A share the external_id")
        );
        assert!(failed("1,A,,,l-1,short,\n").contains("line 2: the pseudonym or the external id"));
        assert!(failed(&format!("1,A,,,l-1,{id},soon\n")).contains("line 2: `until` of A: `soon`"));
        let twin = failed(&format!("1,A,,,l-1,{id},\n1,B,,,,,\n"));
        assert!(twin.ends_with("line 3: B and A share the id `1`"), "{twin}");
        assert!(
            failed(&format!("1,Doe, Ann,,l-1,{id},\n")).contains("line 2: the name is `Doe` and the section ` Ann`")
        );
    }

    #[test]
    fn a_section_that_nobody_is_in_is_refused_with_those_that_there_are() {
        let text = Roster::new_text(&[imported("A"), imported("B"), imported("C")]).expect("a roster");
        let mut roster = Roster::read(written(&text).path(), None).expect("a roster");
        let hint =
            |roster: &Roster| roster.refuse_unknown_section(Some("x")).expect_err("refused").hint.expect("a hint");
        assert!(hint(&roster).contains("a column `section`"), "{}", hint(&roster));
        roster.0[0].section = "y".into();
        roster.0[2].section = "evening".into();
        assert_eq!(hint(&roster), "The sections are: evening, y.");
        assert!(roster.refuse_unknown_section(Some("y")).is_ok() && roster.refuse_unknown_section(Some("")).is_err());
    }
}
