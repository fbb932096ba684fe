//! What was seen a moment ago and is absent now is checked once more, and once only: counted at the server.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::harness::catalog;
use crate::harness::emulator::Emulator;
use crate::harness::proxy::{Action, Proxy};
use crate::harness::request::Request;
use crate::harness::script;
use crate::harness::workspace::Workspace;

const LIST: &str = "POST / ListUsers";
const NOBODY: &str = "<ListUsersResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><ListUsersResult><Users/>\
    <IsTruncated>false</IsTruncated></ListUsersResult></ListUsersResponse>";

/// An account in which 4.1 is done, behind a server that can hide its users once.
struct Hiding {
    emulator: Emulator,
    proxy: Proxy,
    workspace: Workspace,
    hide: Arc<AtomicBool>,
}

impl Hiding {
    fn start() -> Self {
        let emulator = Emulator::ministack();
        let exercise = catalog::all().iter().find(|exercise| exercise.id == "4.1").expect("an exercise");
        assert_eq!(script::solve(&Workspace::of(&emulator), exercise).code, 0);
        let hide = Arc::new(AtomicBool::new(false));
        let hidden = Arc::clone(&hide);
        let proxy = Proxy::hooked(&emulator, move |request| {
            if request.operation() == LIST && hidden.swap(false, Ordering::SeqCst) {
                return Action::Answer { status: 200, headers: Vec::new(), body: NOBODY.into() };
            }
            Action::Pass
        });
        let workspace = Workspace::at(&proxy.endpoint(), emulator.account());
        Self { emulator, proxy, workspace, hide }
    }

    /// The exit code of a check, and how often it listed the users.
    fn check(&self) -> (i32, usize) {
        let lists = || self.proxy.requests().iter().map(Request::operation).filter(|call| call == LIST).count();
        let before = lists();
        (self.workspace.run(&["check", "4.1"]).code, lists() - before)
    }

    fn hide_once(&self) {
        self.hide.store(true, Ordering::SeqCst);
    }
}

#[test]
fn what_is_hidden_once_is_looked_at_again_before_the_verdict_turns() {
    let account = Hiding::start();
    account.hide_once();
    assert_eq!(account.check(), (1, 1), "what was never seen is not looked for twice");
    assert_eq!(account.check(), (0, 1));
    account.hide_once();
    assert_eq!(account.check(), (0, 2), "the second look counts");
    assert_eq!(account.check(), (0, 1));
}

#[test]
fn what_is_gone_is_looked_at_again_once() {
    let account = Hiding::start();
    assert_eq!(account.check(), (0, 1));
    account.emulator.reset();
    assert_eq!(account.check(), (1, 2));
    assert_eq!(account.check(), (1, 1), "what was gone before is gone");
}

/// The file is a convenience: without it the tool works as on a first look.
#[test]
fn a_last_look_that_is_damaged_or_cannot_be_kept_is_nothing() {
    let account = Hiding::start();
    assert_eq!(account.check(), (0, 1));
    account.workspace.write(".msl-learn/last-look.json", b"{\"ch04/aws_account\": {\"at\": 7");
    account.hide_once();
    assert_eq!(account.check(), (1, 1));
    let file = account.workspace.path().join(".msl-learn/last-look.json");
    std::fs::remove_file(&file).expect("a file that check has written");
    std::fs::create_dir(&file).expect("a folder in its place");
    assert_eq!(account.check(), (0, 1));
}
