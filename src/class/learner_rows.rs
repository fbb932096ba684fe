//! The rows of an LMS's sheet in which learners of a class are looked for: by their ids, or by names that are theirs alone.

use std::collections::BTreeSet;

use super::grade_sheet::listed;
use super::heads::{LearnerColumns, WrittenName};
use super::roster::{ClassLearner, ROSTER_FILE, Roster};
use super::sheet::{Sheet, SheetRow, without_mark};
use super::written::composed;
use crate::failure::{Failure, Result};
use crate::ui::counted;

/// The rows of a sheet that are about learners.
pub struct LearnerRows<'a> {
    sheet: &'a Sheet,
    columns: LearnerColumns,
    rows: Vec<(usize, &'a SheetRow, WrittenName)>,
    /// The names of all of the class.
    names: Vec<WrittenName>,
    /// Their ids.
    ids: BTreeSet<String>,
    /// The column that has most of these: what else is in it is the id of somebody else.
    known_ids: Option<usize>,
}

/// Which row is a learner's.
pub enum FoundRow<'a> {
    /// This one, by its number.
    Row(usize, &'a SheetRow),
    /// None.
    Absent,
    /// It cannot be told: why, in words that end a sentence.
    Ambiguous(String),
}

impl<'a> LearnerRows<'a> {
    /// # Errors
    /// If no column says who a learner is.
    pub fn of(sheet: &'a Sheet, roster: &Roster) -> Result<Self> {
        let columns = LearnerColumns::found(sheet);
        if columns.ids.is_empty() && !columns.has_names() {
            return Err(Failure::usage("the sheet has no column that says who a learner is")
                .hint(format!("Call one of its columns `ID` or `Name`. Its columns: {}.", sheet.heads())));
        }
        let rows: Vec<_> = columns.rows(sheet).map(|(number, row)| (number, row, columns.name(row))).collect();
        let names = roster.0.iter().map(|learner| WrittenName::of(&learner.name)).collect();
        // A list of names has no ids, and the names stand for them.
        let ids = roster.0.iter().filter(|one| one.id != one.name).flat_map(|one| [key(&one.id), key(&one.sis_id)]);
        let ids: BTreeSet<String> = ids.filter(|id| !id.is_empty()).collect();
        let known = |column: usize| rows.iter().filter(|(_, row, _)| ids.contains(&key(row.value(column)))).count();
        // Of those alike it is the first.
        let most = columns.ids.iter().copied().rev().max_by_key(|column| known(*column));
        let known_ids = most.filter(|column| known(*column) > 0);
        Ok(Self { sheet, columns, rows, names, ids, known_ids })
    }

    /// That the ids of the sheet tell nothing, if it has some, and so has the class.
    pub fn foreign_ids(&self) -> Option<String> {
        let has_ids = |(_, row, _): &(usize, &SheetRow, WrittenName)| {
            self.columns.ids.iter().any(|column| !row.value(*column).is_empty())
        };
        let is_foreign = self.known_ids.is_none() && !self.ids.is_empty() && self.rows.iter().any(has_ids);
        is_foreign.then(|| {
            format!("no id of the sheet is one of {ROSTER_FILE}, so that its rows were found by their names alone")
        })
    }

    /// Whether the row is another learner's of the class, by its id.
    fn is_of_another(&self, row: &SheetRow) -> bool {
        self.columns.ids.iter().any(|column| self.ids.contains(&key(row.value(*column))))
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.rows.len()
    }

    /// The row of a learner: by an id, or else by a name that only one learner of the class and one row have.
    ///
    /// # Errors
    /// If the row with the learner's id has the name of somebody else in the class.
    pub fn of_learner(&self, learner: &ClassLearner) -> Result<FoundRow<'a>> {
        let name = &WrittenName::of(&learner.name);
        let own_keys = [key(&learner.id), key(&learner.sis_id)];
        let is_key = |row: &SheetRow| {
            let mut keys = self.columns.ids.iter().map(|column| key(row.value(*column)));
            keys.any(|own| !own.is_empty() && own_keys.contains(&own))
        };
        let keyed: Vec<_> = self.rows.iter().filter(|(_, row, _)| is_key(row)).collect();
        let is_named = keyed.is_empty();
        let is_own_name = |(_, row, own): &&(usize, &SheetRow, WrittenName)| own.fits(name) && !self.is_of_another(row);
        let found = if is_named { self.rows.iter().filter(is_own_name).collect() } else { keyed };
        let (number, row, own) = match found[..] {
            [] => return Ok(FoundRow::Absent),
            [(number, row, own)] => (*number, *row, own),
            _ => return Ok(FoundRow::Ambiguous(in_several(&found))),
        };
        if !is_named && !own.fits(name) && self.names.iter().any(|other| own.fits(other)) {
            return Err(of_two(row, learner));
        }
        let alike = self.names.iter().filter(|other| own.fits(other)).count();
        if is_named && alike > 1 {
            return Ok(FoundRow::Ambiguous(format!("line {} has a name that {alike} learners have", row.line)));
        }
        let other = self.known_ids.map(|column| row.value(column)).filter(|id| !key(id).is_empty());
        if let Some(other) = other.filter(|_| is_named && learner.id != learner.name) {
            return Ok(FoundRow::Ambiguous(format!("line {} has that name, and `{other}` as the id", row.line)));
        }
        Ok(FoundRow::Row(number, row))
    }

    /// Nothing was filled, which nobody should take for a sheet with grades.
    pub fn names_nobody(&self, absent: &[String]) -> Failure {
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

fn in_several(rows: &[&(usize, &SheetRow, WrittenName)]) -> String {
    let lines: Vec<String> = rows.iter().map(|(_, row, _)| row.line.to_string()).collect();
    format!("lines {} all have that name or id", lines.join(", "))
}

/// A sheet that gives one learner's grade to another is wrong in a way that only the instructor can tell.
fn of_two(row: &SheetRow, learner: &ClassLearner) -> Failure {
    Failure::usage(format!(
        "line {}: the id is that of {}, and the name is that of another learner of the class; nothing was filled",
        row.line, learner.called
    ))
    .hint("Correct the id or the name, in the sheet or in roster.csv, and fill it again.")
}

/// An id without the mark that Brightspace puts before each.
fn key(text: &str) -> String {
    let text = without_mark(text);
    composed(text.strip_prefix('#').unwrap_or(text))
}
