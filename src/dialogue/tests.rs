//! Each form of asking, with data of its own: the first chapters have no exercise that asks.

use std::collections::BTreeMap;
use std::fs;
use std::time::Duration;

use msl_learn_checks::Verdict;
use tempfile::TempDir;

use super::{Answers, ask, availability, command, question};
use crate::catalog::{self, Asks, Availability, ChoiceTemplate, Exercise, ExerciseKind};
use crate::checked::Checked;
use crate::failure::Result;
use crate::progress::Progress;
use crate::quiz;
use crate::ui::{Color, Line, Printer};
use crate::workspace::{Settings, Workspace};

const ONE_RIGHT: &[ChoiceTemplate] = &[
    ChoiceTemplate {
        text: "The bucket {{ website_bucket }}",
        right: false,
        explanation: "It holds pages, and knows no users.",
    },
    ChoiceTemplate { text: "Your browser's session", right: true, explanation: "Signing out ends it." },
    ChoiceTemplate { text: "The access key", right: false, explanation: "It lives until you delete it." },
];
const QUESTION: Asks = Asks::Question { question: "What does signing out end?", choices: ONE_RIGHT };
const TWO_RIGHT: &[ChoiceTemplate] = &[
    ChoiceTemplate { text: "Monday", right: true, explanation: "A day." },
    ChoiceTemplate { text: "Noon", right: false, explanation: "A time." },
    ChoiceTemplate { text: "Friday", right: true, explanation: "A day." },
];
const DAYS: Asks = Asks::Question { question: "Which are days?", choices: TWO_RIGHT };
const CONFIRMATION: Asks = Asks::Confirmation { question: "Have you signed out?" };
const PAGE: Asks = Asks::File { path: "website/logout.html", holds: &["auth.{{ domain }}", "logout.js"] };

/// An exercise that not every account can have.
static RARE: Exercise = Exercise {
    slug: "ch09/rare",
    chapter: 9,
    kind: ExerciseKind::Example,
    number: 1,
    title: "Rare",
    walkthrough: "",
    cost: "",
    stands: "",
    needs: &[],
    superseded_by: None,
    paused_by: None,
    leaves: &[],
    cli: &[],
    edits: &[],
    hints: &[],
    files: &[],
    solution: "",
    asks: None,
    availability: Some(Availability { question: "Can {{ domain }} have it?", without: "Go on without." }),
    mistakes: &[],
};

fn exercise() -> &'static Exercise {
    catalog::exercises().next().expect("an exercise")
}

fn workspace() -> (TempDir, Workspace) {
    let folder = tempfile::tempdir().expect("a folder");
    let workspace = Workspace::create(folder.path(), &Settings::example()).expect("a workspace");
    (folder, workspace)
}

fn given(answer: &str) -> Answers {
    Answers::Given(BTreeMap::from([(exercise().slug, answer.trim().to_lowercase())]))
}

fn asked(asks: &Asks, answers: &Answers, workspace: &Workspace) -> Result<Checked> {
    ask(exercise(), asks, workspace, answers, &mut Printer::new(Color::Never))
}

/// The verdict and the findings on one page, or what went wrong.
fn page(asks: &Asks, answers: &Answers, workspace: &Workspace) -> String {
    match asked(asks, answers, workspace) {
        Ok(checked) => {
            let lines = crate::pages::findings::checked(&checked, 80);
            lines.iter().map(Line::text).collect::<Vec<_>>().join("\n")
        }
        Err(failure) => format!("error: {failure}\nhint: {}", failure.hint.as_deref().unwrap_or("none")),
    }
}

#[test]
fn a_question_is_judged_by_all_of_its_right_options() {
    let (_folder, workspace) = workspace();
    let verdict = |asks, answer| asked(asks, &given(answer), &workspace).expect("an answer").verdict;
    assert_eq!(verdict(&QUESTION, "b"), Verdict::Asked);
    assert_eq!(verdict(&DAYS, " C, A,a "), Verdict::Asked);
    for wrong in ["a", "a,b"] {
        assert_eq!(verdict(&QUESTION, wrong), Verdict::NotDone, "{wrong}");
    }
    for wrong in ["a", "c", "a,b,c"] {
        assert_eq!(verdict(&DAYS, wrong), Verdict::NotDone, "{wrong}");
    }
}

#[test]
fn questions_and_confirmations_as_the_learner_sees_them() {
    let (_folder, workspace) = workspace();
    let answers = [(&QUESTION, "b"), (&QUESTION, "a"), (&DAYS, "c"), (&CONFIRMATION, "yes"), (&CONFIRMATION, "no")];
    let pages = answers.map(|(asks, answer)| page(asks, &given(answer), &workspace));
    insta::assert_snapshot!(pages.join("\n\n"));
}

fn about_rare(answer: &str) -> Answers {
    Answers::Given(BTreeMap::from([(RARE.slug, answer.to_owned())]))
}

/// The answer is kept, and nobody is asked again.
#[test]
fn whether_an_exercise_is_available_is_asked_once() {
    for (answer, is_available) in [("check", true), ("not available", false)] {
        let (_folder, workspace) = workspace();
        let progress = || Progress::read(&workspace.root).expect("progress");
        let answers = about_rare(answer);
        assert!(availability::is_due(&RARE, &progress(), &answers));
        assert!(!availability::is_due(exercise(), &progress(), &answers), "it has no such question");
        let said = availability::ask(&RARE, &workspace, &answers, &mut Printer::new(Color::Never));
        assert_eq!(said.expect("an answer"), is_available);
        assert!(!availability::is_due(&RARE, &progress(), &answers));
        assert_eq!(progress().entry(&RARE).is_open(), is_available);
    }
}

#[test]
fn without_an_answer_nothing_is_asked_or_kept() {
    let (_folder, workspace) = workspace();
    let progress = || Progress::read(&workspace.root).expect("progress");
    assert!(!availability::is_due(&RARE, &progress(), &Answers::Given(BTreeMap::new())));
    let failure = availability::ask(&RARE, &workspace, &about_rare("yes"), &mut Printer::new(Color::Never));
    let failure = failure.expect_err("neither of the two").message;
    assert_eq!(failure, "the answer to 9.e1 is `yes`; expected `check` or `not available`");
    assert_eq!(progress(), Progress::default());
}

#[test]
fn invalid_answers() {
    let (_folder, workspace) = workspace();
    let answers = [(&QUESTION, "d"), (&QUESTION, ""), (&QUESTION, "ab"), (&QUESTION, "a;b"), (&CONFIRMATION, "a")];
    let mut pages = answers.map(|(asks, answer)| page(asks, &given(answer), &workspace)).to_vec();
    pages.push(page(&QUESTION, &Answers::Given(BTreeMap::new()), &workspace));
    insta::assert_snapshot!(pages.join("\n\n"));
}

#[test]
fn an_invalid_file_of_answers() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("answers.toml");
    let mut pages = Vec::new();
    fs::write(&file, "# mine\n99.1 = a\n\n4.1 = yes # no\nyes\n").expect("a file");
    let failure = Answers::read(Some(&file)).expect_err("a wrong file");
    pages.push(format!("{failure}\nhint: {}", failure.hint.as_deref().unwrap_or("none")));
    fs::remove_file(&file).expect("a file");
    pages.push(Answers::read(Some(&file)).expect_err("a missing file").to_string());
    insta::assert_snapshot!(pages.join("\n\n").replace(&folder.path().display().to_string(), "FOLDER"));
}

#[test]
fn a_file_must_be_there_and_hold_everything() {
    let (folder, workspace) = workspace();
    let file = folder.path().join("website/logout.html");
    let check = || page(&PAGE, &Answers::Terminal, &workspace);
    let mut pages = vec![check()];
    fs::create_dir_all(&file).expect("a folder in its place");
    assert_eq!(check(), pages[0]);
    fs::remove_dir(&file).expect("the folder");
    for text in ["<a href=\"https://auth.example.com/logout\">", "auth.example.com logout.js"] {
        fs::write(&file, text).expect("a file");
        pages.push(check());
    }
    insta::assert_snapshot!(pages.join("\n\n"));
}

#[test]
#[cfg(unix)]
fn a_program_is_run_only_after_a_yes() {
    let (folder, workspace) = workspace();
    let touched = folder.path().join("touched");
    let command = Asks::Command { run: &["touch", "touched"], holds: &["anything"], install: "" };
    let refused = page(&command, &given("no"), &workspace);
    assert!(!touched.exists());
    let agreed = page(&command, &given("yes"), &workspace);
    assert!(touched.exists());
    let absent = Asks::Command {
        run: &["no-such-program-anywhere", "--version"],
        holds: &["1."],
        install: "Install it from its site for {{ domain }}.",
    };
    let echo = |says: &'static [&'static str], holds| Asks::Command { run: says, holds, install: "" };
    let good = echo(&["echo", "SAM CLI, version 1.2; $(touch evil)"], &["SAM CLI, version 1."]);
    // A number begins where it stands, and not in the middle of another.
    let older = echo(&["echo", "1.152.0 (build 1)"], &["2."]);
    let pages = [absent, good, older].map(|asks| page(&asks, &given("yes"), &workspace));
    let pages = [vec![refused, agreed], pages.to_vec()].concat();
    assert!(!folder.path().join("evil").exists(), "no shell reads the arguments");
    insta::assert_snapshot!(pages.join("\n\n"));
}

#[test]
#[cfg(unix)]
fn a_program_that_does_not_end_is_ended() {
    let failure = command::answer(&["sleep", "600"], ".".as_ref(), Duration::from_millis(50)).expect_err("no answer");
    assert!(failure.message.contains("`sleep 600` did not end"), "{failure}");
}

/// It ends as soon as nobody reads any further.
#[test]
#[cfg(unix)]
fn no_more_of_an_output_is_kept_than_is_checked() {
    let answer = command::answer(&["yes"], ".".as_ref(), command::LIMIT).expect("an end");
    assert_eq!(answer.map(|text| text.len()), Some(64 * 1024));
}

#[test]
fn what_was_chosen_is_explained_and_nothing_else() {
    let (_folder, workspace) = workspace();
    let choices = quiz::choices(ONE_RIGHT, &workspace.learner()).expect("choices");
    let chosen: Vec<_> = choices.iter().take(2).collect();
    let lines: Vec<String> = question::explained(&chosen, 80).iter().map(Line::text).collect();
    insta::assert_snapshot!(lines.join("\n"));
}
