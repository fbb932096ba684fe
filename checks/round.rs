//! Checks many accounts: as many at once as keep the machine busy, each with the full time of its own run.

use std::future::Future;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use futures_util::stream::{self, StreamExt};
use tokio::runtime::Builder;
use tokio::sync::watch;

/// How many accounts one thread checks at once. Each waits for seconds for AWS's rates and needs a few hundredths of a
/// second of a core. More accounts would wait for the processor while their time runs.
const AT_ONCE: usize = 20;

/// How many exercises of one account are under way at once. All 133 took no less time, and nearly twice the memory.
const EXERCISES_AT_ONCE: usize = 10;

/// Does the jobs of one account, some at a time, and returns the results in their order.
pub async fn side_by_side<F: Future>(jobs: impl IntoIterator<Item = F>) -> Vec<F::Output> {
    let numbered = jobs.into_iter().enumerate().map(|(number, job)| async move { (number, job.await) });
    // One that waits long holds up none behind it.
    in_order(stream::iter(numbered).buffer_unordered(EXERCISES_AT_ONCE).collect().await)
}

/// Does a job for each of `accounts`, and returns the results in their order. A job starts when it is its turn, so that
/// accounts in the queue lose no time of their runs. It stays on one thread; there are as many threads as cores.
///
/// # Panics
/// If a job panics, or no event loop can be created.
pub fn round<A, T, F>(accounts: &[A], job: impl Fn(&A) -> F + Sync) -> Vec<T>
where
    A: Sync,
    T: Send,
    F: Future<Output = T>,
{
    let next = AtomicUsize::new(0);
    let threads = thread::available_parallelism().map_or(1, NonZeroUsize::get).min(accounts.len().max(1));
    let (all, working) = watch::channel(());
    let done = thread::scope(|scope| {
        let (all, next, job) = (&all, &next, &job);
        let workers: Vec<_> = std::iter::repeat_n(working, threads)
            .map(|working| scope.spawn(move || work(accounts, next, job, (all, working))))
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("a job that does not panic")).collect()
    });
    in_order(done)
}

fn in_order<T>(mut done: Vec<(usize, T)>) -> Vec<T> {
    done.sort_unstable_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, result)| result).collect()
}

/// Takes accounts from the queue until it is empty. Threads share connections, each of which lives as long as the event loop
/// of the thread that opened it: so none ends before all are done.
fn work<A, T, F: Future<Output = T>>(
    accounts: &[A],
    next: &AtomicUsize,
    job: &(impl Fn(&A) -> F + Sync),
    (all, working): (&watch::Sender<()>, watch::Receiver<()>),
) -> Vec<(usize, T)> {
    let runtime = Builder::new_current_thread().enable_all().build().expect("an event loop");
    let queue = std::iter::from_fn(|| {
        let number = next.fetch_add(1, Ordering::Relaxed);
        accounts.get(number).map(|account| (number, account))
    });
    let jobs = stream::iter(queue).map(|(number, account)| async move { (number, job(account).await) });
    runtime.block_on(async {
        let done = jobs.buffer_unordered(AT_ONCE).collect().await;
        drop(working);
        all.closed().await;
        done
    })
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicUsize;
    use std::time::Duration;

    use super::*;

    #[test]
    fn every_account_has_its_turn_and_results_keep_the_order() {
        let accounts: Vec<usize> = (0..1000).collect();
        let doubled = round(&accounts, |account| {
            let account = *account;
            async move {
                tokio::time::sleep(Duration::from_millis((account % 3) as u64)).await;
                account * 2
            }
        });
        assert_eq!(doubled, accounts.iter().map(|account| account * 2).collect::<Vec<_>>());
        assert_eq!(round(&[] as &[usize], |_| async { 0 }), [0; 0]);
    }

    #[tokio::test]
    async fn a_long_account_is_worked_at_in_parts() {
        let (under_way, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let (under_way, most) = (&under_way, &most);
        let jobs = (0..133).map(|number| async move {
            most.fetch_max(under_way.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            tokio::time::sleep(Duration::from_millis(number % 3)).await;
            under_way.fetch_sub(1, Ordering::SeqCst);
            number
        });
        assert_eq!(side_by_side(jobs).await, (0..133).collect::<Vec<_>>());
        assert_eq!(most.load(Ordering::SeqCst), EXERCISES_AT_ONCE);
    }

    #[test]
    fn no_more_are_under_way_than_keep_the_machine_busy() {
        let (under_way, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        round(&[(); 500], |()| async {
            most.fetch_max(under_way.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            tokio::time::sleep(Duration::from_millis(1)).await;
            under_way.fetch_sub(1, Ordering::SeqCst);
        });
        let threads = thread::available_parallelism().map_or(1, NonZeroUsize::get);
        assert!(most.into_inner() <= AT_ONCE * threads, "a queue that is none");
    }
}
