//! 8.12: a function that adds the sign-ins of an interval to a file, and moves on to the next.

use crate::book::{function_policy, rule_policy};
use crate::documents::package::Package;
use crate::judge::iam::caller::{self, Caller};
use crate::judge::iam::permissions::Need;
use crate::judge::lambda::clients::Source;
use crate::judge::lambda::data_flow::{self, Taking};
use crate::judge::lambda::{clients, code, function, trial};
use crate::services::iam::RolePermissions;
use crate::services::lambda::Function;
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
        or "Send a QueryCommand for the items of the interval, and choose Deploy.", at lambda::CONSOLE_CODE.of(book::RULE_FUNCTION);
    TABLE: "the table is analytics",
        or "Write the table's name as it is: analytics, in lower case.", at lambda::CONSOLE_CODE.of(book::RULE_FUNCTION);
    PARAMETERS: "its code reads its parameters",
        or "Send a GetParametersCommand with both names, and choose Deploy.", at lambda::CONSOLE_CODE.of(book::RULE_FUNCTION);
    MOVES: "its code moves the start of the next interval on",
        or "Send a PutParameterCommand for /function-rule-analytics-auth-callback/next-start-iso-timestamp at the end, with Overwrite, and choose Deploy.",
        at lambda::CONSOLE_CODE.of(book::RULE_FUNCTION);
    FILE: "its code writes analytics/auth-callback.csv into the bucket {{ data_bucket }}",
        or "Send a PutObjectCommand with that bucket and that key, and choose Deploy.", at lambda::CONSOLE_CODE.of(book::RULE_FUNCTION);
    ALLOWED: "it may do what its code does: its role allows that, and neither the table's policy nor the bucket's denies it",
        or "Attach the policy of exercise 8.10 to the role of the function.", at lambda::CONSOLE_PERMISSIONS.of(book::RULE_FUNCTION);
    TRIAL: "started after an interval with a sign-in, it adds a line to the file and moves on",
        or "Choose Test on the page Code, and read what it prints.", at lambda::CONSOLE_CODE.of(book::RULE_FUNCTION);
}

pub const READS: Reads = &[
    lambda::FUNCTION.named(book::RULE_FUNCTION),
    iam::ROLE_PERMISSIONS,
    dynamodb::TABLE_POLICY.named(book::ANALYTICS_TABLE),
    s3::BUCKET.named(book::DATA),
    s3::BUCKET_POLICY.named(book::DATA),
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
    it.expects(TAKES, package.judged(|package| data_flow::takes_items(package)));
    it.expects(
        TABLE,
        package.judged(|package| {
            data_flow::takes_from(package, book::ANALYTICS_TABLE.text).but(elsewhere(package, Source::DynamoDb))
        }),
    );
    it.expects(PARAMETERS, package.judged(|package| data_flow::reads_parameters(package)));
    it.expects(MOVES, package.judged(|package| data_flow::sets_parameter(package, book::NEXT_START)));
    it.expects(
        FILE,
        package.judged(|package| {
            data_flow::writes_object(package, &you.names.data_bucket, book::SIGN_INS_FILE.text)
                .but(elsewhere(package, Source::S3))
        }),
    );
    it.expects(ROLE, role.clone().and_then(|role| works_under(you, &function, &role)));
    let allowed = match (&package, role) {
        (Ok(package), Ok(role)) => allowed(you, &function, package, &role, policies),
        (Err(fault), _) => Err(fault.clone()),
        (_, Err(fault)) => Err(fault),
    };
    it.expects(ALLOWED, allowed);
    let judged = |answer| trial::not_here(&function).unwrap_or_else(|| trial::added_lines(&answer));
    let needed = [READY, HANDLER, TAKES, TABLE, PARAMETERS, MOVES, FILE, ALLOWED];
    it.sees(TRIAL, &needed, tried.map(judged));
    Ok(())
}

/// The role of the book, or any that lets the function write its log.
fn works_under(you: &Learner, function: &Function, role: &RolePermissions) -> Read<Judgement> {
    if role.role.is_none() {
        let found = format!("the role {}, which is not there", function.role_name());
        return Ok(Judgement::absent(book::RULE_ROLE, found));
    }
    let needs = rule_policy::writes_logs(you, Some(&function.log_group));
    let allowed = caller::role_allows(role, &function_policy::caller_as(you, function), &needs)?;
    Ok(allowed.and(Judgement::holds(&function.role)))
}

/// What the table and the bucket themselves say of who may use them.
struct Policies {
    table: Read<Found<Option<crate::documents::policy::Policy>>>,
    bucket: Read<Found<Option<crate::documents::policy::Policy>>>,
}

impl Policies {
    async fn read(aws: &Aws, you: &Learner) -> Self {
        let bucket = async {
            match aws.bucket(you, &you.names.data_bucket).await? {
                Found::Here(bucket) => aws.bucket_policy(&bucket).await.map(Found::Here),
                Found::Missing(near) => Ok(Found::Missing(near)),
            }
        };
        let (table, bucket) = join!(aws.table_policy(you, book::ANALYTICS_TABLE.text), bucket);
        Self { table, bucket }
    }
}

/// Whether the function may do what its code is seen to do; what is not seen, the trial run shows.
fn allowed(
    you: &Learner,
    function: &Function,
    package: &Package,
    role: &RolePermissions,
    of: Policies,
) -> Read<Judgement> {
    let asks = function_policy::caller_as(you, function);
    let takes = match data_flow::taking(package) {
        Some(Taking::Scan) => rule_policy::scans_table(you),
        _ => rule_policy::queries_table(you),
    };
    let table = [
        format!("the table {} in {}", book::ANALYTICS_TABLE.text, you.region),
        "no table of that name (exercise 8.1)".into(),
    ];
    let table = caller::may_use(role, of.table?, &asks, &takes, table)?;
    let file = file_needs(you, package).into_iter().map(|need| {
        let bucket = [format!("the bucket {}", you.names.data_bucket), "no bucket of that name (exercise 6.1)".into()];
        caller::may_use(role, of.bucket.clone()?, &asks, &need, bucket)
    });
    let file = file.collect::<Read<Vec<_>>>()?.into_iter().fold(table, Judgement::and);
    Ok(file.and(parameters(you, package, role, &asks)?))
}

fn file_needs(you: &Learner, package: &Package) -> Vec<Need> {
    let [read, write] = rule_policy::changes_file(you);
    let reads = data_flow::reads_object(package).then_some(read);
    reads.into_iter().chain([write]).collect()
}

/// The parameters, read in the ways of the code: each is authorized by itself.
fn parameters(you: &Learner, package: &Package, role: &RolePermissions, asks: &Caller<'_>) -> Read<Judgement> {
    let documents = role.documents();
    let allow = |needs: &[Need]| caller::role_allows(role, asks, needs);
    let reads = match &data_flow::parameter_reads(package)[..] {
        [] => rule_policy::reads_parameters(you, &documents, allow)?,
        ways => rule_policy::reads_by(you, ways, &documents, allow)?,
    };
    let moves = rule_policy::with_one_slash(allow(&[rule_policy::moves_start(you)])?, &documents);
    Ok(reads.and(moves))
}
