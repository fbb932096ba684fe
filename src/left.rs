//! What the exercises left in the account: which things they are, which of them stand, what they cost and how they go.

mod removal;
mod script;
mod sums;
mod thing;

use futures_util::future::join_all;
use msl_learn_checks::{Fault, FaultKind, Learner, Read, Standing};

use crate::check::Account;

pub use script::{Disposal, Removed, Target, ids, script, steps};
pub use sums::{Sum, month, sum};
pub use thing::{Thing, things};

/// A thing of the course, and whether it stands.
pub struct Looked {
    pub thing: Thing,
    pub read: Read<Option<Standing>>,
}

impl Looked {
    /// What stands.
    pub fn standing(&self) -> Option<&Standing> {
        self.read.as_ref().ok()?.as_ref()
    }

    /// Whether it is known to be gone.
    pub fn is_gone(&self) -> bool {
        matches!(self.read, Ok(None))
    }
}

/// Looks for each thing in the account, all at once.
pub async fn look(account: &Account, learner: &Learner, things: Vec<Thing>) -> Vec<Looked> {
    let looks = things.into_iter().map(|thing| async {
        let read = match &account.caller {
            Ok(_) => account.aws.left(learner, thing.kind, &thing.name).await,
            Err(fault) => Err(fault.clone()),
        };
        // What the practice account has no service for was never made in it.
        let is_missing = |fault: &Fault| learner.practice && fault.kind() == FaultKind::NotImplemented;
        let read = read.or_else(|fault| if is_missing(&fault) { Ok(None) } else { Err(fault) });
        Looked { thing, read }
    });
    join_all(looks).await
}
