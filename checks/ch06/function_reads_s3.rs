//! 6.5: the function reads the chapters from the data bucket.

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
    OBJECT: "its code reads an object from S3",
        or "Replace the fixed list by a GetObjectCommand, and deploy the code.", at lambda::CONSOLE_CODE.of(book::GET_CHAPTERS);
    NAMES: "the object is chapters.json in the bucket {{ data_bucket }}",
        or "Write the bucket and the key as they are, in lower case.", at lambda::CONSOLE_CODE.of(book::GET_CHAPTERS);
    ALLOWED: "the function may read it: its role allows that, and the bucket's policy does not deny it",
        or "Let the role of the function read arn:{{ partition }}:s3:::{{ data_bucket }}/* (exercises 6.2 to 6.4).",
        at lambda::CONSOLE_PERMISSIONS.of(book::GET_CHAPTERS);
    ANSWER = given::FUNCTION_ANSWERS;
    PAGE = given::API_ANSWERS;
}

pub const READS: Reads = &[
    lambda::FUNCTION.named(book::GET_CHAPTERS),
    iam::ROLE_PERMISSIONS,
    s3::BUCKET.named(book::DATA),
    s3::BUCKET_POLICY.named(book::DATA),
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let function = it.finds(FUNCTION, aws.function(you, book::GET_CHAPTERS.text).await)?;
    it.expects(READY, function::ready(&function));
    let page = Url::https(&you.names.api_domain).page(book::CHAPTERS_PATH);
    let (package, page, allowed) = join!(aws.package(&function), aws.visit(&page), allowed(aws, you, &function));
    it.expects(HANDLER, package.judged(|package| code::handler(&function, package)));
    it.expects(OBJECT, package.judged(|package| data_access::reads_object(package)));
    it.expects(NAMES, package.judged(|package| names_chapters(you, &function, package)));
    it.expects(ALLOWED, allowed);
    it.expects(ANSWER, package.judged(|package| code::answers(package)));
    let answering = [READY, HANDLER, OBJECT, NAMES, ALLOWED, ANSWER];
    it.sees(PAGE, &answering, page.map(|page| articles::answered(&page, &you.domain)));
    Ok(())
}

/// Whether the code asks for the file of chapters, in the bucket and region where it is.
fn names_chapters(you: &Learner, function: &Function, package: &Package) -> Judgement {
    let elsewhere = clients::ask_elsewhere(package, function, Source::S3, &you.region);
    data_access::names_object(package, &you.names.data_bucket, book::CHAPTERS_FILE.text).but(elsewhere)
}

/// Whether the function gets what it asks the bucket for.
async fn allowed(aws: &Aws, you: &Learner, function: &Function) -> Read<Judgement> {
    let policy = async {
        match aws.bucket(you, &you.names.data_bucket).await? {
            Found::Here(bucket) => aws.bucket_policy(&bucket).await.map(Found::Here),
            Found::Missing(near) => Ok(Found::Missing(near)),
        }
    };
    let (permissions, policy) = join!(aws.role_permissions(you, function.role_name()), policy);
    let (asks, need) = (function_policy::caller_as(you, function), function_policy::reads_data(you));
    let missing = [format!("the bucket {}", you.names.data_bucket), "no bucket of that name (exercise 6.1)".to_owned()];
    caller::may_use(&permissions?, policy?, &asks, &need, missing)
}
