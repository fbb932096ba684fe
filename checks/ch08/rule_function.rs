//! 8.12: a function that adds the sign-ins of an interval to a file, and moves on to the next.

use crate::book::rule_function::{self, Policies};
use crate::book::rule_policy;
use crate::documents::package::Package;
use crate::judge::lambda::clients::Source;
use crate::judge::lambda::{clients, code, data_flow, function, trial};
use crate::judge::schedule::written;
use crate::verifier::prelude::*;

clauses! {
    FUNCTION = given::RULE_FUNCTION, or "Create it in Lambda in {{ region }}: Author from scratch, under the name rule-analytics-auth-callback.";
    RUNTIME: "it runs on a Node.js or Python that AWS supports",
        or "Edit the runtime settings on the page Code: choose the newest Node.js.", at lambda::CONSOLE_CODE.of(book::RULE_FUNCTION);
    READY: "it is active, and its last change succeeded",
        or "Read the reason, and deploy the code once more.", at lambda::CONSOLE_CODE.of(book::RULE_FUNCTION);
    ROLE: "it works under the role function-rule-analytics-auth-callback, or one that also lets it write its log",
        or "Open the function: Configuration, Permissions, Edit, Use an existing role, function-rule-analytics-auth-callback.",
        at lambda::CONSOLE_PERMISSIONS.of(book::RULE_FUNCTION);
    HANDLER: "its code package has the handler",
        or "Give the file and what it exports the names that the handler has under Runtime settings.",
        at lambda::CONSOLE_CODE.of(book::RULE_FUNCTION);
    TAKES: "its code queries a table",
        or "Send a QueryCommand for the items of the interval, and deploy the code.", at lambda::CONSOLE_CODE.of(book::RULE_FUNCTION);
    TABLE: "the table is analytics",
        or "Write the table's name as it is: analytics, in lower case.", at lambda::CONSOLE_CODE.of(book::RULE_FUNCTION);
    PARAMETERS: "its code reads its parameters",
        or "Send a GetParametersCommand with both names, and deploy the code.", at lambda::CONSOLE_CODE.of(book::RULE_FUNCTION);
    MOVES: "its code moves the start of the next interval on",
        or "Send a PutParameterCommand for /function-rule-analytics-auth-callback/next-start-iso-timestamp at the end, with Overwrite, and deploy the code.",
        at lambda::CONSOLE_CODE.of(book::RULE_FUNCTION);
    FILE: "its code writes analytics/auth-callback.csv into the bucket {{ data_bucket }}",
        or "Send a PutObjectCommand with that bucket and that key, and deploy the code.", at lambda::CONSOLE_CODE.of(book::RULE_FUNCTION);
    ALLOWED: "it may do what its code does: its role allows that, and neither the table's policy nor the bucket's denies it",
        or "Attach the policy of exercise 8.10 to the role of the function.", at lambda::CONSOLE_PERMISSIONS.of(book::RULE_FUNCTION);
    TRIAL: "started after an interval with a sign-in, it adds a line to the file and moves on",
        or "Mend the code at the place where it fails, and deploy it again.", at lambda::CONSOLE_CODE.of(book::RULE_FUNCTION);
}

pub const READS: Reads = &[
    lambda::FUNCTION.named(book::RULE_FUNCTION),
    iam::ROLE_PERMISSIONS,
    dynamodb::TABLE_POLICY.named(book::ANALYTICS_TABLE),
    s3::BUCKET.named(book::DATA),
    s3::BUCKET_POLICY.named(book::DATA),
    s3::CONTENT.named(book::SIGN_INS_FILE).within(book::DATA),
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let function = it.finds(FUNCTION, aws.function(you, book::RULE_FUNCTION.text).await)?;
    it.expects(RUNTIME, function::supported_runtime(&function));
    it.expects(READY, function::ready(&function));
    let (package, tried, (role, policies)) =
        join!(aws.package(&function), aws.try_run(&function, rule_policy::trial(you)), async {
            join!(aws.role_permissions(you, function.role_name()), Policies::read(aws, you))
        });
    it.expects(HANDLER, package.judged(|package| code::handler(&function, package)));
    let elsewhere = |package: &Package, source| clients::ask_elsewhere(package, &function, source, &you.region);
    let takes = package.judged(|package| data_flow::takes_items(package));
    it.expects(
        TABLE,
        package.judged(|package| {
            data_flow::takes_from(package, book::ANALYTICS_TABLE.text).but(elsewhere(package, Source::DynamoDb))
        }),
    );
    let reads = package.judged(|package| data_flow::reads_parameters(package));
    let moves = package.judged(|package| data_flow::sets_parameter(package, book::NEXT_START));
    let writes = package.judged(|package| {
        data_flow::writes_object(package, &you.names.data_bucket, book::SIGN_INS_FILE.text)
            .but(elsewhere(package, Source::S3))
    });
    let is_told = [&takes, &reads, &moves, &writes].into_iter().any(tells);
    let of_code = [(TAKES, takes), (PARAMETERS, reads), (MOVES, moves), (FILE, writes)];
    of_code.into_iter().for_each(|(clause, judged)| it.expects(clause, judged));
    it.expects(ROLE, role.clone().and_then(|role| rule_function::works_under(you, &function, &role)));
    let allowed = match (&package, role) {
        (Ok(package), Ok(role)) => rule_function::allowed(you, &function, package, &role, policies),
        (Err(fault), _) => Err(fault.clone()),
        (_, Err(fault)) => Err(fault),
    };
    it.expects(ALLOWED, allowed);
    let judged = |answer| trial::not_here(&function).unwrap_or_else(|| trial::added_lines(&answer));
    let needed = [READY, HANDLER, TAKES, TABLE, PARAMETERS, MOVES, FILE, ALLOWED];
    let tried = match tried {
        Err(fault) if fault.why_nowhere().is_some() && !is_told => left_lines(aws, you).await,
        tried => tried.map(judged),
    };
    it.sees(TRIAL, &needed, tried);
    Ok(())
}

/// Whether the code tells the clause, or why it cannot be read.
fn tells(judged: &Read<Judgement>) -> bool {
    judged.as_ref().map_or(true, |judged| judged.does_hold() || judged.does_fail())
}

/// What shows that the function does its work, if neither its code nor a trial does: lines in its file.
async fn left_lines(aws: &Aws, you: &Learner) -> Read<Judgement> {
    let key = book::SIGN_INS_FILE.text;
    let file = aws.content_in(aws.bucket(you, &you.names.data_bucket).await, key).await?;
    written::lines_of(&file).ok_or_else(|| {
        Fault::not_read(format!(
            "what code does that puts its requests together while it runs, and that has left no line in {key} so far,"
        ))
    })
}
