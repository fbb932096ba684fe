//! Who of a class can be read at all, and what the class's reader sees of them.

use std::collections::BTreeMap;

use msl_learn_checks::{Aws, Learner};

use super::folder::ClassFolder;
use super::results::ResultLine;
use super::role_reader::{RoleReader, Seat, reader_account};
use super::roster::ClassLearner;
use super::trouble::ReadTrouble;
use crate::catalog::Exercise;
use crate::check::Account;
use crate::failure::Result;
use crate::workspace::Settings;

/// The instructor's side of a round.
pub struct ClassReader<'a> {
    pub class: &'a ClassFolder,
    reader: RoleReader<'a>,
    seats: Seats<'a>,
    round: &'a str,
}

/// Signs in as the instructor; sends nothing yet.
///
/// # Errors
/// If something overrides the endpoint, or the AWS configuration cannot be used.
pub async fn instructor(class: &ClassFolder) -> Result<Aws> {
    reader_account(class.settings.profile.clone(), class.settings.endpoint.clone()).await
}

impl<'a> ClassReader<'a> {
    /// Reads once what the learners have said.
    pub fn of(class: &'a ClassFolder, aws: &'a Aws, wanted: &'a [&'static Exercise], round: &'a str) -> Self {
        let (id, endpoint) = (class.settings.id.as_str(), class.settings.endpoint.as_deref());
        Self { class, reader: RoleReader { aws, class: id, endpoint, wanted }, seats: Seats::of(class), round }
    }

    /// What is seen of the learner. It never fails: what is in the way is said, and is no grade.
    pub async fn read(&self, learner: &ClassLearner) -> ResultLine {
        let seen = match self.seats.of_learner(learner) {
            Ok(seat) => self.reader.look(seat).await,
            Err(trouble) => Err(trouble),
        };
        self.reader.line(self.round, &learner.pseudonym, seen.as_deref().map_err(|trouble| *trouble))
    }

    /// The learner's account, once the role has shown that it lets in nobody else.
    ///
    /// # Errors
    /// What is in the way.
    pub async fn reach(&self, learner: &ClassLearner) -> std::result::Result<(Account, Learner), ReadTrouble> {
        self.reader.reach(self.seats.of_learner(learner)?).await
    }
}

/// What learners have said of their accounts, by pseudonym.
pub struct Seats<'a>(BTreeMap<&'a str, Settings>);

impl<'a> Seats<'a> {
    /// Reads once what the learners have said. A file that is invalid says nothing.
    pub fn of(class: &'a ClassFolder) -> Self {
        let said =
            |learner: &'a ClassLearner| Some((learner.pseudonym.as_str(), class.settings_of(learner).ok().flatten()?));
        Self(class.roster.0.iter().filter_map(said).collect())
    }

    /// The learner with the account that is to be read.
    ///
    /// # Errors
    /// If nobody knows it, or another learner says that it is theirs.
    pub fn of_learner<'b>(&'b self, learner: &'b ClassLearner) -> std::result::Result<Seat<'b>, ReadTrouble> {
        let settings = self.0.get(learner.pseudonym.as_str()).ok_or(ReadTrouble::NoAccount)?;
        let mut others = self.0.iter().filter(|(other, _)| **other != learner.pseudonym);
        if others.any(|(_, said)| said.account == settings.account) {
            return Err(ReadTrouble::SharedAccount);
        }
        Ok(Seat { pseudonym: &learner.pseudonym, external_id: &learner.external_id, settings })
    }
}
