//! Judgements of backups of tables.

use jiff::Timestamp;

use crate::documents::function_log::FunctionLog;
use crate::judge::lambda::runs;
use crate::judge::schedule::{Next, Trigger};
use crate::judgement::Judgement;
use crate::services::dynamodb::Backup;
use crate::wait;

const EXPECTED: &str = "a backup of a table that is available";

/// What AWS Backup may do is not asked of the function's role alone.
pub fn by_job() -> Judgement {
    Judgement::skips(
        "not told from the code: AWS Backup makes the backup, under a role of its own. The backup shows it",
    )
}

/// A backup is there as the function makes them: by itself, or with AWS Backup. Before the function has had its time, that is
/// not ready yet.
pub fn restorable(
    all: &[Backup],
    by_job: bool,
    log: Option<&FunctionLog>,
    starts: Option<(&Trigger, Timestamp)>,
) -> Judgement {
    let kind = if by_job { "AWS_BACKUP" } else { "USER" };
    let own: Vec<&Backup> = all.iter().filter(|backup| backup.kind == kind).collect();
    if let Some(backup) = own.iter().find(|backup| backup.is_available()) {
        return Judgement::holds(format!("{}, of the table {}", backup.name, backup.table));
    }
    if let Some(backup) = own.iter().find(|backup| backup.is_coming()) {
        return Judgement::waits(EXPECTED, format!("{}, which DynamoDB is making", backup.name), wait::TABLE_BACKUP);
    }
    let found = instead(all);
    if let Some(failure) = runs::last_failure(log) {
        return Judgement::fails(EXPECTED, format!("{found}, and the function's last run ended with {failure}")).advising(
            "Read the function's log: the last entry before END says what went wrong. AccessDeniedException names the action that \
             its role lacks. Then run the function once by itself.",
        );
    }
    let Some((trigger, now)) = starts.filter(|(trigger, _)| trigger.is_enabled) else {
        return Judgement::fails(EXPECTED, found);
    };
    let Next::At(next) = trigger.next(now) else { return Judgement::fails(EXPECTED, found) };
    let seconds = u32::try_from(next.duration_since(now).as_secs()).unwrap_or(u32::MAX);
    let found = format!("{found}; the function runs next on {}", trigger.by_its_clock(next));
    Judgement::waits(EXPECTED, found, wait::until(seconds))
        .advising("Nothing is wrong. To see a backup sooner, run the function once by itself: choose Test on its page.")
}

/// What there is instead: a plan of AWS Backup makes backups, too, and DynamoDB one of each table that is deleted.
fn instead(all: &[Backup]) -> String {
    match all.iter().find(|backup| backup.is_available()) {
        Some(other) if other.kind == "SYSTEM" => {
            format!("{}, which DynamoDB made when the table was deleted", other.name)
        }
        Some(other) if other.kind == "AWS_BACKUP" => format!("{}, which AWS Backup made", other.name),
        Some(other) => format!("{}, which somebody made, and the function did not", other.name),
        None => "no backup".to_owned(),
    }
}
