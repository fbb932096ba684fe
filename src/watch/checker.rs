//! Checks at the account on a thread of its own, so that the screen never waits for the network.

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use futures_util::future::join_all;

use super::session::Event;
use crate::catalog::Exercise;
use crate::check::{AccountSpec, Check, EventLoop, LastLook};
use crate::failure::{Failure, Result};
use crate::progress::{Place, Progress};
use crate::workspace::Workspace;

pub struct Checker {
    jobs: Sender<Vec<&'static Exercise>>,
}

impl Checker {
    /// What is seen goes to `events`.
    ///
    /// # Errors
    /// When the operating system gives no event loop.
    pub fn start(workspace: Workspace, events: Sender<Event>) -> Result<Self> {
        let runtime = EventLoop::new()?;
        let (jobs, waiting) = mpsc::channel();
        thread::spawn(move || work(&runtime, &workspace, waiting, &events));
        Ok(Self { jobs })
    }

    /// # Errors
    /// When the thread has ended, which only a bug makes it do.
    pub fn look(&self, exercises: Vec<&'static Exercise>) -> Result<()> {
        self.jobs.send(exercises).map_err(|_| {
            Failure::environment("the part that looks at the account has ended")
                .hint("This is a bug: please report it.")
        })
    }
}

fn work(runtime: &EventLoop, workspace: &Workspace, jobs: Receiver<Vec<&'static Exercise>>, events: &Sender<Event>) {
    let last = LastLook::read(&workspace.root);
    for exercises in jobs {
        let looked = runtime.block_on(look(workspace, &exercises, &last, events));
        let end = looked.map_or_else(Event::LookFailed, |()| Event::LookEnded);
        if events.send(end).is_err() {
            return;
        }
    }
}

/// The account is reached anew each time: reads are remembered within one look, and a new sign-in is noticed.
async fn look(
    workspace: &Workspace,
    exercises: &[&'static Exercise],
    last: &LastLook,
    events: &Sender<Event>,
) -> Result<()> {
    let progress = Progress::read(&workspace.root)?;
    let account = AccountSpec::of(&workspace.settings, &workspace.root)?.reach().await?;
    let place = Place::of(&workspace.settings, account.endpoint.as_deref());
    tell(events, Event::Reached { place, notes: account.notes() });
    let (learner, done_before) = (workspace.learner(), |exercise: &Exercise| progress.done_before(exercise));
    let check = &Check { account: &account, learner: &learner, done_before: &done_before, last_look: Some(last) };
    let each = exercises.iter().map(|exercise| async move {
        let seen = check.run(&[*exercise]).await;
        seen.into_iter().for_each(|seen| tell(events, Event::Looked(seen)));
    });
    join_all(each).await;
    last.write(&workspace.root);
    Ok(())
}

/// Nobody listens any more when the program is about to end.
fn tell(events: &Sender<Event>, event: Event) {
    let _ = events.send(event);
}
