//! The shell commands that point the ordinary `aws` CLI at the practice account, and nowhere else.

use std::ffi::OsString;
use std::path::Path;

use super::identity::{ACCESS_KEY, SECRET_KEY};
use super::shell::Shell;

/// What the commands set.
pub struct CliEnvironment<'a> {
    pub endpoint: &'a str,
    pub region: &'a str,
    /// Settings of the `aws` CLI to use instead of `~/.aws/config`.
    pub config: &'a Path,
    /// Credentials to use instead of `~/.aws/credentials`.
    pub credentials: &'a Path,
    /// Where an `aws` CLI came with the program, for learners without one of their own.
    pub cli: Option<&'a Path>,
}

/// Variables that choose another profile than the one in the two files.
const PROFILE: [&str; 2] = ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"];
/// Variables that would lead to another endpoint, or make the CLI take the keys for expired ones.
const UNSET: [&str; 6] = [
    "AWS_SESSION_TOKEN",
    "AWS_SECURITY_TOKEN",
    "AWS_CREDENTIAL_EXPIRATION",
    "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
    "AWS_USE_FIPS_ENDPOINT",
    "AWS_USE_DUALSTACK_ENDPOINT",
];
/// The beginning of variables that lead one service elsewhere. The commands unset those that are set.
const SERVICE_ENDPOINT: &str = "AWS_ENDPOINT_URL_";
/// Hosts that no proxy can reach, since they are this machine.
const DIRECT: [&str; 2] = ["127.0.0.1", "localhost"];

/// The commands. `variables` are the environment variables that are set now.
///
/// Each ends with a semicolon, and the comment comes last. So `eval $(…)` without quotes, which joins all lines, also
/// works.
pub fn text(shell: Shell, settings: &CliEnvironment, variables: impl Iterator<Item = (OsString, OsString)>) -> String {
    let present: Vec<(String, String)> = variables.map(|(name, value)| (lossy(name), lossy(value))).collect();
    let exports = exports(settings, &present).into_iter().map(|(name, value)| shell.export(name, &value));
    let leads_elsewhere = present.iter().map(|(name, _)| name.as_str()).filter(|name| is_service_endpoint(name));
    let unsets = UNSET.into_iter().chain(leads_elsewhere).map(|name| shell.unset(name));
    let profile = PROFILE.map(|name| shell.default_profile(name));
    let lines: Vec<String> = exports.chain(profile).chain(unsets).chain([shell.usage().to_owned()]).collect();
    lines.join("\n") + "\n"
}

fn exports(settings: &CliEnvironment, present: &[(String, String)]) -> Vec<(&'static str, String)> {
    let path = settings.cli.and_then(|cli| with_folder(present, cli));
    let path = path.map(|path| ("PATH", path));
    path.into_iter()
        .chain([
            ("AWS_ENDPOINT_URL", settings.endpoint.to_owned()),
            ("AWS_ACCESS_KEY_ID", ACCESS_KEY.to_owned()),
            ("AWS_SECRET_ACCESS_KEY", SECRET_KEY.to_owned()),
            ("AWS_REGION", settings.region.to_owned()),
            ("AWS_DEFAULT_REGION", settings.region.to_owned()),
            ("AWS_PAGER", String::new()),
            ("AWS_CONFIG_FILE", settings.config.to_string_lossy().into_owned()),
            ("AWS_SHARED_CREDENTIALS_FILE", settings.credentials.to_string_lossy().into_owned()),
            ("NO_PROXY", without_proxy(present)),
            ("no_proxy", without_proxy(present)),
        ])
        .collect()
}

/// The PATH with `folder` at its end, so that the learner's own programs come first; `None` if it is there already.
fn with_folder(present: &[(String, String)], folder: &Path) -> Option<String> {
    let path = present.iter().find(|(name, _)| name == "PATH").map_or("", |(_, path)| path.as_str());
    let folder = folder.to_string_lossy();
    let is_there = path.split(':').any(|there| there == folder);
    (!is_there).then(|| if path.is_empty() { folder.into_owned() } else { format!("{path}:{folder}") })
}

/// The hosts to reach without a proxy: those in either variable (programs read one or the other), and this machine. A
/// star means every host, and only on its own.
fn without_proxy(present: &[(String, String)]) -> String {
    let values = present.iter().filter(|(name, _)| name.eq_ignore_ascii_case("no_proxy"));
    let named = values.flat_map(|(_, value)| value.split(',')).map(str::trim).filter(|host| !host.is_empty());
    let mut hosts: Vec<&str> = Vec::new();
    for host in named.chain(DIRECT) {
        if !hosts.contains(&host) {
            hosts.push(host);
        }
    }
    if hosts.contains(&"*") { "*".to_owned() } else { hosts.join(",") }
}

/// Whether it is the endpoint variable of one service, and a name that shells accept.
fn is_service_endpoint(name: &str) -> bool {
    let service = name.strip_prefix(SERVICE_ENDPOINT).unwrap_or_default();
    !service.is_empty() && service.chars().all(|char| char.is_ascii_alphanumeric() || char == '_')
}

fn lossy(text: OsString) -> String {
    text.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_with(shell: Shell, variables: &[(&str, &str)]) -> String {
        let settings = CliEnvironment {
            endpoint: "http://127.0.0.1:4566",
            region: "us-east-1",
            config: Path::new("/home/ann/it's here/aws-config"),
            credentials: Path::new("/home/ann/it's here/aws-credentials"),
            cli: Some(Path::new("/home/ann/tools/bin")),
        };
        text(shell, &settings, variables.iter().map(|(name, value)| (name.into(), value.into())))
    }

    #[test]
    fn bourne_shells_export_and_unset() {
        let text = text_with(Shell::Posix, &[]);
        assert!(text.contains("export AWS_ENDPOINT_URL='http://127.0.0.1:4566';\n"), "{text}");
        assert!(text.contains("export AWS_PAGER='';\n"), "{text}");
        assert!(text.contains(r"export AWS_CONFIG_FILE='/home/ann/it'\''s here/aws-config';"), "{text}");
        assert!(text.contains("unset AWS_PROFILE;\n"), "{text}");
        assert!(text.lines().last().unwrap().starts_with("# "), "{text}");
    }

    #[test]
    fn fish_sets_globally() {
        let text = text_with(Shell::Fish, &[]);
        assert!(text.contains("set -gx AWS_REGION 'us-east-1';\n"), "{text}");
        assert!(text.contains(r"set -gx AWS_CONFIG_FILE '/home/ann/it\'s here/aws-config';"), "{text}");
        assert!(text.contains("set -gx AWS_PROFILE 'default';\n"), "{text}");
        assert!(text.contains("set -eg AWS_SESSION_TOKEN;\n"), "{text}");
    }

    #[test]
    fn a_service_that_is_led_elsewhere_is_led_back() {
        let variables = [("AWS_ENDPOINT_URL_S3", "x"), ("AWS_ENDPOINT_URL_X;reboot", "x"), ("AWS_ENDPOINT_URL", "x")];
        let text = text_with(Shell::Posix, &variables);
        assert!(text.contains("unset AWS_ENDPOINT_URL_S3;\n"), "{text}");
        assert!(!text.contains("reboot") && !text.contains("unset AWS_ENDPOINT_URL;"), "{text}");
    }

    #[test]
    fn the_cli_that_came_with_the_program_is_found_last_and_once() {
        let text = text_with(Shell::Posix, &[("PATH", "/usr/bin:/bin")]);
        assert!(text.contains("export PATH='/usr/bin:/bin:/home/ann/tools/bin';\n"), "{text}");
        let text = text_with(Shell::Posix, &[("PATH", "/usr/bin:/home/ann/tools/bin")]);
        assert!(!text.contains(" PATH="), "{text}");
    }

    #[test]
    fn a_proxy_is_kept_for_other_hosts() {
        let text = text_with(Shell::Posix, &[("NO_PROXY", "intranet, localhost"), ("no_proxy", "wiki")]);
        assert!(text.contains("export NO_PROXY='intranet,localhost,wiki,127.0.0.1';\n"), "{text}");
        assert!(text.contains("export no_proxy='intranet,localhost,wiki,127.0.0.1';\n"), "{text}");
        assert!(text_with(Shell::Posix, &[("no_proxy", "*")]).contains("export NO_PROXY='*';\n"));
    }
}
