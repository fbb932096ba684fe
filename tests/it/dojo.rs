//! The dojo: a practice account is brought to a place in the book, and back, and nothing else is.

use std::fs;

use crate::harness::emulator::Emulator;
use crate::harness::process::Output;
use crate::harness::verdict::Verdict;
use crate::harness::workspace::Workspace;

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
    let next = dojo.run(&["next"]);
    assert!(next.code == 1 && next.stdout.contains("5.3 "), "{next:#?}");
    // One place further, and back step by step.
    assert_eq!(dojo.run(&["practice", "goto", "5.3", "--done"]).code, 0);
    assert_eq!(dojo.verdicts(&["5.3", "5.4"]), [Verdict::Done, Verdict::NotDone]);
    assert_eq!(dojo.run(&["practice", "goto", "--back"]).code, 0);
    assert_eq!(dojo.verdicts(&["5.2", "5.3"]), [Verdict::Done, Verdict::NotDone]);
    let back = dojo.run(&["practice", "goto", "--back"]);
    assert_eq!(back.code, 0, "{back:#?}");
    assert_eq!(dojo.verdicts(&["4.3", "5.2"]), [Verdict::NotDone, Verdict::NotDone]);
    assert_eq!(dojo.read("website/index.html").as_deref(), Some("mine"));
    assert!(!dojo.run(&["list"]).stdout.contains("brought"), "the learner's own progress");
    let nothing = dojo.run(&["practice", "goto", "--back"]);
    assert!(nothing.code == 2 && nothing.stderr.contains("nothing is kept"), "{nothing:#?}");
}

/// Nothing of a learner's own account is ever replaced.
#[test]
fn other_accounts_and_other_names_are_refused() {
    let emulator = Emulator::ministack();
    let real = Workspace::real(&emulator, ["test".into(), "test".into()]);
    let elsewhere = Workspace::of(&emulator);
    for (workspace, reason) in [(real, "for a real account"), (elsewhere, "msl-learn cannot replace it")] {
        for command in [&["practice", "goto", "5.3"][..], &["practice", "goto", "--back"]] {
            let refused = workspace.run(command);
            let said = refused.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(refused.code == 2 && said.contains(reason), "{refused:#?}");
        }
    }
    let dojo = Dojo::open("example.org");
    let refused = dojo.run(&["practice", "goto", "5.3"]);
    let said = refused.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
    let reason = "for the default names, with example.com, and your workspace has example.org";
    assert!(refused.code == 2 && said.contains(reason), "{refused:#?}");
    assert!(dojo.read(".msl-learn/practice/kept").is_none());
}
