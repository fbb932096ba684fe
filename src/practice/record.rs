//! The record of the last start: which process serves the account, and where.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::folder::Folder;
use super::{files, process};
use crate::failure::{Failure, Result};

/// The record, written at each start and read by every command.
#[derive(Debug, Serialize, Deserialize)]
pub struct Record {
    /// The installation that runs: [`install::name`](super::install::name).
    pub version: String,
    /// The account's folder. The record in a copied workspace names another one.
    pub folder: String,
    pub port: u16,
    pub pid: u32,
    pub started: Timestamp,
}

impl Record {
    pub fn read(folder: &Folder) -> Result<Option<Self>> {
        let path = folder.record();
        let Some(content) = files::read(&path)? else {
            return Ok(None);
        };
        let record = serde_json::from_str(&content).map_err(|error| {
            Failure::environment(format!("{} is damaged: {error}", path.display()))
                .hint("Remove the file and start again; what is in the account is kept.")
        })?;
        Ok(Some(record))
    }

    pub fn write(&self, folder: &Folder) -> Result<()> {
        let path = folder.record();
        let content =
            serde_json::to_string_pretty(self).map_err(|error| files::failed("write", &path, &error.into()))?;
        files::write(&path, &content)
    }

    /// The argument that tells the process from another one that got its number later. `serve.py` looks for it in the
    /// record.
    pub fn mark(&self) -> String {
        self.started.to_string()
    }

    /// Whether the process exists and was started for this folder.
    pub fn is_running(&self, folder: &Folder) -> bool {
        self.folder == folder.real() && process::is_there(self.pid, &self.mark())
    }
}
