//! What the policy of the function must allow, exercise by exercise, and all that it may.

use crate::book::{CHAPTERS_FILE, CHAPTERS_TABLE, GET_CHAPTERS};
use crate::documents::policy::Permission;
use crate::judge::iam::permissions::Need;
use crate::learner::Learner;
use crate::services::dynamodb::TABLE_ARN;
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

const READ: &str = "s3:GetObject";
const SCAN: &str = "dynamodb:Scan";
const LOGS: [&str; 2] = ["logs:CreateLogStream", "logs:PutLogEvents"];

fn log_group_arn(you: &Learner) -> String {
    you.arn(LOG_GROUP_ARN, &you.region, &format!("/aws/lambda/{}", GET_CHAPTERS.text))
}

/// What reading the file of chapters needs.
pub fn reads_data(you: &Learner) -> Need {
    let bucket = data_bucket_arn(you);
    let resource = format!("{bucket}/{}", CHAPTERS_FILE.text);
    Need { action: READ, resource, written: format!("{bucket}/*") }
}

/// What writing the function's logs needs.
pub fn writes_logs(you: &Learner) -> [Need; 2] {
    let group = log_group_arn(you);
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
pub fn reads_data_and_writes_logs(you: &Learner) -> Vec<Need> {
    std::iter::once(reads_data(you)).chain(writes_logs(you)).collect()
}

/// What the function needs in chapter 6, at one time or another. Lambda makes the log group if it is not there.
pub fn ever_needed(you: &Learner) -> Vec<Permission> {
    let (bucket, group) = (data_bucket_arn(you), log_group_arn(you));
    let account = format!("arn:{}:logs:{}:{}:*", you.partition, you.region, you.account);
    let rows = [
        (READ, format!("{bucket}/*")),
        // With it, S3 says of an object that is not there that it is not there.
        ("s3:ListBucket", bucket.clone()),
        (SCAN, table_arn(you)),
        ("logs:CreateLogGroup", account),
        (LOGS[0], format!("{group}:*")),
        (LOGS[1], format!("{group}:*")),
        // These come of naming several things in one statement, and allow nothing.
        (READ, bucket.clone()),
        ("s3:ListBucket", format!("{bucket}/*")),
        (LOGS[0], group.clone()),
        (LOGS[1], group),
    ];
    rows.into_iter().map(|(action, resource)| Permission { action: action.into(), resource }).collect()
}
