//! Completions and the manual page are what shells and `man` can read.

use std::process::{Command, Stdio};
use std::time::Duration;

use crate::harness::process;
use crate::harness::workspace::Workspace;

fn generated(arguments: &[&str]) -> String {
    let output = Workspace::at("http://127.0.0.1:1", "000000000000").run(arguments);
    assert_eq!((output.code, output.stderr.as_str()), (0, ""), "{arguments:?}");
    output.stdout
}

/// What a program says of a file; nothing when the program is not installed.
fn judged(program: &str, arguments: &[&str], text: &str) -> Option<process::Output> {
    let installed = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    installed.ok()?;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("generated");
    std::fs::write(&file, text).unwrap();
    let mut command = Command::new(program);
    command.args(arguments).arg(&file);
    Some(process::run(command, Duration::from_secs(60)))
}

#[test]
fn each_shell_that_is_here_can_read_its_completions() {
    for shell in ["bash", "zsh", "fish"] {
        let Some(output) = judged(shell, &["-n"], &generated(&["completions", shell])) else {
            assert_ne!(shell, "bash", "bash is needed by the other tests as well");
            continue;
        };
        assert_eq!((output.code, output.stderr.as_str()), (0, ""), "{shell}");
    }
}

#[test]
fn bash_completes_commands_options_and_exercises() {
    let script = generated(&["completions", "bash"]);
    let ask = format!(
        "{script}\ncomplete_for() {{ COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); local how; how=$(complete -p msl-learn); how=${{how##*-F }}; \
         ${{how%% *}} msl-learn \"${{@: -1}}\" \"${{@: -2:1}}\"; echo \"${{COMPREPLY[*]}}\"; }}\ncomplete_for msl-learn pract\ncomplete_for msl-learn quiz --an\n\
         complete_for msl-learn hint 4.\ncomplete_for msl-learn skip 1.\n"
    );
    let output = judged("bash", &[], &ask).expect("bash");
    let lines: Vec<&str> = output.stdout.lines().collect();
    assert_eq!(lines, ["practice", "--answers", "4.1 4.2 4.3 4.4 4.5 4.6 4.7 4.8", "1.quiz"], "{output:#?}");
}

#[test]
fn every_shell_that_is_offered_gets_a_script() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        assert!(generated(&["completions", shell]).contains("solution"), "{shell}");
    }
}

#[test]
fn the_manual_has_every_command_and_no_warning() {
    let page = generated(&["man"]);
    for heading in ["NAME", "DESCRIPTION", "MSL-LEARN CHECK", "MSL-LEARN PRACTICE RESET", "MSL-LEARN QUIZ"] {
        let is_there = |line: &str| line.replace(['"', '\\'], "") == format!(".SH {heading}");
        assert!(page.lines().any(is_there), "{heading}");
    }
    for (program, arguments) in [("mandoc", &["-T", "lint", "-W", "warning"][..]), ("groff", &["-man", "-ww", "-z"])] {
        if let Some(output) = judged(program, arguments, &page) {
            assert_eq!((output.stdout.as_str(), output.stderr.as_str()), ("", ""), "{program}");
        }
    }
}
