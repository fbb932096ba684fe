//! Starts the emulator's process, in an environment of its own.

use std::ffi::OsString;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use jiff::Timestamp;

use super::folder::{Folder, launcher_fingerprint};
use super::identity::ACCOUNT;
use super::record::Record;
use super::{files, install, process};
use crate::failure::Result;

/// The variables that Lambda functions and version managers of `node` and `python3` need. Everything else stays out: the
/// emulator reads about a hundred variables, many with common names (AUTH, SERVICES, REDIS_HOST).
const PASSED_ON: &[&str] = &["PATH", "HOME", "USER", "LOGNAME", "LANG", "TZ", "LD_LIBRARY_PATH"];
const PASSED_ON_BEGINNINGS: &[&str] = &["LC_", "XDG_", "ASDF_", "FNM_", "MISE_", "NODENV_", "NVM_", "PYENV_", "VOLTA_"];

/// What a running emulator must be to go on: this one, started by this launcher.
pub fn version() -> String {
    format!("{}, launcher {:08x}", install::name(), launcher_fingerprint())
}

/// Starts the launcher with `python`; it serves the requests at `listener`. `node` is the folder of the Node.js for
/// functions, if it is not on the path.
pub fn emulator(folder: &Folder, python: &Path, listener: TcpListener, node: Option<&Path>) -> Result<Record> {
    let port = listener.local_addr().map_err(|error| files::failed("listen for", python, &error))?.port();
    let mut record = Record { version: version(), folder: folder.real(), port, pid: 0, started: Timestamp::now() };
    let mut command = Command::new(python);
    command.args(["-I", "-u"]).arg(folder.launcher()).arg(record.mark());
    command.env_clear().envs(environment(folder, port));
    if let Some(node) = node {
        command.env("PATH", before_path(node));
    }
    files::log_to(&folder.log(), &mut command)?;
    record.pid = process::launch(&mut command, listener).map_err(|error| files::failed("run", python, &error))?;
    Ok(record)
}

/// The path, with this folder first.
fn before_path(folder: &Path) -> OsString {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = [folder.to_owned()].into_iter().chain(std::env::split_paths(&path));
    std::env::join_paths(folders).unwrap_or(path)
}

/// The emulator's whole environment: its files stay in the account's folder, and it uses no Docker and no AWS.
fn environment(folder: &Folder, port: u16) -> Vec<(OsString, OsString)> {
    let path = |path: PathBuf| path.into_os_string();
    let text = |text: &str| OsString::from(text);
    let own = [
        ("GATEWAY_PORT", text(&port.to_string())),
        ("MINISTACK_ACCOUNT_ID", text(ACCOUNT)),
        // Policies are heeded: a function may do what its role allows. The learner's own keys are the root user's.
        ("AUTH", text("true")),
        ("PERSIST_STATE", text("1")),
        ("STATE_DIR", path(folder.state())),
        ("S3_PERSIST", text("1")),
        ("S3_DATA_DIR", path(folder.objects())),
        ("TMPDIR", path(folder.temporary())),
        ("LAMBDA_EXECUTOR", text("local")),
        ("NODE_OPTIONS", text(&format!("--require \"{}\"", folder.handlers().display()))),
        // A function that nobody calls gives its memory back, and so do threads that have ended.
        ("LAMBDA_WARM_TTL_SECONDS", text("60")),
        ("MALLOC_ARENA_MAX", text("2")),
        ("DOCKER_HOST", text("unix:///var/empty/no-docker")),
        ("IOT_MTLS_ENABLED", text("0")),
        ("SFTP_ENABLED", text("0")),
        ("AWS_CONFIG_FILE", path(folder.cli_config())),
        ("AWS_SHARED_CREDENTIALS_FILE", path(folder.cli_credentials())),
        ("AWS_EC2_METADATA_DISABLED", text("true")),
        // Functions' logs are for what functions say: which Node.js runs them here is no concern of theirs.
        ("AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED", text("true")),
    ];
    let passed_on = std::env::vars_os().filter(|(name, _)| is_passed_on(&name.to_string_lossy()));
    passed_on.chain(own.map(|(name, value)| (name.into(), value))).collect()
}

fn is_passed_on(name: &str) -> bool {
    PASSED_ON.contains(&name) || PASSED_ON_BEGINNINGS.iter().any(|beginning| name.starts_with(beginning))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_the_learners_aws_settings_reaches_the_emulator() {
        for name in ["AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_ENDPOINT_URL", "AUTH", "SERVICES", "PYTHONPATH"] {
            assert!(!is_passed_on(name), "{name}");
        }
        assert!(is_passed_on("PATH") && is_passed_on("LC_ALL") && is_passed_on("NVM_DIR"));
    }
}
