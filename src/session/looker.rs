//! Looks at the account on a thread of its own, so that the screen never waits for the network.

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use futures_util::future::join_all;

use super::event::Event;
use crate::account::{self, EventLoop};
use crate::catalog::Exercise;
use crate::examine::examine;
use crate::failure::{Failure, Result};
use crate::last_look::LastLook;
use crate::progress::{Place, Progress};
use crate::workspace::Workspace;

pub struct Looker {
    jobs: Sender<Vec<&'static Exercise>>,
}

impl Looker {
    /// What is seen goes to `events`.
    ///
    /// # Errors
    /// When the operating system gives no event loop.
    pub fn start(workspace: Workspace, events: Sender<Event>) -> Result<Self> {
        let runtime = account::runtime()?;
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
    let account = account::reach(workspace).await?;
    let place = Place::of(&workspace.settings, account.endpoint());
    tell(events, Event::Reached { place, notes: account.notes(workspace) });
    let learner = workspace.learner();
    let (account, learner, progress) = (&account, &learner, &progress);
    let each = exercises.iter().map(|exercise| async move {
        let seen = examine(&[*exercise], account, learner, progress, last).await;
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
