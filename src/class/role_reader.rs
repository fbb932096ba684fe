//! Reads an account through the role of a class, wherever the class reads from: on the instructor's machine, or in a worker.

use jiff::Timestamp;
use msl_learn_checks::{Access, Aws, FaultKind, Learner, Read, RealAccess, RoleSession};

use super::by_role::is_seen;
use super::kinds::How;
use super::results::{ExerciseResult, ResultLine};
use super::trouble::ReadTrouble;
use super::{paused, role};
use crate::catalog::Exercise;
use crate::check::{Account, Check, SaidIn, sign_in};
use crate::checked::Checked;
use crate::failure::Result;
use crate::progress::Progress;
use crate::workspace::{BOOK_REGION, Settings};

/// An external id that the class has given to nobody.
const WRONG: &str = "none-of-this-class";

/// The class as the one who reads.
#[derive(Clone, Copy)]
pub struct RoleReader<'a> {
    /// The account that the roles let in.
    pub aws: &'a Aws,
    /// The class's id.
    pub class: &'a str,
    /// What answers instead of AWS.
    pub endpoint: Option<&'a str>,
    pub wanted: &'a [&'static Exercise],
}

/// A learner, as the role knows one.
#[derive(Clone, Copy)]
pub struct Seat<'a> {
    pub pseudonym: &'a str,
    pub external_id: &'a str,
    pub settings: &'a Settings,
}

/// Signs in as the one whom the roles let in; sends nothing yet.
///
/// # Errors
/// If something overrides the endpoint, or the AWS configuration cannot be used.
pub async fn reader_account(profile: Option<String>, endpoint: Option<String>) -> Result<Aws> {
    sign_in(Access::Real(RealAccess { profile, region: BOOK_REGION.into(), endpoint }), SaidIn::Settings).await
}

impl RoleReader<'_> {
    /// What the results keep of a look.
    pub fn line(&self, round: &str, pseudonym: &str, seen: std::result::Result<&[Checked], ReadTrouble>) -> ResultLine {
        let how = if self.endpoint.is_some() { How::Practice } else { How::Seen };
        let kept = |checked: &[Checked]| {
            let mut all: Vec<_> = checked.iter().map(|checked| ExerciseResult::of(checked, how)).collect();
            paused::mark(&mut all);
            all
        };
        match seen {
            Ok(checked) => ResultLine::seen(round, Timestamp::now(), pseudonym, kept(checked)),
            Err(trouble) => ResultLine::unseen(round, Timestamp::now(), pseudonym, trouble),
        }
    }

    /// Checks what the class does in the learner's account.
    ///
    /// # Errors
    /// What is in the way.
    pub async fn look(&self, seat: Seat<'_>) -> std::result::Result<Vec<Checked>, ReadTrouble> {
        let (account, person) = self.reach(seat).await?;
        let wanted: Vec<&'static Exercise> = self.wanted.iter().copied().filter(|exercise| is_seen(exercise)).collect();
        let account = account.for_checking(wanted.len());
        let nothing_before = Progress::default();
        let check = Check { account: &account, learner: &person, progress: &nothing_before, last_look: None };
        Ok(check.run(&wanted).await)
    }

    /// The learner's account, once the role has shown that it lets in nobody else.
    ///
    /// # Errors
    /// What is in the way.
    pub async fn reach(&self, seat: Seat<'_>) -> std::result::Result<(Account, Learner), ReadTrouble> {
        let Seat { settings, external_id, .. } = seat;
        let arn = role::arn(self.class, &settings.partition, &settings.account);
        let name = format!("msl-learn-{}", self.class);
        let session = RoleSession { arn: &arn, external_id: Some(external_id), name: &name, region: &settings.region };
        let aws = self.aws.assume(session).await.map_err(|fault| trouble(fault.kind()))?;
        self.refuse_open(session).await?;
        let caller = aws.caller().await.map_err(|fault| trouble_inside(fault.kind()))?;
        if caller.account != settings.account {
            return Err(ReadTrouble::OtherAccount);
        }
        let person = Learner { practice: false, ..settings.learner() };
        Ok((Account::reached(aws, caller, self.endpoint.map(str::to_owned)), person))
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
