//! Progress is never lost and never half-written: killed at any moment, under two writers, on a full disk, on a read-only
//! folder, and while another program keeps the lock.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::harness::process::{self, Output};
use crate::harness::workspace::Workspace;

/// How often a program is killed, in all.
const KILLS: usize = 500;
/// Two writers; each works on an exercise of its own.
const WRITERS: [(&str, &str); 2] = [("4.3", "ch04/s3_website_hosting"), ("4.6", "ch04/acm_certificate")];
const LIMIT: Duration = Duration::from_secs(60);

fn offline() -> Workspace {
    Workspace::at("http://127.0.0.1:1", "000000000000")
}

fn file(workspace: &Workspace) -> PathBuf {
    workspace.path().join(".msl-learn/progress.toml")
}

/// The progress as it is now, which is always a whole file.
fn progress(workspace: &Workspace) -> toml::Table {
    let text = fs::read_to_string(file(workspace)).expect("a progress file");
    toml::from_str(&text).unwrap_or_else(|error| panic!("half-written: {error}\n{text}"))
}

fn is_skipped(workspace: &Workspace, slug: &str) -> bool {
    progress(workspace)["exercises"].get(slug).is_some_and(|entry| entry.get("skipped").is_some())
}

/// Files that a killed program left half-written.
fn leftovers(workspace: &Workspace) -> Vec<String> {
    let names = fs::read_dir(workspace.path().join(".msl-learn")).expect("a folder");
    let names = names.map(|entry| entry.expect("a readable folder").file_name().to_string_lossy().into_owned());
    names.filter(|name| name.starts_with('.')).collect()
}

/// SplitMix64: the same numbers for the same seed.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }
}

/// MSL_IT_SEED repeats a run.
fn seed() -> u64 {
    let given = std::env::var("MSL_IT_SEED").ok().map(|seed| seed.parse().expect("MSL_IT_SEED is a number"));
    given.unwrap_or_else(|| {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock after 1970");
        now.as_nanos() as u64
    })
}

/// What the writers have seen.
#[derive(Debug, Default)]
struct Count {
    kills: AtomicUsize,
    /// How often a half-written file lay beside the whole one.
    torn: AtomicUsize,
}

/// Turns `skipped` of one exercise on and off, killed after a random time, until all kills are spent.
fn write_and_be_killed(workspace: &Workspace, (id, slug): (&str, &str), mut random: Random, count: &Count) {
    let Count { kills, torn } = count;
    let mut usual = Duration::from_millis(20);
    while kills.load(Ordering::Relaxed) < KILLS {
        let skip = !is_skipped(workspace, slug);
        let arguments: &[&str] = if skip { &["skip", id] } else { &["skip", id, "--undo"] };
        let begun = Instant::now();
        let mut child = quiet(workspace.command(arguments)).spawn().expect("the program");
        thread::sleep(Duration::from_nanos(random.below(usual.as_nanos() as u64 * 5 / 4)));
        child.kill().expect("a child of this process");
        let status = child.wait().expect("a child of this process");
        match status.code() {
            Some(0) => {
                assert_eq!(is_skipped(workspace, slug), skip, "{arguments:?} was lost");
                // The kill came too late, so the program takes less than that.
                usual = usual.mul_f64(0.9).max(begun.elapsed() / 4);
            }
            Some(code) => panic!("{arguments:?} ended with {code}"),
            None => {
                kills.fetch_add(1, Ordering::Relaxed);
                usual = usual.mul_f64(1.02);
            }
        }
        let left = leftovers(workspace);
        assert!(left.len() <= WRITERS.len(), "{left:?} pile up");
        torn.fetch_add(usize::from(!left.is_empty()), Ordering::Relaxed);
    }
}

fn quiet(mut command: Command) -> Command {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

#[test]
fn killed_at_any_moment_under_two_writers() {
    let workspace = offline();
    let kept = "hints = 2\nheld_up = [\"2026-05-04T10:00:00Z/.. your account has the bucket example.com\"]\n";
    // Long enough that a write takes its time.
    let others: String = (0..100).map(|number| format!("[exercises.\"ch09/exercise_{number}\"]\n{kept}\n")).collect();
    workspace.write(".msl-learn/progress.toml", format!("schema = 2\n{others}").as_bytes());
    let (seed, count) = (seed(), Count::default());
    println!("killing {KILLS} times with MSL_IT_SEED={seed}");
    thread::scope(|scope| {
        for (number, writer) in (0..).zip(WRITERS) {
            let (workspace, count) = (&workspace, &count);
            scope.spawn(move || write_and_be_killed(workspace, writer, Random(seed ^ number), count));
        }
    });
    println!("{:?}", count);
    let progress = progress(&workspace);
    assert!(
        (0..100)
            .all(|number| progress["exercises"][&format!("ch09/exercise_{number}")]["hints"].as_integer() == Some(2))
    );
    assert_eq!(workspace.run(&["hint", "4.1"]).code, 0);
    assert_eq!(leftovers(&workspace), Vec::<String>::new());
}

/// What a command says, with the workspace's own path left out.
fn page(workspace: &Workspace, output: &Output) -> String {
    let page = format!("{}--- stderr, exit code {}\n{}", output.stdout, output.code, output.stderr);
    page.replace(&workspace.path().display().to_string(), "WORKSPACE")
}

/// The program in the workspace, started by a shell that has first done `before`.
fn after(workspace: &Workspace, before: &str, arguments: &str) -> Output {
    let mut command = Command::new("bash");
    command.arg("-c").arg(format!("{before}\nexec \"$PROGRAM\" {arguments}")).current_dir(workspace.path());
    workspace.scrub(&mut command);
    command.env("PROGRAM", env!("CARGO_BIN_EXE_msl-learn"));
    process::run(command, LIMIT)
}

fn with_a_hint() -> (Workspace, String) {
    let workspace = offline();
    assert_eq!(workspace.run(&["hint", "4.1"]).code, 0);
    let text = fs::read_to_string(file(&workspace)).expect("a progress file");
    (workspace, text)
}

fn assert_untouched(workspace: &Workspace, before: &str) {
    assert_eq!(fs::read_to_string(file(workspace)).expect("a progress file"), before);
    assert_eq!(leftovers(workspace), Vec::<String>::new());
}

/// A limit on the length of files does to a write what a full disk does: it fails in the middle.
#[test]
fn a_file_that_cannot_grow() {
    let (workspace, before) = with_a_hint();
    let output = after(&workspace, "trap '' XFSZ; ulimit -f 0", "hint 4.2");
    assert_untouched(&workspace, &before);
    insta::assert_snapshot!(page(&workspace, &output));
}

/// What `script` prints in the workspace's folder when it may mount file systems; not every machine lets us.
fn mounting(workspace: &Workspace, script: &str) -> Option<Output> {
    let allowed = Command::new("unshare").args(["-rm", "true"]).stderr(Stdio::null()).status();
    if !allowed.is_ok_and(|status| status.success()) {
        println!("no mounting here, so this was not tried:\n{script}");
        return None;
    }
    let mut command = Command::new("unshare");
    command.args(["-rm", "bash", "-c", script]).current_dir(workspace.path());
    workspace.scrub(&mut command);
    command.env("PROGRAM", env!("CARGO_BIN_EXE_msl-learn"));
    Some(process::run(command, LIMIT))
}

/// What was there on the full disk is there after it, and nothing half-written beside it.
#[test]
fn a_full_disk() {
    let workspace = offline();
    workspace.write(".msl-learn/keep", b"");
    let script = "mount -t tmpfs -o size=64k tmpfs .msl-learn || exit 99\n\
                  echo 'schema = 2' > .msl-learn/progress.toml\n\
                  head -c 1000000 /dev/zero > .msl-learn/ballast 2> /dev/null\n\
                  \"$PROGRAM\" hint 4.2; code=$?\n\
                  cat .msl-learn/progress.toml; ls -A .msl-learn; rm .msl-learn/ballast\n\
                  \"$PROGRAM\" skip 4.2 && grep -c skipped .msl-learn/progress.toml; exit $code";
    if let Some(output) = mounting(&workspace, script) {
        insta::assert_snapshot!(page(&workspace, &output));
    }
}

#[test]
fn a_read_only_folder() {
    let (workspace, before) = with_a_hint();
    let commands = ["hint 4.2", "start 4.3", "skip 4.1", "reset 4.1 --yes", "solution 4.1 --yes"];
    let runs = commands.map(|command| format!("\"$PROGRAM\" {command}; echo \"exit code $?\" >&2\n"));
    let enter = "mount --bind . . && mount -o remount,ro,bind . && cd \"$PWD\" || exit 99\n";
    let output = mounting(&workspace, &format!("{enter}{}\"$PROGRAM\" list > /dev/null", runs.concat()));
    assert_untouched(&workspace, &before);
    if let Some(output) = output {
        insta::assert_snapshot!(page(&workspace, &output));
    }
}

/// Nobody waits forever, and who only reads does not wait at all.
#[test]
fn another_program_keeps_the_lock() {
    let (workspace, before) = with_a_hint();
    let lock = File::create(lock(&workspace)).expect("the lock");
    lock.lock().expect("a lock");
    assert_eq!(workspace.run(&["list"]).code, 0);
    let output = workspace.run(&["hint", "4.2"]);
    assert_untouched(&workspace, &before);
    insta::assert_snapshot!(page(&workspace, &output));
    drop(lock);
    assert_eq!(workspace.run(&["hint", "4.2"]).code, 0);
}

#[test]
fn something_else_has_the_name_of_the_file_or_of_the_lock() {
    let (workspace, _) = with_a_hint();
    let mut pages = Vec::new();
    for name in [lock(&workspace), file(&workspace)] {
        replace_by_folder(&name);
        pages.push(page(&workspace, &workspace.run(&["hint", "4.2"])));
        fs::remove_dir(&name).expect("the folder");
    }
    insta::assert_snapshot!(pages.join("\n"));
}

fn lock(workspace: &Workspace) -> PathBuf {
    file(workspace).with_extension("lock")
}

fn replace_by_folder(path: &Path) {
    fs::remove_file(path).expect("the file");
    fs::create_dir(path).expect("a folder");
}
