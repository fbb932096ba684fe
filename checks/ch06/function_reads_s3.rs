//! 6.5: the function reads the chapters from the data bucket.

use crate::judge::lambda::{code, data_access, function};
use crate::judge::web::articles;
use crate::verifier::prelude::*;

clauses! {
    FUNCTION = given::GET_CHAPTERS;
    READY = given::FUNCTION_IS_READY;
    HANDLER = given::FUNCTION_HAS_HANDLER;
    OBJECT: "its code reads an object from S3",
        or "Replace the fixed list by a GetObjectCommand, and choose Deploy.", at lambda::CONSOLE_CODE.of(book::GET_CHAPTERS);
    NAMES: "the object is chapters.json in the bucket {{ data_bucket }}",
        or "Write the bucket and the key as they are, in lower case.", at lambda::CONSOLE_CODE.of(book::GET_CHAPTERS);
    ANSWER = given::FUNCTION_ANSWERS;
    PAGE = given::API_ANSWERS;
}

pub const READS: Reads = &[lambda::FUNCTION.named(book::GET_CHAPTERS)];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let function = it.finds(FUNCTION, aws.function(you, book::GET_CHAPTERS.text).await)?;
    it.expects(READY, function::ready(&function));
    let page = Url::https(&you.names.api_domain).page(book::CHAPTERS_PATH);
    let (package, page) = join!(aws.package(&function), aws.visit(&page));
    let (bucket, key) = (&you.names.data_bucket, book::CHAPTERS_FILE.text);
    it.expects(HANDLER, package.judged(|package| code::handler(&function, package)));
    it.expects(OBJECT, package.judged(|package| data_access::reads_object(package)));
    it.expects(NAMES, package.judged(|package| data_access::names_object(package, bucket, key)));
    it.expects(ANSWER, package.judged(|package| code::answers(package)));
    it.sees(PAGE, &[READY, HANDLER, OBJECT, NAMES, ANSWER], page.map(|page| articles::answered(&page, &you.domain)));
    Ok(())
}
