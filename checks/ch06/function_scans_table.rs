//! 6.8: the function reads the chapters from the table.

use crate::book::function_policy;
use crate::documents::package::Package;
use crate::judge::iam::caller;
use crate::judge::lambda::clients::Source;
use crate::judge::lambda::{clients, code, data_access, function};
use crate::judge::web::articles;
use crate::services::lambda::Function;
use crate::verifier::prelude::*;

clauses! {
    FUNCTION = given::GET_CHAPTERS;
    READY = given::FUNCTION_IS_READY;
    HANDLER = given::FUNCTION_HAS_HANDLER;
    SCAN: "its code scans a table of DynamoDB",
        or "Replace what reads the bucket by a ScanCommand, and deploy the code.", at lambda::CONSOLE_CODE.of(book::GET_CHAPTERS);
    TABLE: "the table is chapters",
        or "Write the table's name as it is: chapters, in lower case.", at lambda::CONSOLE_CODE.of(book::GET_CHAPTERS);
    ALLOWED: "the function may scan it: its role allows that, and the table's policy does not deny it",
        or "Let the role of the function scan arn:{{ partition }}:dynamodb:{{ region }}:{{ account }}:table/chapters (exercise 6.7).",
        at lambda::CONSOLE_PERMISSIONS.of(book::GET_CHAPTERS);
    NO_BUCKET: "its code no longer reads from S3",
        or "Take out the lines about S3: the function may lose the permission for them.", at lambda::CONSOLE_CODE.of(book::GET_CHAPTERS);
    ANSWER = given::FUNCTION_ANSWERS, or "Return an object with statusCode 200, headers and body: `body: JSON.stringify(Items)`.";
    PAGE = given::API_ANSWERS;
}

pub const READS: Reads = &[
    lambda::FUNCTION.named(book::GET_CHAPTERS),
    iam::ROLE_PERMISSIONS,
    dynamodb::TABLE_POLICY.named(book::CHAPTERS_TABLE),
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let function = it.finds(FUNCTION, aws.function(you, book::GET_CHAPTERS.text).await)?;
    it.expects(READY, function::ready(&function));
    let page = Url::https(&you.names.api_domain).page(book::CHAPTERS_PATH);
    let (package, page, allowed) = join!(aws.package(&function), aws.visit(&page), allowed(aws, you, &function));
    it.expects(HANDLER, package.judged(|package| code::handler(&function, package)));
    it.expects(SCAN, package.judged(|package| data_access::scans(package)));
    it.expects(TABLE, package.judged(|package| names_chapters(you, &function, package)));
    it.expects(ALLOWED, allowed);
    it.expects(NO_BUCKET, package.judged(|package| data_access::reads_no_object(package)));
    it.expects(ANSWER, package.judged(|package| code::answers(package)));
    let answering = [READY, HANDLER, SCAN, TABLE, ALLOWED, ANSWER];
    it.sees(PAGE, &answering, page.map(|page| articles::answered(&page, &you.domain)));
    Ok(())
}

/// Whether the code asks for the table of chapters, in the region where it is.
fn names_chapters(you: &Learner, function: &Function, package: &Package) -> Judgement {
    let elsewhere = clients::ask_elsewhere(package, function, Source::DynamoDb, &you.region);
    data_access::names_table(package, book::CHAPTERS_TABLE.text).but(elsewhere)
}

/// Whether the function gets what it asks the table for.
async fn allowed(aws: &Aws, you: &Learner, function: &Function) -> Read<Judgement> {
    let table = book::CHAPTERS_TABLE.text;
    let (permissions, policy) = join!(aws.role_permissions(you, function.role_name()), aws.table_policy(you, table));
    let (asks, need) = (function_policy::caller_as(you, function), function_policy::scans_table(you));
    let missing = [format!("the table {table} in {}", you.region), "no table of that name (exercise 6.6)".to_owned()];
    caller::may_use(&permissions?, policy?, &asks, &need, missing)
}
