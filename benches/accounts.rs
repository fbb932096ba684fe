//! Many accounts in one process, for `benches/figures accounts`: the server, and the client whose memory is measured.
//!
//! `accounts serve` prints its endpoint and serves, with AWS's limits and every answer after 20 ms, until its standard
//! input ends; then it prints how many requests it throttled, and what AWS's limits make the others take, in seconds. `accounts check ENDPOINT COUNT [CHAPTER]` prints what it took.

#![allow(clippy::print_stdout, reason = "it prints its figures for a script")]

use std::io;
use std::time::{Duration, Instant};

use msl_learn_checks::{Patience, Verdict};

#[path = "../tests/it/harness/accounts.rs"]
#[allow(dead_code, reason = "the tests look closer")]
mod accounts;
#[path = "../tests/it/harness/crowd.rs"]
#[allow(dead_code, reason = "the tests check all")]
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
        ["check", endpoint, count] => check(endpoint, count, ""),
        ["check", endpoint, count, chapter] => check(endpoint, count, &format!("ch{chapter:0>2}/")),
        _ => Err(usage()),
    }
}

fn usage() -> String {
    "expected `accounts serve` or `accounts check ENDPOINT COUNT [CHAPTER]`".into()
}

fn serve() -> io::Result<()> {
    let server = accounts::Accounts::start(DELAY, 1);
    println!("{}", server.endpoint());
    io::copy(&mut io::stdin(), &mut io::sink())?;
    println!("{} {:.1}", server.throttled().len(), server.least());
    Ok(())
}

/// Checks the exercises whose slugs begin so, and prints the seconds, how many accounts were read to the end, and the memory.
fn check(endpoint: &str, count: &str, slugs: &str) -> Result<(), String> {
    let count: usize = count.parse().map_err(|_| usage())?;
    let keys: Vec<String> = (0..count).map(|number| format!("key{number}")).collect();
    let begin = Instant::now();
    // The server has no archive of a layer.
    let is_wanted = |slug: &str| slug.starts_with(slugs) && !slug.starts_with("ch12/layer");
    let seen = crowd::check_some(endpoint, &keys, Patience::default(), is_wanted);
    let took = begin.elapsed().as_secs_f64();
    let told = |seen: &&crowd::Seen| seen.values().all(|verdict| matches!(verdict, Verdict::Done | Verdict::NotDone));
    println!("{took:.3} {} {}", seen.iter().filter(told).count(), peak_memory());
    Ok(())
}

/// The most memory that this process has had, in KiB, as Linux counts it (`VmHWM`); 0 elsewhere.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
