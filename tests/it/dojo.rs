//! The dojo: a practice account is brought to a place in the book, and back, and nothing else is.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use msl_learn_checks::commands::with_found;

use crate::harness::aws;
use crate::harness::catalog::{self, Exercise};
use crate::harness::emulator::Emulator;
use crate::harness::process::{self, Output};
use crate::harness::report::Finding;
use crate::harness::script;
use crate::harness::terminal::Terminal;
use crate::harness::trial::told;
use crate::harness::verdict::{ClauseVerdict, Verdict};
use crate::harness::workspace::{self, Workspace};

/// A drill starts and stops the account, and checks it, several times.
const LIMIT: Duration = Duration::from_secs(120);

/// A practice workspace with its account running, below a home; `-C` leads to it.
struct Dojo {
    home: Workspace,
}

impl Dojo {
    fn open(domain: &str) -> Self {
        let home = Workspace::at("http://127.0.0.1:1", "000000000000");
        let made = home.run(&["practice", "--steps", "exercises", "--domain", domain, "class"]);
        assert_eq!(made.code, 0, "{made:#?}");
        Self { home }
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.home.run(&[&["-C", "class"], arguments].concat())
    }

    /// The same with the `aws` CLI on the path.
    fn run_with_aws(&self, arguments: &[&str]) -> Output {
        let mut command = self.home.command(&[&["-C", "class"], arguments].concat());
        command.env("PATH", format!("{}:{}", aws::served().display(), workspace::search_path()));
        process::run(command, LIMIT)
    }

    /// The verdicts of these exercises.
    fn verdicts(&self, exercises: &[&str]) -> Vec<Verdict> {
        let output = self.run(&[&["check", "--format", "json"], exercises].concat());
        let document: serde_json::Value = serde_json::from_str(&output.stdout).expect("promised JSON");
        let rows = document["exercises"].as_array().expect("exercises").iter();
        rows.map(|row| serde_json::from_value(row["verdict"].clone()).expect("a verdict")).collect()
    }

    fn read(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.home.path().join("class").join(path)).ok()
    }
}

impl Drop for Dojo {
    fn drop(&mut self) {
        let _ = self.run(&["practice", "stop"]);
    }
}

/// A learner who missed an evening catches up, counts nothing as done, and loses nothing.
#[test]
fn going_to_an_exercise_and_back() {
    let dojo = Dojo::open("example.com");
    fs::create_dir_all(dojo.home.path().join("class/website")).expect("a folder in the workspace");
    fs::write(dojo.home.path().join("class/website/index.html"), "mine").expect("a file in the workspace");
    let arrived = dojo.run(&["practice", "goto", "5.3"]);
    assert!(arrived.code == 0 && arrived.stdout.contains("is where 5.3 "), "{arrived:#?}");
    assert_eq!(dojo.verdicts(&["5.2", "5.3"]), [Verdict::Done, Verdict::NotDone]);
    assert!(dojo.read("website/index.html").is_some_and(|page| page.contains("example.com")));
    let list = dojo.run(&["list"]).stdout;
    assert!(list.contains("[~] brought here 5.2 ") && list.contains("[>] current      5.3 "), "{list}");
    assert!(dojo.run(&["progress"]).stdout.contains("8 brought here"), "{list}");
    let map = dojo.run(&["map"]).stdout;
    let shown = |state: &str, what: &str| map.lines().any(|line| line.starts_with(state) && line.contains(what));
    assert!(shown("[x] stands", "distribution example.com (") && shown("[ ] not yet", "REST API website"), "{map}");
    let next = dojo.run(&["next"]);
    assert!(next.code == 1 && next.stdout.contains("5.3 "), "{next:#?}");
    // One place further, and back step by step.
    assert_eq!(dojo.run(&["practice", "goto", "5.3", "--done"]).code, 0);
    assert_eq!(dojo.verdicts(&["5.3", "5.4"]), [Verdict::Done, Verdict::NotDone]);
    assert_eq!(dojo.run(&["practice", "goto", "--back"]).code, 0);
    assert_eq!(dojo.verdicts(&["5.2", "5.3"]), [Verdict::Done, Verdict::NotDone]);
    files_of_a_place(&dojo);
    let back = dojo.run(&["practice", "goto", "--back"]);
    assert_eq!(back.code, 0, "{back:#?}");
    assert_eq!(dojo.verdicts(&["4.3", "5.2"]), [Verdict::NotDone, Verdict::NotDone]);
    assert_eq!(dojo.read("website/index.html").as_deref(), Some("mine"));
    assert!(!dojo.run(&["list"]).stdout.contains("brought"), "the learner's own progress");
    let nothing = dojo.run(&["practice", "goto", "--back"]);
    assert!(nothing.code == 2 && nothing.stderr.contains("nothing is kept"), "{nothing:#?}");
    // Whoever is impatient is told what to run.
    let kept = dojo.home.path().join("class/.msl-learn/practice/kept/1");
    let go = dojo.home.command(&["-C", "class", "practice", "goto", "4.5"]);
    let interrupted = process::interrupt(go, LIMIT, || while_missing(&kept));
    let said = words(&interrupted.stderr);
    assert!(interrupted.code == 130 && said.contains("What you have built is kept:"), "{interrupted:#?}");
    assert!(
        said.contains("Interrupted.") && said.ends_with("practice goto --back` brings it back."),
        "{interrupted:#?}"
    );
    // Where the change was not yet whole, it is undone, and nothing else is kept.
    let back = dojo.run(&["practice", "goto", "--back"]);
    assert!(back.code == 0 || back.stderr.contains("is as you left it"), "{back:#?}");
    assert_eq!(dojo.read("website/index.html").as_deref(), Some("mine"));
}

/// On the way back in the book, what nobody has touched becomes what it is there, and the rest is kept and named.
fn files_of_a_place(dojo: &Dojo) {
    const CODE: &str = "functions/get-chapters/index.mjs";
    let go = |id: &str| dojo.run(&["practice", "goto", id]);
    assert_eq!(go("6.8").code, 0);
    let later = dojo.read(CODE);
    let earlier = go("5.10");
    assert!(earlier.code == 0 && !earlier.stdout.contains(CODE), "{earlier:#?}");
    assert!(dojo.read(CODE).is_some_and(|code| Some(&code) != later.as_ref()), "{later:?}");
    fs::write(dojo.home.path().join("class").join(CODE), "mine").expect("a file in the workspace");
    let kept = go("5.10");
    assert!(kept.stdout.contains(CODE) && dojo.read(CODE).as_deref() == Some("mine"), "{kept:#?}");
    for before in [Some("mine"), later.as_deref(), None] {
        assert_eq!(dojo.run(&["practice", "goto", "--back"]).code, 0);
        assert_eq!(dojo.read(CODE).as_deref(), before);
    }
}

/// Waits until something is there.
fn while_missing(path: &Path) {
    let deadline = Instant::now() + LIMIT;
    while !path.exists() && Instant::now() < deadline {
        thread::sleep(Duration::from_millis(5));
    }
}

/// Nothing of a learner's own account is ever replaced.
#[test]
fn other_accounts_are_refused() {
    let emulator = Emulator::ministack();
    let real = Workspace::real(&emulator, ["test".into(), "test".into()]);
    let elsewhere = Workspace::of(&emulator);
    for (workspace, reason) in [(real, "for a real account"), (elsewhere, "msl-learn cannot replace it")] {
        for command in
            [&["practice", "goto", "5.3"][..], &["practice", "goto", "--back"], &["drill"], &["drill", "--check"]]
        {
            let refused = workspace.run(command);
            let said = refused.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(refused.code == 2 && said.contains(reason), "{refused:#?}");
        }
    }
}

/// A text without its line breaks.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The stations for names of the learner's own are made in the background, and serve as the others do.
#[test]
fn names_of_the_learners_own_have_their_states_made_once() {
    let dojo = Dojo::open("example.org");
    let go = || dojo.run_with_aws(&["practice", "goto", "4.5"]);
    let begun = go();
    assert!(begun.code == 1 && words(&begun.stdout).contains("in the background"), "{begun:#?}");
    let status = dojo.run(&["practice", "status"]).stdout;
    assert!(status.starts_with("running at ") && words(&status).contains("made for "), "{status}");
    let drill = dojo.run_with_aws(&["drill", "12", "--seed", "1"]);
    assert!(drill.code == 1 && words(&drill.stdout).contains("Run the command again then."), "{drill:#?}");
    let deadline = Instant::now() + LIMIT;
    let mut arrived = go();
    while arrived.code == 1 && Instant::now() < deadline {
        thread::sleep(Duration::from_millis(500));
        arrived = go();
    }
    assert!(arrived.code == 0 && arrived.stdout.contains("is where 4.5 "), "{arrived:#?}");
    assert_eq!(dojo.verdicts(&["4.3", "4.4", "4.5"]), [Verdict::Done, Verdict::Done, Verdict::NotDone]);
    let drill = dojo.run_with_aws(&["drill", "4.3", "--seed", "1"]);
    assert!(drill.code == 0 && drill.stdout.contains("What a visitor sees:"), "{drill:#?}");
    assert_eq!(dojo.run(&["practice", "goto", "--back"]).code + dojo.run(&["practice", "goto", "--back"]).code, 0);
    assert_eq!(dojo.run(&["practice", "stop"]).code, 0);
    let status = dojo.run(&["practice", "status"]).stdout;
    assert!(status.starts_with("stopped;") && !status.contains("made for "), "{status}");
    // What is made stays, and the rest goes on from there.
    assert_eq!(dojo.run(&["practice", "start"]).code + go().code, 0);
    let further = dojo.run_with_aws(&["practice", "goto", "12.e4"]);
    assert!(further.code == 1 && !words(&further.stdout).contains(": 0 of "), "{further:#?}");
}

/// What is broken now, as the progress holds it: the slug of the exercise.
fn broken(dojo: &Dojo) -> &'static Exercise {
    let progress: toml::Table = dojo.read(".msl-learn/progress.toml").expect("progress").parse().expect("TOML");
    let broken = progress["drills"]["current"]["broken"].as_array().expect("names");
    let [name] = broken.as_slice() else { panic!("one thing is broken: {broken:?}") };
    let (slug, _) = name.as_str().and_then(|name| name.rsplit_once('/')).expect("an exercise and a mistake");
    catalog::all().iter().find(|exercise| exercise.slug == slug).expect("an exercise of the book")
}

/// Mends an exercise by its lines of `[cli]`, as a learner who reads the findings does.
fn mend(dojo: &Dojo, exercise: &Exercise) {
    let status = dojo.run(&["practice", "status"]).stdout;
    let endpoint = status.split_whitespace().find(|word| word.starts_with("http")).expect("it says where it runs");
    let hands = Workspace::at(endpoint, "000000000000");
    script::put_starter_files(&hands, exercise.so_far());
    for _ in 0..10 {
        let seen = dojo.run(&["check", "--format", "json", &exercise.id]);
        let document: serde_json::Value = serde_json::from_str(&seen.stdout).expect("promised JSON");
        let findings = document["exercises"][0]["findings"].clone();
        let findings: Vec<Finding> = serde_json::from_value(findings).expect("findings");
        let Some(failing) = findings.iter().find(|finding| finding.verdict == ClauseVerdict::Fails) else { return };
        let line = with_found(&exercise.about.cli[&failing.id], |id| told(&findings, id));
        let output = script::line(&hands, &line);
        assert_eq!(output.code, 0, "{line}\n{output:#?}");
    }
    panic!("{} is not mended by its lines", exercise.id);
}

/// A drill of each chapter, played through: one is mended at once, one with a hint, and one is given up and comes back.
#[test]
fn a_drill_of_each_chapter() {
    let dojo = Dojo::open("example.com");
    let drill = |arguments: &[&str]| dojo.run_with_aws(&[&["drill"], arguments].concat());
    for (chapter, hints) in [("4", 0), ("5", 1)] {
        let begun = drill(&[chapter, "--seed", "1"]);
        assert!(begun.code == 0 && begun.stdout.contains("What a visitor sees:"), "{begun:#?}");
        let exercise = broken(&dojo);
        assert_eq!(exercise.chapter.to_string(), chapter);
        assert!(!begun.stdout.contains(&exercise.title), "it does not say where: {begun:#?}");
        let early = drill(&["--check"]);
        assert!(early.code == 1 && early.stdout.contains("Not mended yet."), "{early:#?}");
        let map = dojo.run(&["map", chapter]).stdout;
        assert!(map.contains("[!] changed"), "{map}");
        for _ in 0..hints {
            let hint = drill(&["--hint"]);
            assert!(hint.code == 0 && hint.stdout.contains(&exercise.title), "{hint:#?}");
        }
        mend(&dojo, exercise);
        let won = dojo.run(&["check"]);
        assert!(won.code == 0 && won.stdout.contains("Mended, in "), "{won:#?}");
        let history = dojo.run(&["history", &exercise.id]).stdout;
        assert!(history.contains(if hints == 0 { "drill won\n" } else { "drill won, 1 hint\n" }), "{history}");
    }
    let begun = drill(&["6", "--seed", "1"]);
    assert_eq!(begun.code, 0, "{begun:#?}");
    let exercise = broken(&dojo);
    let refused = dojo.run(&["practice", "goto", "5.3"]);
    assert!(refused.code == 2 && refused.stderr.contains("a drill is going on"), "{refused:#?}");
    let another = drill(&["8", "--seed", "7"]);
    let said = words(&another.stderr);
    let refusal = format!("a drill of {} is still going on, so `drill 8 --seed 7` was not begun", exercise.id);
    assert!(another.code == 2 && said.contains(&refusal), "{another:#?}");
    let given_up = drill(&["--give-up"]);
    assert!(given_up.code == 1 && given_up.stdout.contains("Lesson"), "{given_up:#?}");
    let again = drill(&["6"]);
    assert!(again.code == 0 && broken(&dojo).slug == exercise.slug, "{again:#?}");
    let back = dojo.run(&["practice", "goto", "--back"]);
    assert_eq!(back.code, 0, "{back:#?}");
    assert_eq!(dojo.verdicts(&["4.3", "6.1"]), [Verdict::NotDone, Verdict::NotDone]);
    let progress = dojo.run(&["progress"]).stdout;
    assert!(progress.contains("Drills: 2 won, 1 of them without a hint; 2 given up"), "{progress}");
    assert!(!dojo.run(&["list"]).stdout.contains("brought"));
}

/// The later chapters have drills that are won, too.
#[test]
fn a_drill_of_each_later_chapter() {
    let dojo = Dojo::open("example.com");
    for name in ["7", "8", "9", "10", "12.e4"] {
        let begun = dojo.run_with_aws(&["drill", name, "--seed", "1"]);
        assert!(begun.code == 0 && begun.stdout.contains("What a visitor sees:"), "{begun:#?}");
        let exercise = broken(&dojo);
        assert_eq!(name.split('.').next(), Some(&*exercise.chapter.to_string()));
        mend(&dojo, exercise);
        let won = dojo.run(&["check"]);
        assert!(won.code == 0 && won.stdout.contains("Mended, in "), "{won:#?}");
    }
}

/// Who foresees what visitors see has learned something; so the question comes before the answer.
#[test]
fn on_a_terminal_the_first_question_comes_before_the_look() {
    let dojo = Dojo::open("example.com");
    let path = format!("{}:{}", aws::served().display(), workspace::search_path());
    let arguments = ["-C", "class", "drill", "5", "--seed", "1"];
    let mut terminal = Terminal::start(&dojo.home, &arguments, 40, &[("TERM", "xterm"), ("PATH", &path)]);
    terminal.see("What will visitors see?");
    terminal.see("Choose one");
    terminal.press("\r");
    terminal.see("What a visitor sees:");
    assert_eq!(terminal.end().code, 0);
    let progress = dojo.read(".msl-learn/progress.toml").expect("progress");
    assert!(progress.contains("foreseen = "), "{progress}");
}

/// Nothing is half done where a program is missing that drills need.
#[test]
fn without_the_cli_nothing_is_broken() {
    let dojo = Dojo::open("example.com");
    let mut command = dojo.home.command(&["-C", "class", "drill", "4", "--seed", "1"]);
    command.env("PATH", dojo.home.path().join("nothing"));
    let refused = process::run(command, LIMIT);
    assert!(refused.code == 3 && refused.stderr.contains("is missing"), "{refused:#?}");
    assert_eq!(dojo.verdicts(&["4.3"]), [Verdict::NotDone]);
    assert!(!dojo.run(&["list"]).stdout.contains("brought"), "what the learner had is back");
}
