//! Reaches an account and checks exercises in it: all at once, and fairly to those that a later one undoes or replaces.

mod account;
mod answered;
mod event_loop;
mod last_look;
mod refusal;
mod successor;

use std::time::Duration;

use jiff::Timestamp;
use msl_learn_checks::{Findings, Learner, Verdict, check, side_by_side, unreadable};

use crate::catalog::Exercise;
use crate::checked::Checked;
use crate::progress::Progress;
use successor::{add_way, cleaned_up, settle};

pub use account::{Account, AccountSpec, reminder, sign_in};
pub use event_loop::EventLoop;
pub use last_look::LastLook;
pub use refusal::SaidIn;
pub use successor::with_witnesses;

/// How long AWS gets to show a thing again that it showed before.
const SETTLING: Duration = Duration::from_secs(2);

/// A check of exercises in one account.
pub struct Check<'a> {
    pub account: &'a Account,
    pub learner: &'a Learner,
    /// Which exercises were done before, and which are known not to be available to the learner; an empty one knows of none.
    pub progress: &'a Progress,
    /// What earlier checks saw; brought up to date. Without it, a thing that is missing is not looked for again.
    pub last_look: Option<&'a LastLook>,
}

impl Check<'_> {
    /// Checks the exercises at once and returns them in the order given.
    pub async fn run(&self, wanted: &[&'static Exercise]) -> Vec<Checked> {
        let is_open = |exercise: &&'static Exercise| {
            !successor::is_past(exercise, self.progress) && cleaned_up(exercise, self.progress).is_none()
        };
        let open: Vec<_> = wanted.iter().copied().filter(is_open).collect();
        let mut checked = self.all(&open).await;
        checked.extend(self.all(&witnesses(&checked)).await);
        wanted.iter().map(|exercise| settle(exercise, &checked, self.progress)).collect()
    }

    /// Checks again what held a moment ago and is missing now, before a verdict turns.
    async fn all(&self, exercises: &[&'static Exercise]) -> Vec<Checked> {
        let mut checked = self.once(exercises, self.account).await;
        let Some(last) = self.last_look else { return checked };
        let missing = checked.iter().filter(|checked| last.misses(checked, Timestamp::now()));
        let missing: Vec<_> = missing.map(|checked| checked.exercise).collect();
        if !missing.is_empty() && self.account.caller.is_ok() {
            tokio::time::sleep(SETTLING).await;
            for again in self.once(&missing, &self.account.without_memory()).await {
                checked.retain(|checked| checked.exercise.slug != again.exercise.slug);
                checked.push(again);
            }
        }
        checked.iter().for_each(|checked| last.remember(checked, Timestamp::now()));
        checked
    }

    async fn once(&self, exercises: &[&'static Exercise], account: &Account) -> Vec<Checked> {
        side_by_side(exercises.iter().map(|exercise| self.one(exercise, account))).await
    }

    async fn one(&self, exercise: &'static Exercise, account: &Account) -> Checked {
        if let Some(since) = self.progress.entry(exercise).unavailable {
            return answered::unavailable(exercise, since);
        }
        if let Some(asks) = &exercise.asks {
            return answered::standing(exercise, asks, self.learner, self.progress.done_before(exercise));
        }
        let findings = match &account.caller {
            Ok(_) => check(exercise.slug, &account.aws, self.learner).await,
            Err(fault) => unreadable(exercise.slug, self.learner, fault),
        };
        let findings = findings.unwrap_or_else(|| Findings(Vec::new()));
        Checked { exercise, verdict: findings.verdict(), findings: findings.0 }
    }
}

/// The exercises to check as well: the successors of those that are not done, and every exercise between.
fn witnesses(checked: &[Checked]) -> Vec<&'static Exercise> {
    let mut more = Vec::new();
    for checked in checked.iter().filter(|checked| checked.verdict == Verdict::NotDone) {
        add_way(checked.exercise, &mut more);
    }
    more.retain(|exercise| !checked.iter().any(|checked| checked.exercise.slug == exercise.slug));
    more
}
