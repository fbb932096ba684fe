//! 10.i1: a function of the learner's own backs a table up by the clock, and a backup is there.

use crate::judge::dynamodb::backup;
use crate::judge::lambda::{code, function as state};
use crate::judge::schedule;
use crate::own::function::{self, FunctionMarks, OwnFunction, Places};
use crate::own::of_least_lack;
use crate::trigger;
use crate::verifier::prelude::*;

clauses! {
    FUNCTION: "{{ region }} has a function of your own that backs tables up",
        or "Create a function beside rule-analytics-auth-callback, whose code sends a CreateBackupCommand.", at lambda::CONSOLE;
    READY = given::OWN_READY;
    HANDLER = given::OWN_HANDLER;
    BACKS_UP: "its code backs a table up",
        or "Send a CreateBackupCommand with TableName and BackupName, and choose Deploy.", at lambda::CONSOLE;
    ALLOWED: "its role lets it back the table up",
        or "Allow dynamodb:CreateBackup on the table's ARN.", at iam::CONSOLE_POLICIES;
    SCHEDULE: "a rule or a schedule in {{ region }} leads to it",
        or "In EventBridge, switch to {{ region }}, create a schedule such as rate(1 day), and choose the function as its target.",
        at eventbridge::CONSOLE;
    ENABLED: "the rule or the schedule is enabled",
        or "Select it in EventBridge and choose Enable.", at eventbridge::CONSOLE;
    NEXT_RUN: "it has a run that is still to come",
        or "Edit it, and give it a recurring schedule such as rate(1 day), without an end.", at eventbridge::CONSOLE;
    PERMISSION: "it may invoke the function",
        or "For a rule, add a statement to the function's policy: principal events.amazonaws.com, and the rule's ARN as its source ARN. For a schedule, let its role do lambda:InvokeFunction on the function.",
        at lambda::CONSOLE, pillar Security;
    BACKUP: "a backup of a table is there, from which the table can be restored",
        or "Choose Test on the function's page, and read what it prints.", at dynamodb::CONSOLE, pillar OperationalExcellence;
}

const MARKS: FunctionMarks = FunctionMarks {
    words: &["backup", "back-up", "snapshot"],
    actions: ACTIONS,
    advice: "Create a function of your own for it: its code sends a CreateBackupCommand.",
};
/// By DynamoDB itself, and by AWS Backup.
const ACTIONS: &[&str] = &[ON_DEMAND, BY_JOB];
const ON_DEMAND: &str = "dynamodb:CreateBackup";
const BY_JOB: &str = "backup:StartBackupJob";

pub const READS: Reads = &[
    lambda::ANY_FUNCTION,
    lambda::ALIASES,
    lambda::FUNCTION_POLICY,
    iam::ROLE_PERMISSIONS,
    eventbridge::RULES_OF_TARGET,
    scheduler::SCHEDULES,
    dynamodb::BACKUPS,
    dynamodb::TABLE_STREAM.named(book::ANY_TABLE),
    logs::FUNCTION_LOG,
];

/// The function; of several that back tables up, the first that something starts.
async fn found(aws: &Aws, you: &Learner) -> Read<Found<OwnFunction>> {
    let all = match function::alike(aws, you, &MARKS).await? {
        Found::Here(all) => all,
        Found::Missing(near) => return Ok(Found::Missing(near)),
    };
    let is_one = all.len() == 1;
    let weighed = of_least_lack(all, async |own: OwnFunction| {
        let is_started = is_one || matches!(trigger::here(aws, you, &own.function, aws.now()).await, Ok(Some(_)));
        (usize::from(!is_started), own)
    });
    Ok(Found::from(weighed.await))
}

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let now = aws.now();
    let (own, backups) = join!(found(aws, you), aws.backups(you));
    let own = it.finds(FUNCTION, own)?;
    let function = &own.function;
    it.expects(READY, state::ready(function));
    it.expects(HANDLER, own.package.judged(|package| code::handler(function, package)));
    let said = ["a CreateBackup request, such as CreateBackupCommand", "nothing that backs a table up"];
    it.expects(BACKS_UP, own.does_with(aws, you, (ACTIONS, Places::Tables), said).await);
    let by_job = own.does(&[BY_JOB]);
    it.expects(ALLOWED, if by_job { Ok(backup::by_job()) } else { own.allowed(aws, you, &[ON_DEMAND]).await });
    let (trigger, log) = join!(trigger::of(aws, you, function, now), aws.function_log(you, function));
    let starts = match &trigger {
        Ok(Found::Here(trigger)) => Some((trigger, now)),
        _ => None,
    };
    let made = |log: Option<&_>| backups.map(|all| backup::restorable(&all, by_job, log, starts));
    it.expects(BACKUP, log.and_then(|log| made(log.as_ref())));
    let trigger = it.finds(SCHEDULE, trigger)?;
    it.expects(ENABLED, schedule::enabled(&trigger));
    it.expects(NEXT_RUN, schedule::next_run(&trigger, now));
    it.expects(PERMISSION, trigger::may_invoke(aws, you, function, &trigger.by).await);
    Ok(())
}
