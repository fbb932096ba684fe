//! What a learner's workspace keeps of the class that it joined.

use std::fs;
use std::path::{Path, PathBuf};

use super::join_code::JoinCode;
use super::role;
use crate::failure::{Failure, Result};
use crate::workspace::{Workspace, write_atomically};

/// The folder of the workspace in which the class is kept.
pub const FOLDER: &str = "class";
/// The role's template in it.
pub const TEMPLATE: &str = "role.yaml";
const CODE: &str = "code";

/// The class that a workspace has joined.
#[derive(Clone, Debug)]
pub struct JoinedClass {
    pub code: JoinCode,
    folder: PathBuf,
}

impl JoinedClass {
    /// Joins: writes the code, and the template of the role if the class reads accounts.
    ///
    /// # Errors
    /// If the workspace cannot be written.
    pub fn join(workspace: &Workspace, code: JoinCode) -> Result<Self> {
        let joined = Self { code, folder: workspace.root.join(FOLDER) };
        let failed = |error: std::io::Error| Failure::environment(format!("{}: {error}", joined.folder.display()));
        fs::create_dir_all(&joined.folder).map_err(failed)?;
        if let Some(template) = joined.template(workspace)? {
            write_atomically(&joined.file(TEMPLATE), &template).map_err(failed)?;
        }
        write_atomically(&joined.file(CODE), &format!("{}\n", joined.code.text())).map_err(failed)?;
        Ok(joined)
    }

    /// The class that the workspace has joined.
    ///
    /// # Errors
    /// If it has joined none.
    pub fn of(workspace: &Workspace) -> Result<Self> {
        Self::find(workspace)?.ok_or_else(|| {
            Failure::usage("this workspace is in no class")
                .hint("Join one with the code that your instructor gave you: `msl-learn class join CODE`.")
        })
    }

    /// The same class, if there is one.
    ///
    /// # Errors
    /// If the code that was kept is damaged.
    pub fn find(workspace: &Workspace) -> Result<Option<Self>> {
        let folder = workspace.root.join(FOLDER);
        let Ok(text) = fs::read_to_string(folder.join(CODE)) else { return Ok(None) };
        Ok(Some(Self { code: JoinCode::read(&text)?, folder }))
    }

    /// The template of the role that the class reads the account with.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn template(&self, workspace: &Workspace) -> Result<Option<String>> {
        role::template(&self.code, &workspace.learner())
    }

    /// Removes what the workspace keeps of the class. The role in the account is the learner's to delete.
    ///
    /// # Errors
    /// If a file cannot be removed.
    pub fn leave(&self) -> Result<()> {
        for name in [CODE, TEMPLATE] {
            let file = self.file(name);
            if file.exists() {
                fs::remove_file(&file)
                    .map_err(|error| Failure::environment(format!("{} cannot be removed: {error}", file.display())))?;
            }
        }
        // A file of the learner's own may be in it.
        let _ = fs::remove_dir(&self.folder);
        Ok(())
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

/// The commands of the `aws` CLI about the role, for a shell in the workspace.
pub fn deploy() -> String {
    format!(
        "aws cloudformation deploy --template-file {} --stack-name {} --capabilities CAPABILITY_NAMED_IAM",
        Path::new(FOLDER).join(TEMPLATE).display(),
        role::STACK
    )
}

/// The command that deletes the role.
pub fn delete() -> String {
    format!("aws cloudformation delete-stack --stack-name {}", role::STACK)
}
