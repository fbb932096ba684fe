//! A class as instructors and learners meet it: practice accounts that hand in, and accounts that are read through a role.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde_json::Value;

use crate::harness::aws;
use crate::harness::catalog;
use crate::harness::emulator::Emulator;
use crate::harness::process::{self, Output};
use crate::harness::script;
use crate::harness::workspace::Workspace;

const LIMIT: Duration = Duration::from_secs(120);

/// The folder of a class, beside a learner's workspace.
pub struct Class<'a> {
    workspace: &'a Workspace,
    pub folder: PathBuf,
}

impl<'a> Class<'a> {
    pub fn of(workspace: &'a Workspace, names: &str, more: &[&str]) -> Self {
        let folder = workspace.home().join("class");
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("names.txt"), names).expect("a file");
        let class = Self { workspace, folder };
        let made = class.run(&[&["init", "--from", "names.txt", "--name", "Evening"], more].concat());
        assert_eq!(made.code, 0, "{made:#?}");
        class
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        let mut command: Command = self.workspace.command(&[&["class"], arguments].concat());
        command.current_dir(&self.folder).env("AWS_EC2_METADATA_DISABLED", "true");
        process::run(command, LIMIT)
    }

    pub fn done(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.code, 0, "{arguments:?}: {output:#?}");
        output.stdout
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// The class reads these accounts of its learners, for which the emulator stands.
    pub fn works_in(&self, emulator: &Emulator, accounts: &[&str]) {
        let endpoint = format!("endpoint = \"{}\"\nleave_out", emulator.endpoint());
        let settings = self.read("class.toml").replace("leave_out", &endpoint);
        fs::write(self.folder.join("class.toml"), settings).expect("a file");
        fs::create_dir_all(self.folder.join("learners")).expect("a folder");
        for (pseudonym, account) in self.roster(4).iter().zip(accounts) {
            let text = format!("domain = \"example.com\"\nregion = \"us-east-1\"\naccount = \"{account}\"\n");
            fs::write(self.folder.join(format!("learners/{pseudonym}.toml")), text).expect("a file");
        }
    }

    /// The template of a learner's role.
    pub fn role(&self, at: usize) -> String {
        let shown = self.done(&["invite", "--learner", &self.roster(4)[at]]);
        shown[shown.find("# The role").expect("a template")..].to_owned()
    }

    /// What was seen, a line a learner and round.
    pub fn results(&self) -> Vec<Value> {
        self.read("results.jsonl").lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
    }

    /// The cells of a column of the roster.
    pub fn roster(&self, column: usize) -> Vec<String> {
        let text = self.read("roster.csv");
        text.lines().skip(1).map(|line| line.split(',').nth(column).expect("a cell").to_owned()).collect()
    }
}

/// Join, hand in, collect, grade and export; then nothing is left of the learners.
#[test]
fn a_practice_class_from_a_list_of_names_to_grades() {
    let emulator = Emulator::ministack();
    let workspace = Workspace::of(&emulator);
    let class = Class::of(&workspace, "Jane Doe\nJohn Roe\nAnn Lee\n", &["--accounts", "practice", "--chapter", "4"]);
    class.done(&["invite"]);
    let codes: Vec<String> = class
        .read("invitations.csv")
        .lines()
        .skip(1)
        .map(|line| line.rsplit(',').next().expect("a code").into())
        .collect();
    assert!(workspace.run(&["class", "show"]).stderr.contains("is in no class"));
    let joined = workspace.run(&["class", "join", &codes[0]]);
    assert!(joined.code == 0 && joined.stdout.contains("It reads no account."), "{joined:#?}");
    assert!(!workspace.path().join("class/role.yaml").exists());

    let s3 = catalog::all().iter().find(|exercise| exercise.id == "4.3").expect("exercise 4.3");
    let solved = script::solve(&workspace, s3);
    assert_eq!(solved.code, 0, "{solved:#?}");
    let inbox = workspace.home().join("inbox");
    let shown = workspace.run(&["class", "show"]);
    assert!(shown.code == 0 && shown.stdout.contains("\"seal\""), "{shown:#?}");
    let hand_in = || workspace.run(&["class", "hand-in", "--folder", inbox.to_str().expect("a path")]);
    let nowhere = hand_in();
    assert!(nowhere.code == 2 && nowhere.stderr.contains("there is no folder "), "{nowhere:#?}");
    fs::create_dir(&inbox).expect("a folder");
    let nothing = class.run(&["collect", "../inbox"]);
    assert!(nothing.code == 2 && nothing.stderr.contains("there is no hand-in in "), "{nothing:#?}");
    let handed_in = hand_in();
    assert_eq!(handed_in.code, 0, "{handed_in:#?}");

    let collected = class.done(&["collect", "../inbox"]);
    assert!(collected.contains("1 learner with new hand-ins"), "{collected}");
    assert!(class.done(&["collect", "../inbox"]).contains("1 hand-in known already"));
    let results = class.read("results.jsonl");
    for foreign in ["Jane", "arn:", "@", "example.com", &class.roster(5)[0]] {
        assert!(!results.contains(foreign), "{foreign}: {results}");
    }
    assert!(results.contains(r#"{"id":"4.3","how":"practice","verdict":"done""#), "{results}");
    assert!(class.done(&["stuck"]).contains("3 learners: 1 seen, 0 not readable, 2 not seen yet"));
    assert_eq!(class.run(&["check"]).code, 2, "it reads no accounts");

    let grades = class.done(&["grades", "--lms", "canvas", "--exercise", "4.3", "--missing", "zero"]);
    assert!(grades.contains("Jane Doe,,,,,1\n") && grades.contains("John Roe,,,,,0\n"), "{grades}");
    class.done(&["excuse", "John Roe", "4.3", "--because", "was ill"]);
    class.done(&["excuse", "Ann Lee", "4.3", "--because", "by mistake"]);
    class.done(&["excuse", "Ann Lee", "4.3", "--undo"]);
    assert_eq!(class.run(&["excuse", "Ann Lee", "4.3", "--undo"]).code, 2, "nothing is decided of her any more");
    assert!(class.done(&["grades", "--exercise", "4.3"]).contains("Ann Lee,Ann Lee,,\n"));
    fs::write(class.folder.join("sheet.csv"), "Student;ID;Section;4.3 (12);Other\r\nJohn Roe;;;;7\r\n")
        .expect("a sheet");
    let filled = class.done(&["grades", "--fill", "sheet.csv", "--column", "4.3 (12)", "--exercise", "4.3"]);
    assert_eq!(filled, "Student;ID;Section;4.3 (12);Other\r\nJohn Roe;;;EX;7\r\n");
    class.done(&["board", "--export", "board.html", "--pseudonyms"]);
    let board = class.read("board.html");
    assert!(board.contains(&class.roster(4)[0]) && !board.contains("Jane") && !board.contains("<script"), "{board}");

    assert_eq!(workspace.run(&["class", "leave"]).code, 0);
    is_closed_and_made_again(&class);
}

/// What the dojo has done in the account is nobody's work. And no sheet is written over what the class keeps.
#[test]
fn what_the_account_was_brought_to_is_not_handed_in() {
    let emulator = Emulator::ministack();
    let workspace = Workspace::of(&emulator);
    let class = Class::of(&workspace, "Jane Doe\n", &["--accounts", "practice", "--chapter", "4"]);
    class.done(&["invite"]);
    let invitations = class.read("invitations.csv");
    let code = invitations.lines().nth(1).and_then(|line| line.rsplit(',').next()).expect("a code");
    assert_eq!(workspace.run(&["class", "join", code]).code, 0);
    let progress = ".msl-learn/progress.toml";
    let before = fs::read_to_string(workspace.path().join(progress)).unwrap_or_else(|_| "schema = 1\n".to_owned());
    let brought = "[exercises.\"ch04/s3_website_hosting\"]\nbrought = \"2026-05-04T10:00:00Z\"\n";
    workspace.write(progress, format!("{before}{brought}").as_bytes());
    let handed_in = workspace.run(&["class", "hand-in"]);
    assert!(handed_in.code == 0 && handed_in.stderr.contains("so they are not handed in: 4.3."), "{handed_in:#?}");
    let hand_in = fs::read_to_string(handed_in.stdout.trim()).expect("a hand-in");
    assert!(!hand_in.contains("\"4.3\"") && hand_in.contains("\"4.4\""), "{hand_in}");
    for kept in ["roster.csv", "class.toml"] {
        let before = class.read(kept);
        let refused = class.run(&["grades", "--exercise", "4.3", "--output", kept]);
        assert!(refused.code == 2 && refused.stderr.contains("would be lost"), "{refused:#?}");
        assert_eq!(class.read(kept), before);
    }
}

/// Nothing is left of the learners, every command says so, and the folder takes a new class.
fn is_closed_and_made_again(class: &Class) {
    class.done(&["close", "--yes"]);
    let mut left: Vec<String> = catalog::files(&class.folder)
        .iter()
        .map(|file| file.file_name().expect("a name").to_string_lossy().into_owned())
        .collect();
    left.sort();
    assert_eq!(left, ["board.html", "class.toml", "names.txt", "sheet.csv"]);
    let closed = class.run(&["stuck", "--chapter", "4"]);
    assert!(closed.code == 2 && closed.stderr.contains("was closed at "), "{closed:#?}");
    assert!(class.done(&["teach", "4"]).contains("Teaching chapter 4"));
    class.done(&["init", "--from", "names.txt", "--chapter", "4,5"]);
    assert!(class.done(&["stuck", "5"]).contains("3 learners: 0 seen"));
}

/// Accounts of three learners: with the role, without, and with a role that lets in whoever knows its name.
#[test]
fn an_account_is_read_through_its_role_with_the_right_external_id_alone() {
    const ACCOUNTS: [&str; 3] = ["210987654321", "310987654321", "410987654321"];
    let emulator = Emulator::ministack();
    let workspace = Workspace::real(&emulator, ["test".into(), "test".into()]);
    let own = ["--accounts", "own", "--chapter", "4", "--instructor-account", emulator.account()];
    let class = Class::of(&workspace, "Jane Doe\nJohn Roe\nAnn Lee\n", &own);
    class.works_in(&emulator, &ACCOUNTS);
    for (at, open) in [(0, false), (2, true)] {
        let template = class.role(at);
        let condition = template.find("            Condition").expect("a condition");
        let rest = template.find("      ManagedPolicyArns").expect("policies");
        let template = if open { template[..condition].to_owned() + &template[rest..] } else { template };
        deploy(&workspace, &template, ACCOUNTS[at]);
    }

    let doctor = class.run(&["doctor"]);
    assert_eq!(doctor.code, 3, "{doctor:#?}");
    let said = doctor.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("Jane Doe: can be read, with this external id and no other"), "{doctor:#?}");
    assert!(said.contains("John Roe: there is no role for the class"), "{doctor:#?}");
    assert!(said.contains("Ann Lee: the role lets the class in without the external id"), "{doctor:#?}");

    assert_eq!(class.run(&["check", "4"]).code, 3);
    let lines = class.results();
    let of = |at: usize| lines.iter().find(|line| line["learner"] == *class.roster(4)[at]).expect("a line");
    assert_eq!((&of(1)["trouble"], &of(2)["trouble"]), (&"no_role".into(), &"open_role".into()));
    let exercises = of(0)["exercises"].as_array().expect("exercises");
    let website = exercises.iter().find(|one| one["id"] == "4.3").expect("4.3");
    assert_eq!((&website["verdict"], &website["how"]), (&"not_done".into(), &"practice".into()), "{website}");
    assert!(exercises.iter().all(|one| one["id"] != "4.1"), "who signs in is not seen through a role");
    assert!(!class.folder.join("round.json").exists() && lines.len() == 3);
}

/// Makes the role of a template in an account, as a learner does.
pub fn deploy(workspace: &Workspace, template: &str, account: &str) {
    let file = workspace.home().join(format!("{account}.yaml"));
    fs::write(&file, template).expect("a file");
    let mut bash = script::bash(workspace, aws::served());
    bash.env("AWS_ACCESS_KEY_ID", account).arg("-c").arg(format!(
        "aws cloudformation create-stack --stack-name msl-learn-class --template-body file://{} --capabilities \
         CAPABILITY_NAMED_IAM; aws cloudformation wait stack-create-complete --stack-name msl-learn-class",
        path(&file)
    ));
    let output = process::run(bash, LIMIT);
    assert_eq!(output.code, 0, "{output:#?}");
}

fn path(file: &Path) -> &str {
    file.to_str().expect("a path")
}

/// A page for a lesson needs neither a class nor an account, and the answers to a sheet are those of its seed.
#[test]
fn what_instructors_print_needs_no_class() {
    let workspace = Workspace::at("http://127.0.0.1:1", "000000000000");
    let written = |arguments: &[&str], file: &str| {
        let output = workspace.run(&[&["class"], arguments, &["--output", file]].concat());
        assert_eq!((output.code, output.stdout.trim()), (0, file), "{output:#?}");
        fs::read_to_string(workspace.path().join(file)).expect("a page")
    };
    for (arguments, title) in
        [(["teach", "4"], "Teaching chapter 4"), (["handout", "4"], "Chapter 4"), (["quiz", "4"], "Quiz of chapter 4")]
    {
        let page = written(&arguments, "page.html");
        assert!(page.starts_with("<!doctype html>") && page.contains(title) && !page.contains("msl1."), "{page}");
    }
    let sheet = written(&["quiz", "4", "--seed", "3", "--questions", "5"], "sheet.txt");
    let answers = written(&["quiz", "4", "--seed", "3", "--questions", "5", "--answers"], "answers.txt");
    let asked =
        |page: &str| page.lines().filter(|line| line.contains("Question ")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(asked(&sheet).len(), 5);
    assert!(asked(&sheet).iter().all(|line| answers.contains(line.as_str())), "{sheet}\n{answers}");
    let too_many = workspace.run(&["class", "quiz", "4", "--questions", "99"]);
    assert_eq!(too_many.code, 2, "{too_many:#?}");
}
