//! Where the files of one practice account lie: `.msl-learn/practice/` under its workspace.

use std::path::{Path, PathBuf};

use super::files;
use super::identity::{ACCESS_KEY, SECRET_KEY};
use super::stations::Files;
use crate::failure::{Failure, Result};

/// The name of the emulator's launcher, which shows in the process list.
const LAUNCHER: &str = "serve.py";
/// The modules of the launcher: what visitors meet.
const MODULES: [(&str, &str); 36] = [
    ("account.py", include_str!("account.py")),
    ("asgi.py", include_str!("asgi.py")),
    ("batches.py", include_str!("batches.py")),
    ("certificates.py", include_str!("certificates.py")),
    ("changes.py", include_str!("changes.py")),
    ("copies.py", include_str!("copies.py")),
    ("defaults.py", include_str!("defaults.py")),
    ("deployments.py", include_str!("deployments.py")),
    ("distributions.py", include_str!("distributions.py")),
    ("gateway.py", include_str!("gateway.py")),
    ("handlers.cjs", include_str!("handlers.cjs")),
    ("identities.py", include_str!("identities.py")),
    ("integrations.py", include_str!("integrations.py")),
    ("logs.py", include_str!("logs.py")),
    ("machines.py", include_str!("machines.py")),
    ("mail.py", include_str!("mail.py")),
    ("parameters.py", include_str!("parameters.py")),
    ("patches.py", include_str!("patches.py")),
    ("pools.py", include_str!("pools.py")),
    ("posts.py", include_str!("posts.py")),
    ("refusals.py", include_str!("refusals.py")),
    ("runtimes.py", include_str!("runtimes.py")),
    ("serve_copy.py", include_str!("serve_copy.py")),
    ("scopes.py", include_str!("scopes.py")),
    ("sessions.py", include_str!("sessions.py")),
    ("sign_in.py", include_str!("sign_in.py")),
    ("sign_in_pages.py", include_str!("sign_in_pages.py")),
    ("tokens.py", include_str!("tokens.py")),
    ("templates.py", include_str!("templates.py")),
    ("trials.py", include_str!("trials.py")),
    ("unplayed.py", include_str!("unplayed.py")),
    ("users.py", include_str!("users.py")),
    ("visitors.py", include_str!("visitors.py")),
    ("way.py", include_str!("way.py")),
    ("website.py", include_str!("website.py")),
    ("zones.py", include_str!("zones.py")),
];
/// Settings of the `aws` CLI: values that look like URLs are not followed, and no pager waits for a key.
const CLI_CONFIG: &str = "[default]\ncli_follow_urlparam = false\ncli_pager =\n";

/// What the launcher is, as a number that changes with any of its modules.
pub fn launcher_fingerprint() -> u32 {
    let modules = MODULES.map(|(_, text)| text).concat();
    files::fingerprint(&(modules + include_str!("serve.py")))
}

/// The folder of one practice account.
pub struct Folder {
    root: PathBuf,
}

impl Folder {
    /// The folder under `workspace`, which may not exist yet.
    pub fn of(workspace: &Path) -> Self {
        let workspace = std::path::absolute(workspace).unwrap_or_else(|_| workspace.to_owned());
        Self { root: workspace.join(".msl-learn").join("practice") }
    }

    /// Creates the folder, and keeps version control of the workspace away from it.
    pub fn create(&self) -> Result<()> {
        if self.root.to_str().is_none() {
            let message = format!("the workspace's path {} is not UTF-8", self.root.display());
            return Err(Failure::usage(message).hint("Choose a workspace whose path is valid UTF-8."));
        }
        files::create_folder(&self.root)?;
        files::write(&self.root.join(".gitignore"), "*\n")
    }

    /// Writes what the emulator starts with: its launcher with its modules, an empty temporary folder and an empty log.
    pub fn prepare(&self) -> Result<()> {
        files::write(&self.launcher(), include_str!("serve.py"))?;
        for (name, text) in MODULES {
            files::write(&self.root.join(name), text)?;
        }
        files::remove_folder(&self.temporary())?;
        files::create_folder(&self.temporary())?;
        files::remove_file(&self.ended())?;
        self.write_cli_settings()
    }

    /// Writes the `aws` CLI's two files, settings and credentials.
    pub fn write_cli_settings(&self) -> Result<()> {
        let credentials =
            format!("[default]\naws_access_key_id = {ACCESS_KEY}\naws_secret_access_key = {SECRET_KEY}\n");
        files::write(&self.cli_config(), CLI_CONFIG)?;
        files::write(&self.cli_credentials(), &credentials)
    }

    /// Removes everything in the account, which must not be running.
    pub fn empty_account(&self) -> Result<()> {
        files::remove_folder(&self.state())?;
        files::remove_folder(&self.objects())
    }

    /// Replaces everything in the account, which must not be running, by files that have the paths of `state` and `objects`.
    pub fn fill_account(&self, contents: &Files) -> Result<()> {
        let new = self.root.join("new");
        files::remove_folder(&new)?;
        for (path, content) in contents {
            let path = new.join(path);
            path.parent().map_or(Ok(()), files::create_folder)?;
            files::write(&path, content)?;
        }
        self.take_over(&new)
    }

    /// Replaces everything in the account, which must not be running, by a copy of what `state` and `objects` of a folder hold.
    pub fn fill_account_from(&self, folder: &Path) -> Result<()> {
        let new = self.root.join("new");
        files::remove_folder(&new)?;
        for part in [self.state(), self.objects()] {
            let name = part.file_name().unwrap_or_default();
            files::copy_folder(&folder.join(name), &new.join(name))?;
        }
        self.take_over(&new)
    }

    fn take_over(&self, new: &Path) -> Result<()> {
        self.empty_account()?;
        for part in [self.state(), self.objects()] {
            files::rename(&new.join(part.file_name().unwrap_or_default()), &part)?;
        }
        files::remove_folder(new)
    }

    /// Puts the modules where Node.js looks for those of a function, above its unpacked code. Without any, none are there.
    pub fn link_modules(&self, modules: Option<&Path>) -> Result<()> {
        let link = self.root.join("node_modules");
        files::remove_file(&link)?;
        let Some(modules) = modules else { return Ok(()) };
        files::link(modules, &link)
    }

    pub fn exists(&self) -> bool {
        self.root.is_dir()
    }

    /// The folder's path without symbolic links, so that two spellings of it are equal.
    pub fn real(&self) -> String {
        let path = self.root.canonicalize();
        path.as_ref().unwrap_or(&self.root).to_string_lossy().into_owned()
    }

    pub fn launcher(&self) -> PathBuf {
        self.root.join(LAUNCHER)
    }

    /// What each Node.js of a function begins with.
    pub fn handlers(&self) -> PathBuf {
        self.root.join("handlers.cjs")
    }

    /// The record of the process that runs, or ran last. The launcher knows this name.
    pub fn record(&self) -> PathBuf {
        self.root.join("practice.json")
    }

    /// The lock that is held while the account is started, stopped or emptied.
    pub fn lock(&self) -> PathBuf {
        self.root.join("lock")
    }

    /// Exists if the last run ended in good order. The launcher makes it, and knows this name.
    pub fn ended(&self) -> PathBuf {
        self.root.join("ended")
    }

    /// The copies of what the learner had before the account was brought to another state.
    pub fn kept(&self) -> PathBuf {
        self.root.join("kept")
    }

    /// Names the copy while the account is being exchanged for it, or it for another.
    pub fn journal(&self) -> PathBuf {
        self.root.join("exchanging")
    }

    pub fn log(&self) -> PathBuf {
        self.root.join("emulator.log")
    }

    /// What is in the account, without the contents of S3 objects.
    pub fn state(&self) -> PathBuf {
        self.root.join("state")
    }

    /// The contents of S3 objects.
    pub fn objects(&self) -> PathBuf {
        self.root.join("s3")
    }

    /// The emulator's temporary files: unpacked Lambda functions above all.
    pub fn temporary(&self) -> PathBuf {
        self.root.join("tmp")
    }

    /// What the shell of the practice account starts with.
    pub fn shell(&self) -> PathBuf {
        self.root.join("shell")
    }

    /// Where a drill's script runs.
    pub fn scripts(&self) -> PathBuf {
        self.root.join("script")
    }

    /// The stations for names of the learner's own.
    pub fn own_stations(&self) -> PathBuf {
        self.root.join("stations.json.gz")
    }

    /// The workspace in which these are made.
    pub fn walk(&self) -> PathBuf {
        self.root.join("walk")
    }

    /// Held by the process that makes them, with its number in it.
    pub fn walk_lock(&self) -> PathBuf {
        self.root.join("walk.lock")
    }

    /// What the last solution said that it ran.
    pub fn walk_log(&self) -> PathBuf {
        self.root.join("walk.log")
    }

    /// Why they could not all be made.
    pub fn walk_trouble(&self) -> PathBuf {
        self.root.join("walk.trouble")
    }

    pub fn cli_config(&self) -> PathBuf {
        self.root.join("aws-config")
    }

    pub fn cli_credentials(&self) -> PathBuf {
        self.root.join("aws-credentials")
    }
}
