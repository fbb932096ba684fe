//! The event loop that runs the asynchronous parts.

use std::future::Future;

use tokio::runtime::{Builder, Runtime};

use crate::failure::{Failure, Result};

/// One thread, since a check spends its time on round trips.
pub struct EventLoop(Option<Runtime>);

impl EventLoop {
    /// # Errors
    /// If the operating system provides no event loop.
    pub fn new() -> Result<Self> {
        let runtime = Builder::new_current_thread().enable_all().build();
        runtime
            .map(|runtime| Self(Some(runtime)))
            .map_err(|error| Failure::environment(format!("the event loop cannot be started: {error}")))
    }

    /// Runs `work` to its end.
    pub fn block_on<T>(&self, work: impl Future<Output = T>) -> T {
        self.0.as_ref().expect("there until it is dropped").block_on(work)
    }
}

impl Drop for EventLoop {
    /// Abandons name lookups that nobody waits for any more; otherwise the program could not end before them.
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}
