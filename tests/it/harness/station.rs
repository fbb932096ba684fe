//! A point of the way through the book: the account and the workspace that a learner has there, kept to come back to.

use crate::harness::account::Account;
use crate::harness::emulator::Emulator;
use crate::harness::kind::Kind;
use crate::harness::workspace::Workspace;

/// What a learner has at a point of the way.
pub struct Station {
    account: Account,
    workspace: Workspace,
}

/// A copy of it, which is served, and in which anything may be done.
pub struct Visit {
    pub emulator: Emulator,
    pub workspace: Workspace,
}

impl Station {
    pub fn visit(&self) -> Visit {
        let emulator = self.account.copy();
        let workspace = self.workspace.copy_for(&emulator);
        Visit { emulator, workspace }
    }

    pub fn account(&self) -> &Account {
        &self.account
    }

    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }
}

impl Visit {
    /// The beginning: an empty account and a new workspace.
    pub fn beginning(kind: Kind) -> Self {
        let emulator = Emulator::start(kind);
        let workspace = Workspace::of(&emulator);
        Self { emulator, workspace }
    }

    /// Makes a station of what there is now.
    pub fn keep(self) -> Station {
        Station { account: self.emulator.rest(), workspace: self.workspace }
    }
}
