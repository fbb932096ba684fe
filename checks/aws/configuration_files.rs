//! The two files of the AWS configuration as text: what makes the SDK overlook a file or a profile without a word.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::aws::sign_in_error::SignInError;

/// One of the two files, as it is written.
pub struct ConfigurationFile {
    path: PathBuf,
    text: String,
    /// Whether a profile is a section `[profile NAME]`, and not `[NAME]`.
    has_prefix: bool,
}

/// Each file: the variable that names it, its usual path below the home, and whether its profiles have the prefix.
const FILES: [(&str, &str, bool); 2] =
    [("AWS_CONFIG_FILE", ".aws/config", true), ("AWS_SHARED_CREDENTIALS_FILE", ".aws/credentials", false)];

/// Reads the files that are there.
///
/// # Errors
/// If one is not the text that the SDK takes: it would count as empty, or not be understood.
pub fn read() -> Result<Vec<ConfigurationFile>, SignInError> {
    let mut files = Vec::new();
    for (variable, usual, has_prefix) in FILES {
        let Some(path) = path(variable, usual) else { continue };
        let Ok(bytes) = fs::read(&path) else { continue };
        let text = text(bytes).map_err(|problem| SignInError::FileEncoding { path: shown(&path), problem })?;
        files.push(ConfigurationFile { path, text, has_prefix });
    }
    Ok(files)
}

fn path(variable: &str, usual: &str) -> Option<PathBuf> {
    let Some(named) = env::var_os(variable).filter(|path| !path.is_empty()) else {
        return Some(env::home_dir()?.join(usual));
    };
    let named = PathBuf::from(named);
    match named.strip_prefix("~") {
        Ok(below) => Some(env::home_dir()?.join(below)),
        Err(_) => Some(named),
    }
}

/// # Errors
/// What is invalid about the bytes.
fn text(bytes: Vec<u8>) -> Result<String, &'static str> {
    match bytes.as_slice() {
        [0xef, 0xbb, 0xbf, ..] => Err("begins with a byte order mark"),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Err("is text in UTF-16"),
        _ => String::from_utf8(bytes).map_err(|_| "is no text in UTF-8"),
    }
}

impl ConfigurationFile {
    /// Why the SDK does not take a section for the profile of that name, though it looks like it.
    pub fn near_miss(&self, name: &str) -> Option<String> {
        self.text.lines().filter_map(header).find_map(|section| self.judge(section, name))
    }

    fn judge(&self, section: &str, name: &str) -> Option<String> {
        let path = shown(&self.path);
        let bare = unquoted(section);
        let prefixed =
            section.strip_prefix("profile").filter(|rest| rest.starts_with(char::is_whitespace)).map(unquoted);
        match (prefixed == Some(name), bare == name, self.has_prefix) {
            (true, _, true) => Some(format!(
                "{path} has [{section}], but msl-learn takes only letters, digits and _-/.%@:+ in the name of a profile: \
                 rename it"
            )),
            (_, true, true) => Some(format!("{path} has [{section}]: write [profile {name}] there")),
            (true, _, false) => Some(format!("{path} has [{section}]: write [{name}] there")),
            (_, true, false) => Some(format!(
                "{path} has [{section}], but msl-learn takes only letters, digits and _-/.%@:+ in the name of a profile: \
                 rename it"
            )),
            _ => None,
        }
    }
}

/// Shows a file as people write it.
pub fn shown(path: &Path) -> String {
    let Some(home) = env::home_dir() else { return path.display().to_string() };
    path.strip_prefix(home).map_or_else(|_| path.display().to_string(), |below| format!("~/{}", below.display()))
}

/// The words between the brackets of a section's first line.
fn header(line: &str) -> Option<&str> {
    let (section, _) = line.trim_start().strip_prefix('[')?.split_once(']')?;
    Some(section.trim())
}

fn unquoted(name: &str) -> &str {
    let name = name.trim();
    let inner = |quote: char| name.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
    inner('"').or_else(|| inner('\'')).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(text: &str, has_prefix: bool, name: &str) -> Option<String> {
        ConfigurationFile { path: "/aws".into(), text: text.into(), has_prefix }.near_miss(name)
    }

    #[test]
    fn a_section_that_looks_like_the_profile_is_named() {
        let config = |text, name| judged(text, true, name).unwrap_or_default();
        assert!(config("[default]\n[course]\n", "course").contains("write [profile course]"));
        assert!(config("[profile \"my course\"]\n", "my course").contains("only letters"));
        assert!(config("[profile 'my course']\n", "my course").contains("only letters"));
        assert!(judged("[profile course]\n", false, "course").expect("a near miss").contains("write [course]"));
        for text in ["[profile other]", "[profilecourse]", "course", "[sso-session course]"] {
            assert_eq!(judged(text, true, "course"), None, "{text}");
        }
    }

    #[test]
    fn what_is_no_plain_text_is_told() {
        assert_eq!(text(b"\xef\xbb\xbf[default]".to_vec()), Err("begins with a byte order mark"));
        assert_eq!(text(b"\xff\xfe[\0".to_vec()), Err("is text in UTF-16"));
        assert_eq!(text(b"[\xe4]".to_vec()), Err("is no text in UTF-8"));
        assert_eq!(text(b"[default]".to_vec()).as_deref(), Ok("[default]"));
    }
}
