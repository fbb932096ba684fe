//! Reads the account of one learner through the class's role, by the same verifiers as the learner's own program.

use std::collections::BTreeMap;

use jiff::Timestamp;
use msl_learn_checks::{Access, Aws, FaultKind, Learner, Read, RealAccess, RoleSession};

use super::by_role::is_seen;
use super::folder::ClassFolder;
use super::kinds::How;
use super::results::{ExerciseResult, ResultLine};
use super::role;
use super::roster::ClassLearner;
use super::trouble::ReadTrouble;
use crate::catalog::Exercise;
use crate::check::{Account, Check, SaidIn, sign_in};
use crate::failure::Result;
use crate::progress::Progress;
use crate::workspace::{BOOK_REGION, Settings};

/// An external id that the class has given to nobody.
const WRONG: &str = "none-of-this-class";

/// The instructor's side of a round.
pub struct ClassReader<'a> {
    pub class: &'a ClassFolder,
    /// The instructor's own account.
    pub aws: &'a Aws,
    pub wanted: &'a [&'static Exercise],
    pub round: &'a str,
    /// What learners have said of their accounts, by pseudonym.
    known: BTreeMap<&'a str, Settings>,
}

/// Signs in as the instructor; sends nothing yet.
///
/// # Errors
/// If something overrides the endpoint, or the AWS configuration cannot be used.
pub async fn instructor(class: &ClassFolder) -> Result<Aws> {
    let settings = &class.settings;
    let access = RealAccess {
        profile: settings.profile.clone(),
        region: BOOK_REGION.into(),
        endpoint: settings.endpoint.clone(),
    };
    sign_in(Access::Real(access), SaidIn::Settings).await
}

impl<'a> ClassReader<'a> {
    /// Reads once what the learners have said. A file that is invalid says nothing.
    pub fn of(class: &'a ClassFolder, aws: &'a Aws, wanted: &'a [&'static Exercise], round: &'a str) -> Self {
        let said =
            |learner: &'a ClassLearner| Some((learner.pseudonym.as_str(), class.settings_of(learner).ok().flatten()?));
        Self { class, aws, wanted, round, known: class.roster.0.iter().filter_map(said).collect() }
    }

    /// What is seen of the learner. It never fails: what is in the way is said, and is no grade.
    pub async fn read(&self, learner: &ClassLearner) -> ResultLine {
        let (round, pseudonym) = (self.round, learner.pseudonym.as_str());
        match self.exercises(learner).await {
            Ok(exercises) => ResultLine::seen(round, Timestamp::now(), pseudonym, exercises),
            Err(trouble) => ResultLine::unseen(round, Timestamp::now(), pseudonym, trouble),
        }
    }

    async fn exercises(&self, learner: &ClassLearner) -> std::result::Result<Vec<ExerciseResult>, ReadTrouble> {
        let (account, person) = self.reach(learner).await?;
        let wanted: Vec<&'static Exercise> = self.wanted.iter().copied().filter(|exercise| is_seen(exercise)).collect();
        let account = account.for_checking(wanted.len());
        let nothing_before = Progress::default();
        let check = Check { account: &account, learner: &person, progress: &nothing_before, last_look: None };
        let how = if self.class.settings.endpoint.is_some() { How::Practice } else { How::Seen };
        Ok(check.run(&wanted).await.iter().map(|checked| ExerciseResult::of(checked, how)).collect())
    }

    /// The learner's account, once the role has shown that it lets in nobody else.
    ///
    /// # Errors
    /// What is in the way.
    pub async fn reach(&self, learner: &ClassLearner) -> std::result::Result<(Account, Learner), ReadTrouble> {
        let settings = self.known.get(learner.pseudonym.as_str()).ok_or(ReadTrouble::NoAccount)?;
        if self.is_shared(learner, &settings.account) {
            return Err(ReadTrouble::SharedAccount);
        }
        let arn = role::arn(&self.class.settings.id, &settings.partition, &settings.account);
        let name = format!("msl-learn-{}", self.class.settings.id);
        let session =
            RoleSession { arn: &arn, external_id: Some(&learner.external_id), name: &name, region: &settings.region };
        let aws = self.aws.assume(session).await.map_err(|fault| trouble(fault.kind()))?;
        self.refuse_open(session).await?;
        let caller = aws.caller().await.map_err(|fault| trouble_inside(fault.kind()))?;
        if caller.account != settings.account {
            return Err(ReadTrouble::OtherAccount);
        }
        let person = Learner { practice: false, ..settings.learner() };
        Ok((Account::reached(aws, caller, self.class.settings.endpoint.clone()), person))
    }

    /// Whether another learner says that the account is theirs.
    fn is_shared(&self, learner: &ClassLearner, account: &str) -> bool {
        let mut others = self.known.iter().filter(|(other, _)| **other != learner.pseudonym);
        others.any(|(_, said)| said.account == account)
    }

    /// A role that lets in without its external id, or with another, lets in whoever knows its name (IAM User Guide, "Access to
    /// AWS accounts owned by third parties").
    async fn refuse_open(&self, session: RoleSession<'_>) -> std::result::Result<(), ReadTrouble> {
        for external_id in [None, Some(WRONG)] {
            let tried: Read<Aws> = self.aws.assume(RoleSession { external_id, ..session }).await;
            match tried {
                Ok(_) => return Err(ReadTrouble::OpenRole),
                Err(fault) if fault.kind() == FaultKind::Denied => {}
                Err(fault) => return Err(trouble(fault.kind())),
            }
        }
        Ok(())
    }
}

/// What is in the way of a session that was opened: its credentials are the role's, and not the instructor's.
fn trouble_inside(kind: FaultKind) -> ReadTrouble {
    match kind {
        FaultKind::Credentials => ReadTrouble::Expired,
        other => trouble(other),
    }
}

fn trouble(kind: FaultKind) -> ReadTrouble {
    match kind {
        FaultKind::Denied => ReadTrouble::NoRole,
        FaultKind::NotReachable | FaultKind::Throttled => ReadTrouble::Silent,
        FaultKind::Credentials => ReadTrouble::Credentials,
        _ => ReadTrouble::Broken,
    }
}
