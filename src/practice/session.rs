//! A shell of its own for the practice account, so that nobody builds in a real account by mistake.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::files;
use super::folder::Folder;
use crate::failure::{Failure, Result};

/// What stands before the prompt.
const MARK: &str = "(practice)";
/// Says in a shell of a practice account whose it is: the folder of the workspace.
const VARIABLE: &str = "MSL_LEARN_PRACTICE_SHELL";

/// Runs the shell until it ends; `commands` point `aws` at the account. The learner's own settings are read first.
///
/// # Errors
/// If this is such a shell already, or the shell cannot be started.
pub fn run(program: &Path, commands: &str, folder: &Folder, workspace: &Path) -> Result<u8> {
    if let Some(around) = std::env::var_os(VARIABLE) {
        return Err(nested(&around.to_string_lossy()));
    }
    let start = Start::of(name(program), commands, &folder.shell());
    files::create_folder(&folder.shell())?;
    if let Some((path, text)) = &start.file {
        files::write(path, text)?;
    }
    let mut command = Command::new(program);
    command
        .args(&start.arguments)
        .envs(start.variables.iter().map(|(name, value)| (*name, value)))
        .env(VARIABLE, workspace)
        .current_dir(workspace);
    let status = command.status().map_err(|error| files::failed("run", program, &error))?;
    Ok(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1))
}

fn nested(workspace: &str) -> Failure {
    Failure::usage(format!("this is the shell of a practice account already: {workspace}"))
        .hint("Work on, or leave it with `exit`. For another workspace, run `msl-learn practice shell` after that.")
}

fn name(program: &Path) -> &str {
    program.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}

/// How a shell is started so that it reads something after the learner's own settings.
#[derive(Debug, PartialEq, Eq)]
struct Start {
    arguments: Vec<String>,
    variables: Vec<(&'static str, String)>,
    /// A file of commands, with its path.
    file: Option<(PathBuf, String)>,
}

impl Start {
    fn of(shell: &str, commands: &str, folder: &Path) -> Self {
        let path = |name: &str| (folder.join(name), folder.join(name).to_string_lossy().into_owned());
        match shell {
            "bash" => {
                let (file, argument) = path("bashrc");
                let text = format!("[ -f ~/.bashrc ] && . ~/.bashrc\n{commands}PS1=\"{MARK} $PS1\"\n");
                Self {
                    arguments: vec!["--rcfile".into(), argument, "-i".into()],
                    variables: Vec::new(),
                    file: Some((file, text)),
                }
            }
            "zsh" => {
                let (file, _) = path(".zshrc");
                let text =
                    format!("unset ZDOTDIR\n[ -f ~/.zshrc ] && . ~/.zshrc\n{commands}PROMPT=\"{MARK} $PROMPT\"\n");
                let variables = vec![("ZDOTDIR", folder.to_string_lossy().into_owned())];
                Self { arguments: vec!["-i".into()], variables, file: Some((file, text)) }
            }
            "fish" => {
                let prompt = format!(
                    "functions -c fish_prompt practice_prompt; function fish_prompt; echo -n '{MARK} '; practice_prompt; end"
                );
                let arguments = vec!["--init-command".into(), format!("{commands}{prompt}")];
                Self { arguments, variables: Vec::new(), file: None }
            }
            _ => {
                let (file, variable) = path("shrc");
                let text = format!("{commands}PS1=\"{MARK} ${{PS1:-\\$ }}\"\n");
                Self { arguments: vec!["-i".into()], variables: vec![("ENV", variable)], file: Some((file, text)) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start(shell: &str) -> Start {
        Start::of(shell, "export A=1;\n", Path::new("/w/shell"))
    }

    #[test]
    fn each_shell_reads_the_learners_settings_first_and_marks_its_prompt() {
        for (shell, own) in [("bash", "~/.bashrc"), ("zsh", "~/.zshrc")] {
            let (_, text) = start(shell).file.unwrap();
            let order = [text.find(own), text.find("export A=1;"), text.find(MARK)];
            assert!(order.is_sorted() && order[0].is_some(), "{shell}: {text}");
        }
        assert!(start("fish").arguments[1].contains(MARK));
        let dash = start("dash");
        assert_eq!(dash.variables, [("ENV", "/w/shell/shrc".to_owned())]);
    }
}
