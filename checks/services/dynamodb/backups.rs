//! Backups of tables: those that somebody asked for, and those that AWS Backup made.

use aws_sdk_dynamodb::operation::list_backups::ListBackupsOutput;
use aws_sdk_dynamodb::types::{BackupStatus, BackupSummary, BackupTypeFilter};

use super::LIST_BACKUPS;
use crate::aws::service::prelude::*;

/// The backups of all tables of the learner's region.
pub const BACKUPS: Reader = Reader::of(&[reading_all(LIST_BACKUPS)]);

/// A backup of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    pub name: String,
    pub table: String,
    /// `USER`, `AWS_BACKUP`, or `SYSTEM` for the one that DynamoDB keeps of a deleted table.
    pub kind: String,
    /// `CREATING`, `AVAILABLE` or `DELETED`.
    pub state: String,
}

impl Backup {
    /// Whether a table can be restored from it.
    pub fn is_available(&self) -> bool {
        self.state == BackupStatus::Available.as_str()
    }

    /// Whether DynamoDB is still making it.
    pub fn is_coming(&self) -> bool {
        self.state == BackupStatus::Creating.as_str()
    }
}

impl Aws {
    /// The backups of all tables of the learner's region.
    pub async fn backups(&self, you: &Learner) -> Read<Vec<Backup>> {
        let call = Call::new(LIST_BACKUPS, "*").at(&you.region);
        let list = || self.dynamodb(&you.region).list_backups().backup_type(BackupTypeFilter::All);
        let send = |last| list().set_exclusive_start_backup_arn(last).send();
        let read = |answer: &ListBackupsOutput| {
            let listed = answer.backup_summaries.as_ref().ok_or("BackupSummaries")?;
            let backups = listed.iter().map(backup).collect::<Result<_, _>>()?;
            Ok(Listing::marked(backups, answer.last_evaluated_backup_arn()))
        };
        self.all(call, &you.region, send, read).await
    }
}

fn backup(summary: &BackupSummary) -> Result<Backup, &'static str> {
    Ok(Backup {
        name: summary.backup_name().ok_or("BackupName")?.to_owned(),
        table: summary.table_name().ok_or("TableName")?.to_owned(),
        kind: summary.backup_type().ok_or("BackupType")?.as_str().to_owned(),
        state: summary.backup_status().ok_or("BackupStatus")?.as_str().to_owned(),
    })
}
