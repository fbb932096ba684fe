//! Checks exercises on a thread of its own, so that the screen never waits for the network.

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use msl_learn_checks::side_by_side;

use super::session::Event;
use crate::catalog::Exercise;
use crate::check::{self, AccountSpec, Check, EventLoop, LastLook};
use crate::failure::{Failure, Result};
use crate::progress::{AccountSeen, Progress};
use crate::workspace::Workspace;

pub struct Checker {
    jobs: Sender<Vec<&'static Exercise>>,
}

impl Checker {
    /// Starts the thread; results go to `events`.
    ///
    /// # Errors
    /// If the operating system provides no event loop.
    pub fn start(workspace: Workspace, events: Sender<Event>) -> Result<Self> {
        let event_loop = EventLoop::new()?;
        let (jobs, waiting) = mpsc::channel();
        thread::spawn(move || work(&event_loop, &workspace, waiting, &events));
        Ok(Self { jobs })
    }

    /// # Errors
    /// If the thread has ended, which only a bug causes.
    pub fn check(&self, exercises: Vec<&'static Exercise>) -> Result<()> {
        self.jobs.send(exercises).map_err(|_| {
            Failure::environment("the part that checks the account has ended").hint("This is a bug: please report it.")
        })
    }
}

fn work(event_loop: &EventLoop, workspace: &Workspace, jobs: Receiver<Vec<&'static Exercise>>, events: &Sender<Event>) {
    let last = LastLook::read(&workspace.root);
    for exercises in jobs {
        let checked = event_loop.block_on(check(workspace, &exercises, &last, events));
        let end = checked.map_or_else(Event::CheckFailed, |()| Event::CheckEnded);
        if events.send(end).is_err() {
            return;
        }
    }
}

/// Reaches the account again each time: reads are remembered within one check, and a new sign-in is noticed.
async fn check(
    workspace: &Workspace,
    exercises: &[&'static Exercise],
    last: &LastLook,
    events: &Sender<Event>,
) -> Result<()> {
    let progress = Progress::read(&workspace.root)?;
    let account = AccountSpec::of(&workspace.settings, &workspace.root)?.reach().await?;
    let seen = AccountSeen::of(&workspace.settings, account.endpoint.as_deref());
    let mut notes = account.notes();
    notes.extend(check::reminder(&workspace.settings, &workspace.root));
    tell(events, Event::Reached { account: seen, notes });
    let learner = &workspace.learner();
    let check = &Check { account: &account, learner, progress: &progress, last_look: Some(last) };
    let each = exercises.iter().map(|exercise| async move {
        let checked = check.run(&[*exercise]).await;
        checked.iter().for_each(|checked| tell(events, Event::Checked(checked.for_learner(learner))));
    });
    side_by_side(each).await;
    last.write(&workspace.root);
    Ok(())
}

/// Nobody listens any more if the program is about to end.
fn tell(events: &Sender<Event>, event: Event) {
    let _ = events.send(event);
}
