//! What the policy of the function must allow, exercise by exercise, and all that it may.

use futures_util::join;

use crate::aws::Aws;
use crate::aws::fault::Read;
use crate::aws::reader::Name;
use crate::book::{CHAPTERS_FILE, CHAPTERS_TABLE, GET_CHAPTERS};
use crate::documents::policy::{Permission, Policy};
use crate::judge::iam::caller::Caller;
use crate::judge::iam::permissions::{self, Need};
use crate::judgement::Judgement;
use crate::learner::Learner;
use crate::services::dynamodb::TABLE_ARN;
use crate::services::iam::{CustomerPolicy, FunctionPolicy, ROLE_ARN, RolePolicy};
use crate::services::lambda::{FUNCTION_ARN, Function};
use crate::services::logs::LOG_GROUP_ARN;
use crate::services::s3::BUCKET_ARN;

/// The ARN of the bucket of the data.
pub fn data_bucket_arn(you: &Learner) -> String {
    you.arn(BUCKET_ARN, "", &you.names.data_bucket)
}

/// The ARN of the table of chapters.
pub fn table_arn(you: &Learner) -> String {
    you.arn(TABLE_ARN, &you.region, CHAPTERS_TABLE.text)
}

/// The function, of which no more is known than its name and, perhaps, its role and network.
pub fn caller(you: &Learner) -> Caller<'_> {
    caller_named(you, GET_CHAPTERS)
}

/// A function of the book, of which no more is known than its name.
pub fn caller_named(you: &Learner, function: Name) -> Caller<'_> {
    Caller { you, function: Some(function_arn(you, function)), role: None, is_in_vpc: None, item: None }
}

/// The ARN of a function of the book.
pub fn function_arn(you: &Learner, function: Name) -> String {
    you.arn(FUNCTION_ARN, &you.region, function.text)
}

/// The ARN of a role of the book that has no path.
pub fn role_arn(you: &Learner, role: &str) -> String {
    you.arn(ROLE_ARN, "", role)
}

/// The function as it is set.
pub fn caller_as<'a>(you: &'a Learner, function: &Function) -> Caller<'a> {
    Caller {
        role: Some(function.role.clone()),
        is_in_vpc: Some(function.vpc.is_some()),
        function: Some(function.arn.clone()),
        ..caller(you)
    }
}

const READ: &str = "s3:GetObject";
const SCAN: &str = "dynamodb:Scan";
const LOGS: [&str; 2] = ["logs:CreateLogStream", "logs:PutLogEvents"];

/// The log group that Lambda writes to unless the function names another.
fn log_group_of(function: Name) -> String {
    format!("/aws/lambda/{}", function.text)
}

fn log_group_arn(you: &Learner, group: &str) -> String {
    you.arn(LOG_GROUP_ARN, &you.region, group)
}

/// What reading the file of chapters needs.
pub fn reads_data(you: &Learner) -> Need {
    let bucket = data_bucket_arn(you);
    let resource = format!("{bucket}/{}", CHAPTERS_FILE.text);
    Need { action: READ, resource, written: format!("{bucket}/*") }
}

/// What writing the function's logs needs; `group` is where they go, if the function names a log group.
pub fn writes_logs(you: &Learner, group: Option<&str>) -> [Need; 2] {
    writes_logs_of(you, GET_CHAPTERS, group)
}

/// What writing the logs of a function needs; `group` is where they go, if the function names a log group.
pub fn writes_logs_of(you: &Learner, function: Name, group: Option<&str>) -> [Need; 2] {
    let group = log_group_arn(you, group.unwrap_or(&log_group_of(function)));
    LOGS.map(|action| Need {
        action,
        resource: format!("{group}:log-stream:2026/01/01/[$LATEST]0"),
        written: format!("{group}:*"),
    })
}

/// What scanning the table of chapters needs.
pub fn scans_table(you: &Learner) -> Need {
    let table = table_arn(you);
    Need { action: SCAN, resource: table.clone(), written: table }
}

/// All that the function needs once it reads from the bucket.
pub fn reads_data_and_writes_logs(you: &Learner, group: Option<&str>) -> Vec<Need> {
    std::iter::once(reads_data(you)).chain(writes_logs(you, group)).collect()
}

/// All that the function asks for in chapter 6, at one time or another.
pub fn needs_of_chapter(you: &Learner) -> Vec<Need> {
    reads_data_and_writes_logs(you, None).into_iter().chain([scans_table(you)]).collect()
}

/// What the function needs in chapter 6, at one time or another. Lambda makes the log group if it is not there.
pub fn ever_needed(you: &Learner, group: Option<&str>) -> Vec<Permission> {
    let bucket = data_bucket_arn(you);
    let rows = [
        (READ, format!("{bucket}/*")),
        // With it, S3 says of an object that is not there that it is not there.
        ("s3:ListBucket", bucket.clone()),
        (SCAN, table_arn(you)),
        // For data under a key of the account's own; which one, the data's encryption says.
        ("kms:Decrypt", "*".into()),
        // These come of naming several things in one statement, and allow nothing.
        (READ, bucket.clone()),
        ("s3:ListBucket", format!("{bucket}/*")),
    ];
    let own = rows.into_iter().map(|(action, resource)| Permission { action: action.into(), resource });
    own.chain(logs_ever_needed(you, GET_CHAPTERS, group)).collect()
}

/// All that writing the logs of a function may need, and what comes of naming the group without what is in it.
pub fn logs_ever_needed(you: &Learner, function: Name, group: Option<&str>) -> [Permission; 5] {
    let group = log_group_arn(you, group.unwrap_or(&log_group_of(function)));
    let account = format!("arn:{}:logs:{}:{}:*", you.partition, you.region, you.account);
    let rows = [
        ("logs:CreateLogGroup", account),
        (LOGS[0], format!("{group}:*")),
        (LOGS[1], format!("{group}:*")),
        (LOGS[0], group.clone()),
        (LOGS[1], group),
    ];
    rows.map(|(action, resource)| Permission { action: action.into(), resource })
}

/// The policy of the function as it is in force, and the log group that the function writes to.
pub struct InForce<'a> {
    you: &'a Learner,
    function: Name,
    policy: &'a FunctionPolicy,
    documents: Read<Vec<Policy>>,
    log_group: Read<Option<String>>,
}

impl<'a> InForce<'a> {
    /// Reads both at once.
    pub async fn of(aws: &Aws, you: &'a Learner, policy: &'a FunctionPolicy) -> Self {
        Self::of_function(aws, you, GET_CHAPTERS, policy).await
    }

    /// The same of another function.
    pub async fn of_function(aws: &Aws, you: &'a Learner, function: Name, policy: &'a FunctionPolicy) -> Self {
        let (documents, log_group) = join!(aws.documents_of(you, policy), aws.log_group_in_use(you, function.text));
        Self { you, function, policy, documents, log_group }
    }

    /// The log group that the function names, as far as it is known.
    pub fn log_group(&self) -> Option<&str> {
        self.log_group.as_ref().ok().and_then(Option::as_deref)
    }

    /// What is in force.
    pub fn documents(&self) -> Read<Vec<&Policy>> {
        self.documents.as_ref().map(|all| all.iter().collect()).map_err(Clone::clone)
    }

    /// Whether the function is allowed all that it needs.
    pub fn allows(&self, needs: &[Need]) -> Read<Judgement> {
        permissions::allow(&self.documents()?, &caller_named(self.you, self.function), needs)
    }

    /// Whether the function may write its logs, wherever they go: by the policy, or by another of a role that has it.
    pub async fn writes_logs(&self, aws: &Aws) -> Read<Judgement> {
        let group = self.log_group.as_ref().map_err(Clone::clone)?;
        let needs = writes_logs_of(self.you, self.function, group.as_deref());
        let by_policy = self.allows(&needs)?;
        match self.policy {
            FunctionPolicy::Managed(policy) if by_policy.does_fail() => {
                Ok(self.allowed_by_role(aws, policy, &needs).await?.unwrap_or(by_policy))
            }
            _ => Ok(by_policy),
        }
    }

    /// That all policies together of a role that has this one allow what is needed. A role that cannot be read may.
    async fn allowed_by_role(&self, aws: &Aws, policy: &CustomerPolicy, needs: &[Need]) -> Read<Option<Judgement>> {
        let caller = caller_named(self.you, self.function);
        let mut unread = None;
        for (role, policies) in aws.roles_with(self.you, policy).await? {
            let allows = |policies: Vec<RolePolicy>| {
                let documents: Vec<&Policy> = policies.iter().map(|policy| &policy.document).collect();
                permissions::allow(&documents, &caller, needs)
            };
            match policies.and_then(allows) {
                Ok(judged) if judged.does_hold() => {
                    let found = format!("another policy of the role {role}, which has this one, allows it");
                    return Ok(Some(Judgement::holds(found)));
                }
                Ok(_) => {}
                Err(fault) => unread = unread.or(Some(fault)),
            }
        }
        unread.map_or(Ok(None), Err)
    }

    /// What `narrow` says of the policy, with what the function never needs as advice.
    pub fn no_more_than_needed(&self, narrow: impl Fn(&[&Policy]) -> Judgement) -> Read<Judgement> {
        self.no_more_than(&ever_needed(self.you, self.log_group()), narrow)
    }

    /// What `narrow` says of the policy, with what is beyond all that is ever `needed` as advice.
    pub fn no_more_than(&self, needed: &[Permission], narrow: impl Fn(&[&Policy]) -> Judgement) -> Read<Judgement> {
        let all = self.documents()?;
        Ok(permissions::no_more_than_needed(narrow(&all), &all, needed))
    }
}
