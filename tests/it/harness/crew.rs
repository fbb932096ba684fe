//! Does many pieces of work, some at a time, and goes on to the others when one of them breaks.

use std::any::Any;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// As many pieces are under way at once in one test, of which Cargo runs one for each core. More than one, since a piece waits
/// now and then: for a function, or for the emulator to have made something.
const AT_ONCE: usize = 2;

/// Does the work with each of the items, begun in their order, and returns what is wrong.
pub fn work<T: Sync>(items: &[T], work: impl Fn(&T) -> Vec<String> + Sync) -> Vec<String> {
    let (next, wrong) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..AT_ONCE.min(items.len()) {
            scope.spawn(|| {
                while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let found = attempt(|| work(item)).unwrap_or_else(|panic| vec![panic]);
                    wrong.lock().expect("no panic here").extend(found);
                }
            });
        }
    });
    wrong.into_inner().expect("no panic here")
}

/// What it returns, or the text that it panics with.
pub fn attempt<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|panic| text_of(&*panic))
}

fn text_of(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(ToString::to_string)).unwrap_or_else(|| "a panic".into())
}
