//! Tables that learners name as they like: told by what the name says or, if none says it, by what they are.

use futures_util::future::try_join_all;

use super::{DESCRIBE_TABLE, LIST_TABLES, Table};
use crate::aws::service::prelude::*;

/// Every table of the learner's region.
pub(super) const ALL_TABLES: &ResourceSet =
    &resources("Tables", "arn:{{ partition }}:dynamodb:{{ region }}:{{ account }}:table/*");
/// A table that a learner names. A missing one is looked for in other regions.
pub const OWN_TABLE: Reader = Reader::of(&[reading(DESCRIBE_TABLE, ALL_TABLES), reading_all(LIST_TABLES)]);

/// How many tables are read whose names say it.
const MOST_READ: usize = 4;
/// How many tables of other names are shown.
const MOST_SHOWN: usize = 3;

/// By what a table is told from others.
#[derive(Clone, Copy, Debug)]
pub struct TableMarks {
    /// The name that the walkthrough gives it.
    pub name: &'static str,
    /// What it is for, in a few words.
    pub purpose: &'static str,
    /// In small letters. A name with one of these in it says what the table is for.
    pub words: &'static [&'static str],
    /// The tables of other exercises.
    pub others: &'static [&'static str],
    /// What stands in the names of tables for the learner's other purpose.
    pub rivals: &'static [&'static str],
    /// What stands in the names of tables that are for neither.
    pub strangers: &'static [&'static str],
    /// Of tables whose names say nothing, by age, the one that is meant.
    pub among: fn(Unknown) -> Option<Table>,
}

/// The learner's tables whose names do not say what they are for.
pub struct Unknown {
    /// The oldest first.
    pub tables: Vec<Table>,
    /// Whether the name of another table says that it is for the other purpose.
    pub has_rival: bool,
}

impl TableMarks {
    /// Whether the name says what the table is for.
    pub fn tell(&self, name: &str) -> bool {
        let name = name.to_lowercase();
        self.words.iter().any(|word| name.contains(word))
    }

    fn first<'a>(&self, names: &'a [String]) -> Option<&'a String> {
        names.iter().find(|name| self.tell(name))
    }

    /// The tables that are there, of which no name says it.
    fn named_otherwise(&self, names: &[String]) -> Option<NearMiss> {
        let Self { name, purpose, others, .. } = self;
        let is_other = |name: &&str| !others.contains(name) && !self.tell(name);
        let there = names.iter().map(String::as_str).filter(is_other);
        let there: Vec<&str> = there.take(MOST_SHOWN).collect();
        if there.is_empty() {
            return None;
        }
        Some(NearMiss {
            found: format!("tables of other names: {}", there.join(", ")),
            advice: format!(
                "If one of these is for {purpose}: a table cannot be renamed, so create it again under a name that says so, such \
                 as {name}. A table for comments is told by its stream as well."
            ),
        })
    }
}

impl Aws {
    /// The table of the learner's region that the marks tell, or what a beginner made instead. Of several tables, one that
    /// `fits` is meant: a table that cannot be changed is often left beside the one that was made after it.
    pub async fn own_table(
        &self,
        you: &Learner,
        marks: &TableMarks,
        fits: impl Fn(&Table) -> bool,
    ) -> Read<Found<Table>> {
        let named = self.table_in(you, &you.region, marks.name).await?;
        if named.as_ref().is_some_and(&fits) {
            return Ok(Found::from(named));
        }
        let names = self.tables(&you.region).await?;
        let others = names.iter().filter(|name| marks.tell(name) && *name != marks.name).take(MOST_READ);
        // One that was listed may have been deleted since.
        let read = try_join_all(others.map(|name| self.table_in(you, &you.region, name))).await?;
        let mut tables: Vec<Table> = named.into_iter().chain(read.into_iter().flatten()).collect();
        match tables.iter().position(fits) {
            Some(at) => Ok(Found::Here(tables.swap_remove(at))),
            None if tables.is_empty()
                && let Some(table) = self.unknown(you, marks, &names).await? =>
            {
                Ok(Found::Here(table))
            }
            None if tables.is_empty() => Ok(Found::Missing(self.own_table_near(you, marks, &names).await)),
            None => Ok(Found::Here(tables.swap_remove(0))),
        }
    }

    async fn unknown(&self, you: &Learner, marks: &TableMarks, names: &[String]) -> Read<Option<Table>> {
        let has = |name: &String, words: &[&str]| words.iter().any(|word| name.to_lowercase().contains(word));
        let is_rival = |name: &String| has(name, marks.rivals);
        let is_other =
            |name: &String| marks.others.contains(&name.as_str()) || is_rival(name) || has(name, marks.strangers);
        let unknown = names.iter().filter(|name| !is_other(name));
        let read = try_join_all(unknown.take(MOST_READ).map(|name| self.table_in(you, &you.region, name))).await?;
        let mut tables: Vec<Table> = read.into_iter().flatten().collect();
        tables.sort_by_key(|table| table.created);
        Ok((marks.among)(Unknown { tables, has_rival: names.iter().any(is_rival) }))
    }

    /// What cannot be read in other regions is no near miss and no fault of the clause.
    async fn own_table_near(&self, you: &Learner, marks: &TableMarks, names: &[String]) -> Option<NearMiss> {
        let has = |names: &Vec<String>| marks.first(names).is_some();
        let elsewhere = self.elsewhere(you, &you.region, |region| self.tables(region), has).await;
        let elsewhere = elsewhere
            .and_then(|(region, names)| Some(NearMiss::in_region("table", marks.first(&names)?, region, &you.region)));
        elsewhere.or_else(|| marks.named_otherwise(names))
    }
}
