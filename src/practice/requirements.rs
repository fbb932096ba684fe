//! The emulator's pinned packages, and how far pip is with them.

use super::status::Phase;

/// The requirements for pip: the emulator and all that it needs, by version and hash.
pub const TEXT: &str = include_str!("requirements.txt");
const EMULATOR: &str = "ministack==";

/// The emulator's pinned version.
pub fn emulator_version() -> &'static str {
    let pinned = pins().find_map(|pin| pin.strip_prefix(EMULATOR));
    pinned.and_then(|rest| rest.split_whitespace().next()).unwrap_or("unpinned")
}

/// How far an installation is, by what pip prints.
pub struct InstallProgress {
    done: usize,
    total: usize,
}

impl InstallProgress {
    pub fn new() -> Self {
        Self { done: 0, total: pins().count() }
    }

    /// Takes the next line that pip printed. Returns the phase that begins with it, if one does.
    pub fn read<'a>(&mut self, line: &'a str) -> Option<Phase<'a>> {
        if line.starts_with("Ignoring ") {
            self.total -= 1; // another Python version needs it, this one does not
            return None;
        }
        if line.starts_with("Installing collected packages") {
            return Some(Phase::Unpacking);
        }
        let package = line.strip_prefix("Collecting ")?.split("==").next()?;
        let phase = Phase::Fetching { done: self.done, total: self.total, package };
        self.done += 1;
        Some(phase)
    }
}

/// One package and the version of it that was tested.
pub struct Pin {
    /// As `name==version`.
    pub package: &'static str,
    /// Whether only some versions of Python need it.
    pub is_conditional: bool,
}

impl Pin {
    pub fn name(&self) -> &'static str {
        self.package.split("==").next().unwrap_or_default()
    }
}

/// All packages that the emulator needs.
pub fn pinned() -> impl Iterator<Item = Pin> {
    pins().map(|line| Pin {
        package: line.split_whitespace().next().unwrap_or_default(),
        is_conditional: line.contains(';'),
    })
}

/// The lines that pin a package.
fn pins() -> impl Iterator<Item = &'static str> {
    TEXT.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_package_is_pinned_by_version_and_hash() {
        assert_eq!(emulator_version(), "1.5.33");
        let mut lines = TEXT.lines().peekable();
        while let Some(line) = lines.next() {
            let follows_hash = lines.peek().is_some_and(|next| next.contains("--hash=sha256:"));
            let is_pin = line.starts_with(|first: char| first.is_ascii_alphanumeric());
            assert!(!is_pin || (line.contains("==") && follows_hash), "{line}");
        }
    }

    #[test]
    fn no_index_or_host_is_named() {
        assert!(!TEXT.contains("://") && !TEXT.lines().any(|line| line.starts_with("--")));
    }

    #[test]
    fn pips_lines_become_phases() {
        let mut progress = InstallProgress::new();
        let total = progress.total - 1;
        assert_eq!(progress.read("Ignoring tomli: markers do not match your environment"), None);
        let first = progress.read("Collecting botocore==1.43.106 (from -r requirements.txt (line 5))");
        assert_eq!(first, Some(Phase::Fetching { done: 0, total, package: "botocore" }));
        assert_eq!(progress.read("  Downloading botocore-1.43.106-py3-none-any.whl (14.9 MB)"), None);
        let second = progress.read("Collecting h11==0.16.0");
        assert_eq!(second, Some(Phase::Fetching { done: 1, total, package: "h11" }));
        assert_eq!(progress.read("Installing collected packages: six, h11"), Some(Phase::Unpacking));
    }
}
