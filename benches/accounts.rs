//! Many accounts in one process, for `benches/figures accounts`: the server, and the client whose memory is measured.
//!
//! `accounts serve` prints its endpoint and serves, with AWS's limits and every answer after 20 ms, until its standard
//! input ends; then it prints how many requests it throttled, and what AWS's limits make the others take, in seconds. `accounts check ENDPOINT COUNT` prints what it took.

#![allow(clippy::print_stdout, reason = "it prints its figures for a script")]

use std::io;
use std::time::{Duration, Instant};

use msl_learn_checks::{Patience, Verdict};

#[path = "../tests/it/harness/accounts.rs"]
#[allow(dead_code, reason = "the tests look closer")]
mod accounts;
#[path = "../tests/it/harness/crowd.rs"]
mod crowd;
#[path = "../tests/it/harness/http.rs"]
#[allow(dead_code, reason = "the tests read answers, too")]
mod http;
#[path = "../tests/it/harness/limits.rs"]
mod limits;
#[path = "../tests/it/harness/request.rs"]
mod request;

const DELAY: Duration = Duration::from_millis(20);

fn main() -> Result<(), String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["serve"] => serve().map_err(|error| error.to_string()),
        ["check", endpoint, count] => count.parse().map(|count| check(endpoint, count)).map_err(|_| usage()),
        _ => Err(usage()),
    }
}

fn usage() -> String {
    "expected `accounts serve` or `accounts check ENDPOINT COUNT`".into()
}

fn serve() -> io::Result<()> {
    let server = accounts::Accounts::start(DELAY, 1);
    println!("{}", server.endpoint());
    io::copy(&mut io::stdin(), &mut io::sink())?;
    println!("{} {:.1}", server.throttled().len(), server.least());
    Ok(())
}

/// Prints the seconds, how many accounts were read to the end, and the memory.
fn check(endpoint: &str, count: usize) {
    let keys: Vec<String> = (0..count).map(|number| format!("key{number}")).collect();
    let begin = Instant::now();
    let seen = crowd::check_all(endpoint, &keys, Patience::default());
    let took = begin.elapsed().as_secs_f64();
    let told = |seen: &&crowd::Seen| seen.values().all(|verdict| matches!(verdict, Verdict::Done | Verdict::NotDone));
    println!("{took:.3} {} {}", seen.iter().filter(told).count(), peak_memory());
}

/// The most memory that this process has had, in KiB, as Linux counts it (`VmHWM`); 0 elsewhere.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
