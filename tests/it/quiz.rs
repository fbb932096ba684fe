//! The quiz as a learner or a script takes it, without a terminal and on one.

use std::fs;
use std::process::Command;
use std::time::Duration;

use crate::drift::join::quiz::{Question, parse};
use crate::harness::process::{self, Output};
use crate::harness::tools::{self, repository};
use crate::harness::workspace::Workspace;

const LIMIT: Duration = Duration::from_secs(120);

fn offline() -> Workspace {
    Workspace::at("http://127.0.0.1:1", "000000000000")
}

fn questions() -> Vec<Question> {
    questions_of(4)
}

pub fn questions_of(chapter: u8) -> Vec<Question> {
    let name = format!("ch{chapter:02}.quiz.md");
    let file = repository().join("chapters").join(&name);
    parse(&name, &fs::read_to_string(file).unwrap()).unwrap()
}

/// An answers file; `choose` tells whether a choice is taken.
fn answers(choose: impl Fn(&Question, bool) -> bool) -> String {
    answers_to(&questions(), choose)
}

/// As [`answers`], to these questions.
pub fn answers_to(questions: &[Question], choose: impl Fn(&Question, bool) -> bool) -> String {
    let line = |question: &Question| {
        let letters = ('a'..).zip(&question.choices).filter(|(_, choice)| choose(question, choice.right));
        let letters: Vec<String> = letters.map(|(letter, _)| letter.to_string()).collect();
        format!("{} = {}\n", question.id, letters.join(","))
    };
    questions.iter().map(line).collect()
}

fn all_right() -> String {
    answers(|_, right| right)
}

/// The first question is answered with every wrong choice.
fn one_wrong() -> String {
    let first = questions()[0].id.clone();
    answers(move |question, right| right != (question.id == first))
}

fn answer(workspace: &Workspace, answers: &str, arguments: &[&str]) -> Output {
    workspace.write("answers", answers.as_bytes());
    workspace.run(&[&["quiz", "4", "--answers", "answers"], arguments].concat())
}

fn screen(output: &Output) -> String {
    format!("{}--- stderr, exit code {}\n{}", output.stdout, output.code, output.stderr)
}

/// The first and the last `lines` of a long page.
fn ends(page: &str, lines: usize) -> String {
    let all: Vec<&str> = page.lines().collect();
    let (first, last) = (&all[..lines.min(all.len())], &all[all.len().saturating_sub(lines)..]);
    format!("{}\n[…]\n{}", first.join("\n"), last.join("\n"))
}

#[test]
fn every_choice_is_explained_and_the_score_is_told() {
    insta::assert_snapshot!(ends(&screen(&answer(&offline(), &one_wrong(), &[])), 32));
}

#[test]
fn the_exit_code_tells_whether_all_was_right_and_the_best_score_is_kept() {
    let workspace = offline();
    let first = answer(&workspace, &one_wrong(), &[]);
    assert_eq!(first.code, 1, "{first:#?}");
    assert!(!first.stdout.contains("Before:"), "{first:#?}");
    assert_eq!(answer(&workspace, &all_right(), &[]).code, 0);
    let all = questions().len();
    let third = answer(&workspace, &one_wrong(), &[]);
    let told = format!("{} of {all} right. Before: at best {all} of {all} on", all - 1);
    assert!(third.stdout.contains(&told), "{told}: {}", third.stdout);
    let progress = fs::read_to_string(workspace.path().join(".msl-learn/progress.toml")).unwrap();
    assert_eq!(progress.matches("[[quizzes.ch04]]").count(), 3, "{progress}");
    assert_eq!(progress.matches("missed = [\"root_user\"]").count(), 2, "{progress}");
}

#[test]
fn for_scripts() {
    let output = answer(&offline(), &one_wrong(), &["--format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&output.stdout).expect("JSON");
    assert_eq!(document["asked"], questions().len());
    assert_eq!((document["right"].as_u64(), output.code), (Some(questions().len() as u64 - 1), 1));
    insta::assert_snapshot!(serde_json::to_string_pretty(&document["questions"][0]).unwrap());
}

#[test]
fn the_questions_are_printed_with_ids_letters_and_the_learners_names() {
    let output = offline().run(&["quiz", "--print"]);
    assert!(output.code == 0 && !output.stdout.contains("{{") && output.stdout.contains("api.example.com"));
    insta::assert_snapshot!(ends(&output.stdout, 16));
}

#[test]
fn what_cannot_be_answered() {
    let workspace = offline();
    let mut pages = vec![
        screen(&workspace.run(&["quiz"])),
        screen(&workspace.run(&["quiz", "77"])),
        screen(&workspace.run(&["quiz", "--answers", "nowhere"])),
        screen(&workspace.run(&["quiz", "--format", "json"])),
        screen(&workspace.run(&["quiz", "--print", "--seed", "1"])),
        screen(&answer(&workspace, &(all_right().replace("delegation = ", "deletion = ") + "two_locks = z\n"), &[])),
    ];
    let mut outside = workspace.command(&["quiz"]);
    outside.current_dir(workspace.home());
    pages.push(screen(&process::run(outside, LIMIT)));
    insta::assert_snapshot!(pages.join("\n"));
    assert!(!workspace.path().join(".msl-learn/progress.toml").exists(), "a score was kept");
}

#[test]
fn outside_of_a_workspace_no_score_is_kept() {
    let workspace = offline();
    workspace.write("../answers", all_right().as_bytes());
    let mut outside = workspace.command(&["quiz", "4", "--answers", "answers"]);
    outside.current_dir(workspace.home());
    let output = process::run(outside, LIMIT);
    assert_eq!((output.code, output.stderr.as_str()), (0, "The score was not kept: there is no workspace here.\n"));
}

/// The program on a terminal, where each pattern that it shows is answered with keys.
pub fn on_a_terminal(workspace: &Workspace, arguments: &[&str], answers: &[(&str, &str)]) -> Output {
    let answers: Vec<String> = answers.iter().map(|(pattern, keys)| format!("{pattern}\t{keys}")).collect();
    let program = workspace.command(&[]);
    let mut command = Command::new(&tools::python().path);
    command.arg("-I").arg(tools::helper("dialogue.py")).arg(answers.join("\n")).arg(program.get_program());
    command.args(arguments).current_dir(workspace.path());
    workspace.scrub(&mut command);
    command.env("TERM", "xterm");
    process::run(command, LIMIT)
}

/// One right answer is taken as it stands; of several, as many as are asked for are marked from the top.
pub const FIRST: (&str, &str) = ("Choose one|Choose ([0-9])", r"\x20\x1b[B *N\r");
pub const GO_ON: (&str, &str) = ("goes on", r"\r");
/// How many questions are asked at a time.
pub const ROUND: usize = 6;

#[test]
fn a_seed_asks_the_same_six_again_and_they_are_recorded() {
    let answers = vec![[FIRST, GO_ON]; ROUND].concat();
    let scores = [(); 2].map(|()| {
        let workspace = offline();
        let output = on_a_terminal(&workspace, &["quiz", "4", "--seed", "5"], &answers);
        assert_eq!(output.code, 1, "{output:#?}");
        assert_eq!(output.stdout.matches("marks what you chose").count(), ROUND, "{}", output.stdout);
        let progress = fs::read_to_string(workspace.path().join(".msl-learn/progress.toml")).unwrap();
        let lists: Vec<String> =
            progress.lines().filter(|line| !line.starts_with("at = ")).map(str::to_owned).collect();
        lists.join("\n")
    });
    assert_eq!(scores[0], scores[1]);
    let asked = questions().iter().filter(|question| scores[0].contains(&format!("\"{}\"", question.id))).count();
    assert_eq!(asked, ROUND, "{}", scores[0]);
}

#[test]
fn leaving_in_the_middle_keeps_what_was_answered_and_is_no_error() {
    for (leave, code) in [(r"\x1b", 1), (r"\x03", 130)] {
        for answers in [vec![FIRST, GO_ON, ("Choose", leave)], vec![FIRST, ("goes on", leave)]] {
            let workspace = offline();
            let output = on_a_terminal(&workspace, &["quiz"], &answers);
            assert_eq!(output.code, code, "{output:#?}");
            assert!(output.stdout.contains("1 of the chapter's ") && !output.stdout.contains("error: "), "{output:#?}");
            let progress = fs::read_to_string(workspace.path().join(".msl-learn/progress.toml")).expect("the progress");
            assert!(progress.contains("[steps.\"ch04/quiz\"]\nasked = ["), "{progress}");
        }
        let workspace = offline();
        let output = on_a_terminal(&workspace, &["quiz"], &[("Choose", leave)]);
        assert_eq!(output.code, code, "{output:#?}");
        assert!(output.stdout.contains("nothing to keep"), "{output:#?}");
        assert!(!workspace.path().join(".msl-learn/progress.toml").exists(), "{leave}");
    }
}

/// A chapter's quiz is taken once each of its questions was asked, and none twice before that.
#[test]
fn rounds_come_to_every_question_once() {
    let workspace = offline();
    let answers = vec![[FIRST, GO_ON]; ROUND].concat();
    let rounds = questions().len().div_ceil(ROUND);
    // What is missed comes back, which is left out here: all are answered, and the boxes are emptied.
    for round in 1..=rounds * 2 {
        on_a_terminal(&workspace, &["quiz", "4"], &answers);
        let file = workspace.path().join(".msl-learn/progress.toml");
        let progress = fs::read_to_string(&file).expect("the progress");
        let kept = progress.split("[boxes").next().expect("the part before");
        fs::write(&file, kept).expect("the progress");
        if progress.contains("\ntaken = ") {
            assert_eq!(round, rounds, "{progress}");
            return;
        }
    }
    panic!("the quiz is never taken");
}
