//! The way through the whole book: chapters to read, exercises and quizzes, step by step.

use std::fs;

use crate::harness::catalog::{self, Exercise};
use crate::harness::emulator::Emulator;
use crate::harness::process::Output;
use crate::harness::script;
use crate::harness::workspace::Workspace;
use crate::quiz::{FIRST, GO_ON, ROUND, answers_to, on_a_terminal, questions_of};

/// A workspace without an account that answers, of a learner who wants all steps.
fn led() -> Workspace {
    Workspace::at("http://127.0.0.1:1", "000000000000").led_through_all()
}

fn progress_file(workspace: &Workspace) -> String {
    fs::read_to_string(workspace.path().join(".msl-learn/progress.toml")).expect("a progress file")
}

fn with_progress(text: &str) -> Workspace {
    let workspace = led();
    workspace.write(".msl-learn/progress.toml", text.as_bytes());
    workspace
}

/// What `progress` says is next.
fn next(workspace: &Workspace) -> String {
    let document = workspace.run(&["progress", "--format", "json"]).stdout;
    let document: serde_json::Value = serde_json::from_str(&document).expect("JSON");
    document["next"]["id"].as_str().unwrap_or_default().to_owned()
}

fn answer_right(workspace: &Workspace, chapter: u8) {
    workspace.write("answers", answers_to(&questions_of(chapter), |_, right| right).as_bytes());
    let output = workspace.run(&["quiz", &chapter.to_string(), "--answers", "answers"]);
    assert_eq!(output.code, 0, "{output:#?}");
}

/// Whoever starts `next` again and again comes through the book in its order, and nothing holds them up.
#[test]
fn next_leads_through_readings_and_quizzes_to_the_first_exercise() {
    let workspace = led();
    for chapter in ["1", "2", "3"] {
        assert_eq!(next(&workspace), chapter);
        let shown = workspace.run(&["next"]);
        assert!(shown.code == 0 && shown.stderr.contains("When you have read it: `msl-learn next`"), "{shown:#?}");
        assert_eq!(next(&workspace), chapter, "it may not be read to its end yet");
        let asked = workspace.run(&["next"]);
        assert_eq!(asked.code, 2, "{asked:#?}");
        assert!(asked.stderr.contains(&format!("`msl-learn quiz {chapter} --answers FILE`")), "{asked:#?}");
        assert!(asked.stderr.contains(&format!("`msl-learn skip {chapter}.quiz`")), "{asked:#?}");
        assert_eq!(next(&workspace), format!("{chapter}.quiz"));
        match chapter {
            "2" => assert_eq!(workspace.run(&["skip", "2.quiz"]).code, 0),
            _ => answer_right(&workspace, chapter.parse().expect("a number")),
        }
    }
    assert_eq!(next(&workspace), "4.1");
    let exercise = workspace.run(&["next"]);
    assert!(exercise.stdout.contains("Exercise 4.1: Setting up the AWS account"), "{exercise:#?}");
    let list = workspace.run(&["list", "--format", "json"]).stdout;
    let rows: Vec<serde_json::Value> = serde_json::from_str(&list).expect("an array");
    let row = |row: &serde_json::Value| format!("{} {} {}", row["id"], row["kind"], row["state"]).replace('"', "");
    let states: Vec<String> = rows.iter().take(8).map(row).collect();
    let expected = [
        "1 reading done",
        "1.quiz quiz done",
        "2 reading done",
        "2.quiz quiz skipped",
        "3 reading done",
        "3.quiz quiz done",
        "4.1 hands-on current",
        "4.2 hands-on open",
    ];
    assert_eq!(states, expected);
}

#[test]
fn next_asks_the_quiz_on_a_terminal_and_says_what_is_next() {
    let workspace = with_progress("schema = 3\n[steps.\"ch01/reading\"]\nread = \"2026-05-04T10:00:00Z\"\n");
    let answers = vec![[FIRST, GO_ON]; ROUND].concat();
    let first = on_a_terminal(&workspace, &["next"], &answers);
    assert!(first.code == 0 && first.stdout.contains("`msl-learn next` asks more of them"), "{first:#?}");
    assert_eq!(next(&workspace), "1.quiz", "six questions are not all");
    answer_right(&workspace, 1);
    assert_eq!(next(&workspace), "2");
}

#[test]
fn leaving_the_quiz_of_a_step_says_how_to_go_past_it() {
    let workspace = with_progress("schema = 3\n[steps.\"ch01/reading\"]\nread = \"2026-05-04T10:00:00Z\"\n");
    let output = on_a_terminal(&workspace, &["next"], &[FIRST, ("goes on", r"\x1b")]);
    assert_eq!(output.code, 0, "{output:#?}");
    assert!(output.stdout.contains("msl-learn skip 1.quiz"), "{}", output.stdout);
    assert_eq!(next(&workspace), "1.quiz");
    assert!(progress_file(&workspace).contains("asked = ["), "{}", progress_file(&workspace));
}

#[test]
fn the_exercises_alone_begin_with_the_first_of_them() {
    let workspace = Workspace::at("http://127.0.0.1:1", "000000000000");
    assert_eq!(next(&workspace), "4.1");
    assert!(workspace.run(&["next"]).stdout.contains("Exercise 4.1: Setting up the AWS account"));
    assert_eq!(workspace.run(&["read", "1"]).code, 0);
    assert!(progress_file(&workspace).contains("\nread = "), "no step comes to it: {}", progress_file(&workspace));
}

#[test]
fn steps_that_the_settings_cannot_mean() {
    let workspace = led();
    let settings = fs::read_to_string(workspace.path().join("msl-learn.toml")).expect("the settings");
    workspace.write("msl-learn.toml", format!("steps = \"everything\"\n{settings}").as_bytes());
    let output = workspace.run(&["next"]);
    assert_eq!(output.code, 2);
    let page = output.stderr.replace(&workspace.path().display().to_string(), "WORKSPACE");
    insta::assert_snapshot!(page);
}

/// A learner with progress from before readings and quizzes counted is not sent back.
#[test]
fn an_older_workspace_goes_on_where_it_was() {
    let done = ["aws_account", "domain_registration", "s3_website_hosting", "s3_website_record"]
        .map(|slug| format!("[exercises.\"ch04/{slug}\"]\ndone = \"2026-05-04T10:00:00Z\"\n"));
    for schema in [1, 2] {
        let workspace = with_progress(&format!("schema = {schema}\n{}", done.concat()));
        assert_eq!(next(&workspace), "4.5");
        assert!(progress_file(&workspace).starts_with(&format!("schema = {schema}")), "looking changes nothing");
        assert_eq!(workspace.run(&["hint"]).code, 0);
        assert!(progress_file(&workspace).contains("schema = 7\n"), "{}", progress_file(&workspace));
        assert_eq!(next(&workspace), "4.5");
        assert_eq!(workspace.run(&["skip", "1", "--undo"]).code, 0);
        assert_eq!(next(&workspace), "1");
    }
}

#[test]
fn what_read_shows_is_remembered_and_a_damaged_progress_keeps_nobody_from_reading() {
    let workspace = led();
    assert_eq!(workspace.run(&["read", "1.lambda"]).code, 0);
    assert_eq!(workspace.run(&["read", "4"]).code, 0);
    assert!(!workspace.path().join(".msl-learn/progress.toml").exists(), "neither is a chapter to read");
    assert!(workspace.run(&["read"]).stdout.contains("Introduction to AWS Serverless"));
    let on = workspace.run(&["next"]);
    assert!(on.stderr.contains("You have read chapter 1: Introduction to AWS Serverless."), "{on:#?}");
    assert!(workspace.run(&["read"]).stdout.contains("Introduction to AWS Serverless"), "its quiz is next");
    workspace.write(".msl-learn/progress.toml", b"schema = 3\n[damaged");
    let output = workspace.run(&["read", "2"]);
    assert!(output.code == 0 && output.stdout.contains("Overview of Serverless"), "{}", output.stderr);
    assert!(output.stderr.replace('\n', " ").contains("it is not recorded as read"), "{}", output.stderr);
}

/// The quiz of a chapter comes after its exercises; whoever has just done the last one is not asked at once.
#[test]
fn after_the_last_exercise_of_a_chapter_its_quiz_is_next() {
    let emulator = Emulator::ministack();
    let workspace = Workspace::of(&emulator).led_through_all();
    let (last, others): (Vec<&Exercise>, Vec<&Exercise>) =
        catalog::all().iter().filter(|exercise| exercise.chapter == 4).partition(|exercise| exercise.id == "4.1");
    let skipped = |slug: &str| format!("\"{slug}\"]\nskipped = \"2026-05-04T10:00:00Z\"\n");
    let before = ["1", "1.quiz", "2", "2.quiz", "3", "3.quiz"];
    before.iter().for_each(|step| assert_eq!(workspace.run(&["skip", step]).code, 0));
    let others: String = others.iter().map(|other| format!("[exercises.{}", skipped(&other.slug))).collect();
    workspace.write(".msl-learn/progress.toml", format!("{}{others}", progress_file(&workspace)).as_bytes());
    assert_eq!(next(&workspace), "4.1");
    assert_eq!(script::solve(&workspace, last[0]).code, 0);
    let done = workspace.run(&["next"]);
    assert!(done.code == 0 && done.stdout.starts_with("4.1 "), "{done:#?}");
    assert!(done.stderr.contains("Next: Quiz of chapter 4: Launching a Website."), "{done:#?}");
    assert_eq!(next(&workspace), "4.quiz");
}

/// A chapter that is only read is a step wherever it stands in the book.
#[test]
fn a_chapter_to_read_comes_after_exercises_as_well() {
    let skipped = |table: &str, slug: &str| format!("[{table}.\"{slug}\"]\nskipped = \"2026-05-04T10:00:00Z\"\n");
    let exercises = catalog::all().iter().filter(|exercise| exercise.chapter < 11);
    let exercises: String = exercises.map(|exercise| skipped("exercises", &exercise.slug)).collect();
    let readings: String = (1..=3).map(|chapter| skipped("steps", &format!("ch{chapter:02}/reading"))).collect();
    let quizzes: String = (1..=10).map(|chapter| skipped("steps", &format!("ch{chapter:02}/quiz"))).collect();
    let workspace = with_progress(&format!("schema = 3\n{exercises}{readings}{quizzes}"));
    assert_eq!(next(&workspace), "11");
    let shown = workspace.run(&["next"]);
    assert!(shown.code == 0 && shown.stdout.contains("Architecture Best Practices"), "{shown:#?}");
    assert_eq!(workspace.run(&["next"]).code, 2, "there is no terminal for the quiz");
    assert_eq!(next(&workspace), "11.quiz");
    answer_right(&workspace, 11);
    assert!(!["11", "11.quiz"].contains(&next(&workspace).as_str()));
    let list = workspace.run(&["list"]).stdout;
    let (_, chapter) = list.split_once("Chapter 11: ").expect("the chapter");
    assert!(chapter.contains("  2 of 2 done"), "{chapter}");
}

/// Who knows a word finds the text that has it in its title.
#[test]
fn a_word_is_searched_for_among_the_titles() {
    let workspace = led();
    let found = |word: &str| {
        let Output { code, stderr, .. } = workspace.run(&["read", word]);
        assert_eq!(code, 2, "{stderr}");
        stderr.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert!(found("certificate").contains("4.6 (Requesting a certificate from ACM)"), "{}", found("certificate"));
    assert!(found("Event-Driven").contains("3.event_driven (Principles of event-driven"), "{}", found("Event-Driven"));
    assert!(found("nonsense").contains("Name a chapter by its number"), "{}", found("nonsense"));
}

#[test]
fn how_far_all_steps_are() {
    let workspace = led();
    answer_right(&workspace, 1);
    for arguments in [["read", "1"], ["skip", "2"], ["skip", "3.quiz"]] {
        assert_eq!(workspace.run(&arguments).code, 0);
    }
    let part = |page: &str, end: &str| {
        let lines = page.lines().take_while(|line| !line.starts_with(end));
        lines.collect::<Vec<_>>().join("\n")
    };
    let progress = part(&workspace.run(&["progress"]).stdout, "Chapter 4");
    let list = part(&workspace.run(&["list"]).stdout, "  [ ] open       4.3");
    insta::with_settings!({filters => vec![(r"\d+ of \d\d\b", "N of N"), (r"\d+ questions", "N questions")]}, {
        insta::assert_snapshot!([progress, list].join("\n"));
    });
}

/// Progress in which the first questions of chapter 1 were missed.
fn missed(count: usize) -> String {
    let cards = questions_of(1).into_iter().take(count).map(|question| format!("\"ch01/{}\" = \"1 1\"\n", question.id));
    format!("schema = 3\n[boxes]\nquizzes = 1\n[boxes.cards]\n{}", cards.collect::<String>())
}

#[test]
fn what_was_missed_comes_back_in_a_later_quiz_and_counts_for_no_score() {
    let answers = vec![[FIRST, GO_ON]; ROUND].concat();
    let runs = [(); 2].map(|()| {
        let workspace = with_progress(&missed(6));
        let output = on_a_terminal(&workspace, &["quiz", "2", "--seed", "7"], &answers);
        assert_eq!(output.stdout.matches("missed before, chapter 1").count(), 2, "a few: {}", output.stdout);
        let first = format!("Question 1 of {ROUND} (missed before, chapter 1)");
        assert!(output.stdout.contains(&first), "{}", output.stdout);
        assert!(output.stdout.contains(&format!(" of {} right.", ROUND - 2)), "{}", output.stdout);
        assert!(output.stdout.contains("Of earlier chapters, asked again: "), "{}", output.stdout);
        let file = progress_file(&workspace);
        assert!(file.contains("quizzes = 2") && !file.contains("[[quizzes.ch01]]"), "{file}");
        let titles = output.stdout.lines().filter(|line| line.contains("Question ")).map(str::to_owned);
        (titles.collect::<Vec<_>>(), file.lines().filter(|line| !line.starts_with("at = ")).collect::<String>())
    });
    assert_eq!(runs[0], runs[1], "a seed repeats a quiz, what is asked again included");
}

#[test]
fn a_file_answers_the_chapters_own_questions_whatever_is_due() {
    let workspace = with_progress(&missed(3));
    answer_right(&workspace, 2);
    assert!(progress_file(&workspace).contains("= \"1 1\""), "{}", progress_file(&workspace));
    answer_right(&workspace, 1);
    let file = progress_file(&workspace);
    assert!(file.contains("= \"2 3\"") && !file.contains("= \"1 1\""), "right moves up: {file}");
}
