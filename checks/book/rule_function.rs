//! What lets the function that makes a file of the sign-ins do what its code does.

use futures_util::join;

use crate::aws::Aws;
use crate::aws::fault::Read;
use crate::book::{ANALYTICS_TABLE, RULE_ROLE, function_policy, rule_policy};
use crate::documents::package::Package;
use crate::documents::policy::Policy;
use crate::judge::iam::caller::{self, Caller};
use crate::judge::iam::permissions::Need;
use crate::judge::lambda::data_flow::{self, Taking};
use crate::judgement::{Found, Judgement};
use crate::learner::Learner;
use crate::services::iam::RolePermissions;
use crate::services::lambda::Function;

/// The role of the book, or any that lets the function write its log.
pub fn works_under(you: &Learner, function: &Function, role: &RolePermissions) -> Read<Judgement> {
    if role.role.is_none() {
        let found = format!("the role {}, which is not there", function.role_name());
        return Ok(Judgement::absent(RULE_ROLE, found));
    }
    let needs = rule_policy::writes_logs(you, Some(&function.log_group));
    let allowed = caller::role_allows(role, &function_policy::caller_as(you, function), &needs)?;
    let is_there = allowed.does_fail() && function.role_name() == RULE_ROLE;
    let allowed = if is_there { lacking(allowed, &needs[0]) } else { allowed };
    Ok(allowed.and(Judgement::holds(&function.role)))
}

/// A failure with advice that fits a role that has the policy of exercise 8.10 already.
fn lacking(judged: Judgement, need: &Need) -> Judgement {
    if !judged.does_fail() || judged.has_advice() || judged.is_absent() {
        return judged;
    }
    judged.advising(format!(
        "Add a statement that allows {} on {} to a policy of the function's role: that of exercise 8.10, if it is attached, lacks \
         it. Code that asks as the starter file does needs no more than that policy.",
        need.action, need.written
    ))
}

/// What the table and the bucket themselves say of who may use them.
pub struct Policies {
    table: Read<Found<Option<Policy>>>,
    bucket: Read<Found<Option<Policy>>>,
}

impl Policies {
    /// Reads both at once.
    pub async fn read(aws: &Aws, you: &Learner) -> Self {
        let bucket = async {
            match aws.bucket(you, &you.names.data_bucket).await? {
                Found::Here(bucket) => aws.bucket_policy(&bucket).await.map(Found::Here),
                Found::Missing(near) => Ok(Found::Missing(near)),
            }
        };
        let (table, bucket) = join!(aws.table_policy(you, ANALYTICS_TABLE.text), bucket);
        Self { table, bucket }
    }
}

/// Whether the function may do what its code is seen to do; what is not seen, the trial run shows.
pub fn allowed(
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
        format!("the table {} in {}", ANALYTICS_TABLE.text, you.region),
        "no table of that name (exercise 8.1)".into(),
    ];
    let table = lacking(caller::may_use(role, of.table?, &asks, &takes, table)?, &takes);
    let file = file_needs(you, package).into_iter().map(|need| {
        let bucket = [format!("the bucket {}", you.names.data_bucket), "no bucket of that name (exercise 6.1)".into()];
        caller::may_use(role, of.bucket.clone()?, &asks, &need, bucket).map(|judged| lacking(judged, &need))
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
        ways => {
            let need = Need { action: ways[0], ..rule_policy::moves_start(you) };
            lacking(rule_policy::reads_by(you, ways, &documents, allow)?, &need)
        }
    };
    let need = rule_policy::moves_start(you);
    let moves = rule_policy::with_one_slash(allow(std::slice::from_ref(&need))?, &documents);
    let moves = lacking(moves, &need);
    Ok(reads.and(moves))
}
