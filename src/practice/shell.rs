//! The syntax of the two families of shells.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

/// The shell if the environment names none.
const DEFAULT: &str = "/bin/sh";

/// The shell that reads the commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Shell {
    /// bash, zsh and other POSIX shells.
    #[value(name = "posix", aliases = ["bash", "zsh", "sh"])]
    Posix,
    Fish,
}

/// The learner's own shell.
pub(super) fn program() -> PathBuf {
    std::env::var_os("SHELL").filter(|shell| !shell.is_empty()).map_or_else(|| DEFAULT.into(), PathBuf::from)
}

impl Shell {
    /// The family that a shell belongs to.
    pub(super) fn of(program: &Path) -> Self {
        if program.file_name().is_some_and(|name| name == "fish") { Self::Fish } else { Self::Posix }
    }

    /// Sets the variable for every program that the shell starts from now on.
    pub(super) fn export(self, name: &str, value: &str) -> String {
        let value = self.quote(value);
        match self {
            Self::Posix => format!("export {name}={value};"),
            Self::Fish => format!("set -gx {name} {value};"),
        }
    }

    pub(super) fn unset(self, name: &str) -> String {
        match self {
            Self::Posix => format!("unset {name};"),
            Self::Fish => format!("set -eg {name};"),
        }
    }

    /// Chooses the default profile. In fish, a universal variable could only be unset forever and for all terminals, so a
    /// global one hides it.
    pub(super) fn default_profile(self, name: &str) -> String {
        match self {
            Self::Posix => self.unset(name),
            Self::Fish => self.export(name, "default"),
        }
    }

    /// Quotes a value as one word.
    fn quote(self, value: &str) -> String {
        let inner = match self {
            Self::Posix => value.replace('\'', r"'\''"),
            Self::Fish => value.replace('\\', r"\\").replace('\'', r"\'"),
        };
        format!("'{inner}'")
    }

    /// A comment that says how to use the commands, and how to undo them.
    pub(super) fn usage(self) -> &'static str {
        match self {
            Self::Posix => {
                "# Points `aws` at the practice account: eval \"$(msl-learn practice env)\". To leave it, open a new terminal."
            }
            Self::Fish => {
                "# Points `aws` at the practice account: msl-learn practice env --shell fish | source. To leave it, open a new terminal."
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fish_has_a_syntax_of_its_own() {
        assert_eq!(Shell::of(Path::new("/usr/bin/fish")), Shell::Fish);
        assert_eq!(Shell::of(Path::new("/bin/zsh")), Shell::Posix);
    }

    #[test]
    fn quoting_keeps_every_character() {
        assert_eq!(Shell::Posix.quote(r"a'b\c $d"), r"'a'\''b\c $d'");
        assert_eq!(Shell::Fish.quote(r"a'b\c $d"), r"'a\'b\\c $d'");
    }
}
