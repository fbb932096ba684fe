//! When there are colours: every combination of what is asked for, by the real program, on a terminal and off it.

use std::time::Duration;

use crate::harness::process;
use crate::harness::terminal::Terminal;
use crate::harness::workspace::Workspace;

/// No step that may be long, and a page that has headings, code and links.
const READ: [&str; 3] = ["read", "4.4", "--no-pager"];

/// What a learner can ask for with variables and on the command line; `None`: nothing.
#[derive(Debug)]
struct Asked {
    no_color: Option<&'static str>,
    clicolor: Option<&'static str>,
    force: Option<&'static str>,
    term: Option<&'static str>,
    option: Option<&'static str>,
}

impl Asked {
    fn every() -> Vec<Self> {
        let mut every = Vec::new();
        for no_color in [None, Some(""), Some("1")] {
            for clicolor in [None, Some("0"), Some("1")] {
                for force in [None, Some(""), Some("0"), Some("1")] {
                    for term in [Some("dumb"), Some("xterm-256color")] {
                        for option in [None, Some("auto"), Some("always"), Some("never")] {
                            every.push(Self { no_color, clicolor, force, term, option });
                        }
                    }
                }
            }
        }
        every
    }

    /// The rules, the first that applies: the command line's, then those of no-color.org and bixense.com/clicolors.
    fn wants_color(&self, is_terminal: bool) -> bool {
        match self {
            Self { option: Some("always"), .. } => true,
            Self { option: Some("never"), .. } => false,
            Self { no_color: Some("1"), .. } => false,
            Self { force: Some("1"), .. } => true,
            Self { clicolor: Some("0"), .. } => false,
            Self { clicolor: Some("1"), .. } => is_terminal,
            Self { term, .. } => is_terminal && *term == Some("xterm-256color"),
        }
    }

    fn environment(&self) -> Vec<(&'static str, &'static str)> {
        let variables = [
            ("NO_COLOR", self.no_color),
            ("CLICOLOR", self.clicolor),
            ("CLICOLOR_FORCE", self.force),
            ("TERM", self.term),
        ];
        variables.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }

    fn arguments(&self) -> Vec<&'static str> {
        let option = self.option.into_iter().flat_map(|option| ["--color", option]);
        READ.into_iter().chain(option).collect()
    }
}

fn on_a_terminal(workspace: &Workspace, asked: &Asked) -> String {
    Terminal::start(workspace, &asked.arguments(), 24, &asked.environment()).end().text
}

fn off_a_terminal(workspace: &Workspace, asked: &Asked) -> String {
    let mut command = workspace.command(&asked.arguments());
    command.env_remove("NO_COLOR").envs(asked.environment());
    process::run(command, Duration::from_secs(60)).stdout
}

/// `page` without the escape sequences of styles, and whether it had any.
fn bare(page: &str) -> (String, bool) {
    let mut parts = page.split("\u{1b}[");
    let before = parts.next().unwrap_or_default().to_owned();
    let text = parts.filter_map(|part| part.split_once('m')).fold(before, |text, (_, rest)| text + rest);
    (text, page.contains('\u{1b}'))
}

#[test]
fn every_combination_of_variables_and_options() {
    let workspace = Workspace::at("http://127.0.0.1:1", "000000000000");
    // Otherwise a terminal shows that they are missing, too.
    assert_eq!(workspace.run(&["start", "4.4"]).code, 0);
    let (plain, _) = bare(&workspace.run(&READ).stdout);
    for asked in Asked::every() {
        for (is_terminal, page) in
            [(true, on_a_terminal(&workspace, &asked)), (false, off_a_terminal(&workspace, &asked))]
        {
            let (text, has_color) = bare(&page);
            assert_eq!(has_color, asked.wants_color(is_terminal), "{asked:?} on a terminal: {is_terminal}");
            assert!(text == plain, "{asked:?} changes the words:\n{text}");
        }
    }
}
