//! The learner's way through the book with `next`: what is recorded, what is added, what is checked how often.

use std::time::Duration;

use crate::harness::catalog::{self, Exercise};
use crate::harness::emulator::Emulator;
use crate::harness::gaps;
use crate::harness::kind::Kind;
use crate::harness::process;
use crate::harness::proxy::Proxy;
use crate::harness::script;
use crate::harness::verdict::Verdict;
use crate::harness::workspace::Workspace;

fn exercise(id: &str) -> &'static Exercise {
    catalog::all().iter().find(|exercise| exercise.id == id).expect("an exercise of that number")
}

/// The letters of the right choices, where the exercise asks a question; the yes to a program that is to be run.
fn right_answer(exercise: &Exercise) -> Option<String> {
    let asks = exercise.about.asks.as_ref()?;
    if asks.contains_key("command") {
        return Some("yes".into());
    }
    let choices = asks["choices"].as_array().expect("a question with choices");
    let is_right = |choice: &toml::Value| choice.get("right").and_then(toml::Value::as_bool).unwrap_or(false);
    let letters = ('a'..).zip(choices).filter(|(_, choice)| is_right(choice)).map(|(letter, _)| letter.to_string());
    Some(letters.collect::<Vec<_>>().join(","))
}

/// What has been done must stay done, also when a later exercise undoes it, and nothing is recorded that is not.
#[test]
fn next_records_goes_on_and_says_at_the_end_what_is_left() {
    let emulator = Emulator::ministack();
    let workspace = Workspace::of(&emulator);
    for exercise in catalog::all() {
        if exercise.is_out_of_reach() {
            is_passed_over(&workspace, exercise);
            continue;
        }
        let before = workspace.run(&["next"]);
        if exercise.is_met_by_default() {
            assert_eq!(before.code, 0, "{}: {before:#?}", exercise.id);
            continue;
        }
        if !gaps::is_solvable(Kind::MiniStack, exercise) {
            assert_eq!(before.code, 3, "{}: {before:#?}", exercise.id);
            assert_eq!(workspace.run(&["skip", &exercise.id]).code, 0, "{}", exercise.id);
            continue;
        }
        assert_eq!(before.code, 1, "{}: {before:#?}", exercise.id);
        if !exercise.is_asked() {
            assert_eq!(script::solve(&workspace, exercise).code, 0, "{}", exercise.id);
        }
        let (after, verdict) = match right_answer(exercise) {
            Some(answer) => {
                workspace.write("answers.txt", format!("{} = {answer}\n", exercise.id).as_bytes());
                (workspace.run(&["next", "--answers", "answers.txt"]), "asked")
            }
            None => (workspace.run(&["next"]), "done"),
        };
        assert_eq!(after.code, 0, "{}: {after:#?}", exercise.id);
        let first = format!("{} {}: {verdict}", exercise.id, exercise.title);
        assert!(after.stdout.lines().any(|line| line.starts_with(&first)), "{}", after.stdout);
    }
    let end = workspace.run(&["next"]);
    // What no emulator has was passed by.
    let told = "You have done every exercise so far except:\n  10.e2 Deploying conformance packs\n";
    assert!(end.code == 0 && end.stdout.contains(told), "{end:#?}");
    for part in ["What stands in your account", "a month as it stands", "What comes next"] {
        assert!(end.stdout.contains(part), "{part:?} is missing: {end:#?}");
    }
    let list = workspace.run(&["list"]).stdout;
    let is_left = |line: &str| ["] open ", "] current "].iter().any(|state| line.contains(state));
    assert!(!list.lines().any(is_left) && list.contains("superseded 4.3"), "{list}");
    let superseded = workspace.check(&["4.3", "4.4"]);
    assert!(superseded.exercises.iter().all(|exercise| exercise.verdict == Verdict::Done), "{superseded:#?}");
}

/// What is not available counts neither as done nor as open, and `next` goes on.
fn is_passed_over(workspace: &Workspace, exercise: &Exercise) {
    workspace.write("answers.txt", format!("{} = not available\n", exercise.id).as_bytes());
    let output = workspace.run(&["next", "--answers", "answers.txt"]);
    assert_eq!(output.code, 0, "{}: {output:#?}", exercise.id);
    let said = output.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("counts neither as done nor as open"), "{said}");
    let checked = workspace.check(&[&exercise.id]).only();
    assert_eq!(checked.verdict, Verdict::Asked, "{checked:#?}");
}

/// A learner's own files are never touched.
#[test]
fn starter_files_are_added_once() {
    let emulator = Emulator::ministack();
    let workspace = Workspace::of(&emulator);
    let done = ["aws_account", "domain_registration"]
        .map(|slug| format!("[exercises.\"ch04/{slug}\"]\ndone = \"2026-05-04T10:00:00Z\"\n"));
    workspace.write(".msl-learn/progress.toml", format!("schema = 1\n{}", done.concat()).as_bytes());
    workspace.write("policies/website-public-read.json", b"mine");
    let output = workspace.run(&["next"]);
    assert!(output.stdout.contains("Added to your workspace: website/index.html"), "{output:#?}");
    let read = |file: &str| std::fs::read_to_string(workspace.path().join(file)).expect(file);
    assert!(read("website/index.html").contains("example.com"));
    assert_eq!(read("policies/website-public-read.json"), "mine");
}

/// A finished exercise whose state has gone is said to have gone, unless a later one undid it.
#[test]
fn a_regression_is_told() {
    let emulator = Emulator::ministack();
    let workspace = Workspace::of(&emulator);
    workspace.write(
        ".msl-learn/progress.toml",
        b"schema = 1\n[exercises.\"ch04/domain_registration\"]\ndone = \"2026-05-04T10:00:00Z\"\n",
    );
    let output = workspace.run(&["check", "4.2"]);
    assert_eq!(output.code, 1);
    assert!(output.stderr.contains("was done on 2026-05-04"), "{output:#?}");
}

/// A check's time is its round trips, so each distinct read is sent once, whoever asks.
#[test]
fn each_distinct_call_is_sent_once() {
    let emulator = Emulator::ministack();
    let straight = Workspace::of(&emulator);
    for needed in exercise("4.7").needs().into_iter().chain([exercise("4.7")]) {
        assert_eq!(script::solve(&straight, needed).code, 0, "{}", needed.id);
    }
    let proxy = Proxy::delaying(&emulator, Duration::ZERO);
    let workspace = Workspace::at(&proxy.endpoint(), emulator.account());
    assert_eq!(workspace.run(&["check", "4.7"]).code, 0);
    let alone = proxy.counts();
    assert_eq!(alone.values().sum::<usize>(), 9, "{alone:#?}");
    workspace.run(&["check", "--all"]);
    let all = proxy.counts();
    let twice = all.iter().filter(|(call, count)| **count > 1 + usize::from(alone.contains_key(*call)));
    assert_eq!(twice.collect::<Vec<_>>(), [], "{all:#?}");
}

/// What a user would see of the practice account: it starts, keeps what is built in it, and leaves nothing running.
#[test]
fn the_practice_account_keeps_what_is_built_in_it() {
    let workspace = Workspace::at("http://127.0.0.1:1", "000000000000");
    let practice = |arguments: &[&str]| workspace.run(&[&["practice"], arguments, &["class"]].concat());
    let first = practice(&["--steps", "exercises"]);
    assert_eq!(first.code, 0, "{first:#?}");
    assert!(first.stderr.contains("Next: 4.1 Setting up the AWS account."), "{}", first.stderr);
    assert_eq!(practice(&["status"]).code, 0);
    let mut nested = workspace.command(&["practice", "shell", "class"]);
    nested.env("MSL_LEARN_PRACTICE_SHELL", "/somewhere");
    let nested = process::run(nested, Duration::from_secs(60));
    assert!(nested.code == 2 && nested.stderr.contains("the shell of a practice account already"), "{nested:#?}");
    let env = practice(&["env"]).stdout;
    assert!(
        env.contains("AWS_ENDPOINT_URL=http://127.0.0.1:") || env.contains("AWS_ENDPOINT_URL='http://127.0.0.1:"),
        "{env}"
    );
    let mut bash = script::bash(&workspace, &crate::harness::aws::plain());
    bash.args(["-c", &format!("{env}\naws s3api create-bucket --bucket kept --query Location")]);
    assert_eq!(crate::harness::process::run(bash, Duration::from_secs(60)).code, 0);
    assert_eq!(practice(&["stop"]).code, 0);
    assert_eq!(practice(&["status"]).code, 1);
    assert_eq!(workspace.run(&["-C", "class", "check"]).code, 3);
    assert_eq!(practice(&["start"]).code, 0);
    let mut bash = script::bash(&workspace, &crate::harness::aws::plain());
    bash.args(["-c", &format!("{}\naws s3api head-bucket --bucket kept", practice(&["env"]).stdout)]);
    assert_eq!(crate::harness::process::run(bash, Duration::from_secs(60)).code, 0);
    assert_eq!(practice(&["reset", "--yes"]).code, 0);
    assert_eq!(practice(&["stop"]).code, 0);
}

/// The first thing that the program says to type works from where the learner stands, and the last thing on the screen
/// says where the workspace is and what the `aws` CLI of this terminal needs.
#[test]
fn the_first_commands_work_from_where_the_learner_stands() {
    let outside = Workspace::at("http://127.0.0.1:1", "000000000000");
    let run = |arguments: &[&str], environment: &[(&str, &str)]| {
        let mut command = outside.command(arguments);
        command.current_dir(outside.home()).envs(environment.iter().copied());
        process::run(command, Duration::from_secs(60))
    };
    let made = run(&["practice"], &[]);
    assert_eq!(made.code, 0, "{made:#?}");
    let said = made.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("`msl-learn next` goes on") && said.contains("Work there: `cd msl-practice`"), "{said}");
    assert!(said.ends_with("Before you use it here: eval \"$(msl-learn practice env)\""), "{said}");
    let listed = run(&["list"], &[]);
    assert!(listed.stdout.contains("[>] current    read the chapter"), "{listed:#?}");
    let skipped = run(&["skip", "1"], &[]);
    assert!(skipped.stderr.contains("(Skipped is not done.)"), "{skipped:#?}");
    let status = run(&["practice", "status"], &[]).stdout;
    let endpoint = status.trim_start_matches("running at ").split(' ').next().expect("an address").to_owned();
    let elsewhere = [("AWS_ENDPOINT_URL", "http://127.0.0.1:9")];
    for (environment, reminded) in [
        (&[][..], "note: the aws CLI of this terminal does not work on the practice account."),
        (&elsewhere[..], "note: the aws CLI of this terminal works on http://127.0.0.1:9, but"),
        (&[("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE")], "warning: the aws CLI of this terminal works on a real account,"),
        (&[("AWS_ENDPOINT_URL", &endpoint), ("AWS_PROFILE", "work")], "note: AWS_PROFILE of this terminal names"),
    ] {
        let checked = run(&["check", "4.1"], environment);
        assert!(checked.code == 1 && checked.stderr.starts_with(reminded), "{checked:#?}");
    }
    let pointed = run(&["check", "4.1"], &[("AWS_ENDPOINT_URL", &endpoint)]);
    assert_eq!((pointed.code, pointed.stderr.as_str()), (1, ""));
    assert_eq!(run(&["practice", "stop"], &[]).code, 0);
}

/// A success stays on the screen: what is next is named, and shown when it is asked for.
#[test]
fn a_check_says_what_records_it_and_next_stops_at_a_success() {
    let emulator = Emulator::ministack();
    let workspace = Workspace::of(&emulator);
    assert_eq!(script::solve(&workspace, exercise("4.1")).code, 0);
    let checked = workspace.run(&["check", "4.1"]);
    assert!(checked.stderr.ends_with("`msl-learn next` records it and goes on.\n"), "{checked:#?}");
    let done = workspace.run(&["next"]);
    assert_eq!(done.code, 0, "{done:#?}");
    let said = done.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
    let next = format!("Next: 4.2 {}. `msl-learn next` shows what to do.", exercise("4.2").title);
    assert!(said.ends_with(&next), "{said}");
    assert!(!done.stdout.contains("In the console"), "{}", done.stdout);
    assert!(workspace.run(&["next"]).stdout.contains("In the console"));
    assert_eq!(workspace.run(&["check", "4.1"]).stderr, "", "it is recorded");
}

/// The machine was restarted, or something killed the emulator: nothing broke, and nothing is lost.
#[test]
fn an_emulator_that_was_killed_has_not_crashed_and_may_move() {
    let workspace = Workspace::at("http://127.0.0.1:1", "000000000000");
    let practice = |arguments: &[&str]| workspace.run(&[&["practice"], arguments, &["class"]].concat());
    assert_eq!(practice(&["--steps", "exercises"]).code, 0);
    let aws = |commands: &str| {
        let mut bash = script::bash(&workspace, &crate::harness::aws::plain());
        bash.args(["-c", &format!("{}\n{commands}", practice(&["env"]).stdout)]);
        process::run(bash, Duration::from_secs(60)).code
    };
    assert_eq!(aws("aws s3api create-bucket --bucket kept --query Location"), 0);
    let status = practice(&["status"]).stdout;
    let (_, number) = status.split_once("(process ").expect("running at http://… (process …)");
    process::signal("KILL", number.trim().trim_end_matches(')'));
    let checked = workspace.run(&["-C", "class", "check", "4.1"]);
    let said = checked.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(checked.code, 3, "{checked:#?}");
    assert!(said.contains("is not running any more (was the machine restarted?)") && !said.contains("INFO"), "{said}");
    assert_eq!(practice(&["status"]).stdout, "not running any more; what you have built is kept\n");
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address").port();
    let mut elsewhere = workspace.command(&["practice", "start", "class"]);
    elsewhere.env("MSL_LEARN_PRACTICE_PORT", free.to_string());
    let moved = process::run(elsewhere, Duration::from_secs(60));
    assert!(moved.code == 0 && moved.stderr.contains(&format!("has moved to http://127.0.0.1:{free}")), "{moved:#?}");
    assert_eq!(aws("aws s3api head-bucket --bucket kept"), 0, "what was answered was kept");
    assert_eq!(practice(&["stop"]).code, 0);
}
