//! What the function that makes a file of the sign-ins must be allowed, and all that it may.

use serde_json::json;

use crate::aws::fault::Read;
use crate::aws::reader::Name;
use crate::book::function_policy::{caller_named, data_bucket_arn, logs_ever_needed, writes_logs_of};
use crate::book::{ANALYTICS_TABLE, INTERVAL, NEXT_START, RULE_FUNCTION, SIGN_INS_FILE, analytics_policy};
use crate::documents::policy::{Effect, Permission, Policy, Statement};
use crate::judge::iam::caller::Caller;
use crate::judge::iam::permissions::{self, Need};
use crate::judgement::Judgement;
use crate::learner::Learner;
use crate::services::ssm::PARAMETER_ARN;

const FUNCTION: Name = RULE_FUNCTION;
const QUERY: &str = "dynamodb:Query";
const READ: &str = "s3:GetObject";
const WRITE: &str = "s3:PutObject";
const MOVE: &str = "ssm:PutParameter";
/// The ways to read parameters, each of which is authorized by itself. The last is asked about the folder and not about what
/// is in it (AWS Systems Manager User Guide, "Restricting access to Parameter Store parameters using IAM policies").
const WAYS: [&str; 3] = ["ssm:GetParameters", "ssm:GetParameter", "ssm:GetParametersByPath"];

/// The function, of which no more is known than its name.
pub fn caller(you: &Learner) -> Caller<'_> {
    caller_named(you, FUNCTION)
}

/// What reading the items of an interval needs.
pub fn queries_table(you: &Learner) -> Need {
    let table = analytics_policy::table_arn(you);
    Need { action: QUERY, resource: table.clone(), written: table }
}

/// What reading all items of the table needs, for code that does so.
pub fn scans_table(you: &Learner) -> Need {
    Need { action: "dynamodb:Scan", ..queries_table(you) }
}

/// What adding lines to the file needs.
pub fn changes_file(you: &Learner) -> [Need; 2] {
    let file = file_arn(you);
    [READ, WRITE].map(|action| Need { action, resource: file.clone(), written: file.clone() })
}

/// What moving the start on needs.
pub fn moves_start(you: &Learner) -> Need {
    let start = parameter_arn(you, NEXT_START);
    Need { action: MOVE, resource: start, written: folder_arn(you) }
}

/// What writing its logs needs; `group` is where they go, if the function names a log group.
pub fn writes_logs(you: &Learner, group: Option<&str>) -> [Need; 2] {
    writes_logs_of(you, FUNCTION, group)
}

/// Whether the policies let the function read both parameters, in whatever way; `allow` says whether they allow some needs.
/// Of several ways that they do not allow, the one that they are about tells what is wrong.
pub fn reads_parameters(
    you: &Learner,
    policies: &[&Policy],
    allow: impl Fn(&[Need]) -> Read<Judgement>,
) -> Read<Judgement> {
    reads_by(you, &WAYS, policies, allow)
}

/// The same of some of the ways.
pub fn reads_by(
    you: &Learner,
    ways: &[&'static str],
    policies: &[&Policy],
    allow: impl Fn(&[Need]) -> Read<Judgement>,
) -> Read<Judgement> {
    let mut judged: Vec<(&str, Read<Judgement>)> =
        ways.iter().flat_map(|way| needs_of(you, way)).map(|needs| (needs[0].action, allow(&needs))).collect();
    let holds = |(_, judged): &(&str, Read<Judgement>)| judged.as_ref().is_ok_and(Judgement::does_hold);
    let unsure = |(_, judged): &(&str, Read<Judgement>)| judged.is_err();
    let is_tried = |(way, _): &(&str, Read<Judgement>)| {
        let mut allows =
            policies.iter().flat_map(|policy| &policy.statements).filter(|one| one.effect == Effect::Allow);
        allows.any(|statement| statement.has_action(way))
    };
    let place = judged.iter().position(holds).or_else(|| judged.iter().position(unsure));
    let place = place.or_else(|| judged.iter().position(is_tried)).unwrap_or_default();
    let (_, judged) = judged.swap_remove(place);
    judged.map(|judgement| with_one_slash(judgement, policies))
}

/// What a way to read both parameters needs: of the folder, its name may end in a slash, as the request writes it.
fn needs_of(you: &Learner, way: &'static str) -> Vec<Vec<Need>> {
    let need = |resource| Need { action: way, resource, written: folder_arn(you) };
    match way {
        "ssm:GetParametersByPath" => {
            let folder = folder_arn(you);
            let folder = folder.trim_end_matches('*');
            vec![vec![need(folder.to_owned())], vec![need(folder.trim_end_matches('/').to_owned())]]
        }
        _ => vec![[NEXT_START, INTERVAL].map(|name| need(parameter_arn(you, name))).into()],
    }
}

/// A failure with the slip that comes of writing a name behind `parameter/`.
pub fn with_one_slash(judgement: Judgement, policies: &[&Policy]) -> Judgement {
    let mut resources = policies.iter().flat_map(|policy| &policy.statements).flat_map(Statement::resources);
    match judgement.does_fail() && resources.any(|resource| resource.contains(":parameter//")) {
        true => judgement.advising(
            "The name of the parameter begins with a slash, and that is the one behind the word parameter: write \
             :parameter/function-rule-analytics-auth-callback/*, with one slash and not with two.",
        ),
        false => judgement,
    }
}

/// Whether the policies allow all that the function needs.
pub fn is_allowed_by(policies: &[Policy], you: &Learner) -> bool {
    let policies: Vec<&Policy> = policies.iter().collect();
    let allow = |needs: &[Need]| permissions::allow(&policies, &caller(you), needs);
    let all = [allow(&needs(you, None)), reads_parameters(you, &policies, allow)];
    all.iter().all(|judged| judged.as_ref().is_ok_and(Judgement::does_hold))
}

/// All that the function needs, but for the ways to read parameters.
pub fn needs(you: &Learner, group: Option<&str>) -> Vec<Need> {
    let table = [queries_table(you)].into_iter();
    table.chain(changes_file(you)).chain([moves_start(you)]).chain(writes_logs(you, group)).collect()
}

/// What it needs at one time or another. Lambda makes the log group if it is not there.
pub fn ever_needed(you: &Learner, group: Option<&str>) -> Vec<Permission> {
    let (bucket, folder) = (data_bucket_arn(you), folder_arn(you));
    let rows = [
        (QUERY, analytics_policy::table_arn(you)),
        (READ, format!("{bucket}/*")),
        (WRITE, format!("{bucket}/*")),
        // With it, S3 says of an object that is not there that it is not there.
        ("s3:ListBucket", bucket),
        // For a file under a key of the account's own; which one, the bucket's encryption says.
        ("kms:Decrypt", "*".into()),
        ("kms:GenerateDataKey", "*".into()),
        (MOVE, folder.clone()),
        (WAYS[0], folder.clone()),
        (WAYS[1], folder.clone()),
        (WAYS[2], folder.clone()),
        (WAYS[2], folder.trim_end_matches("/*").to_owned()),
    ];
    let own = rows.into_iter().map(|(action, resource)| Permission { action: action.into(), resource });
    own.chain(logs_ever_needed(you, FUNCTION, group)).collect()
}

fn file_arn(you: &Learner) -> String {
    format!("{}/{}", data_bucket_arn(you), SIGN_INS_FILE.text)
}

fn parameter_arn(you: &Learner, name: &str) -> String {
    you.arn(PARAMETER_ARN, &you.region, name)
}

/// The ARN of everything in the folder of the parameters.
fn folder_arn(you: &Learner) -> String {
    let folder = NEXT_START.rsplit_once('/').map_or(NEXT_START, |(folder, _)| folder);
    parameter_arn(you, &format!("{folder}/*"))
}

/// A run of the function in a copy of the account, as the launcher of a practice account makes it; see
/// `src/practice/trials.py`. The event is what a schedule sends (Amazon EventBridge User Guide, "Schedule types").
pub fn trial(you: &Learner) -> String {
    let (kind, time) = analytics_policy::KEY;
    let trial = json!({
        "start": NEXT_START, "interval": INTERVAL, "table": ANALYTICS_TABLE.text,
        "item": { kind: { "S": analytics_policy::AUTH_CALLBACK } }, "time": time,
        "file": format!("/{}/{}", you.names.data_bucket, SIGN_INS_FILE.text),
        "event": {
            "version": "0", "detail-type": "Scheduled Event", "source": "aws.events", "account": you.account,
            "region": you.region, "resources": [], "detail": {},
        },
    });
    trial.to_string()
}
