//! 9.i2: the function of the account page keeps the phone number that it is sent, and the name as before.

use crate::judge::lambda::{code, function, user_attributes, user_items};
use crate::verifier::prelude::*;

clauses! {
    FUNCTION = given::PUT_ACCOUNT_INFO;
    READY: "it is active, and its last change succeeded",
        or "Read the reason, and deploy the code once more.", at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
    HANDLER: "its code package has the handler",
        or "Give the file and what it exports the names that the handler has under Runtime settings.",
        at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
    NUMBER: "its code keeps a phone number",
        or "Add { Name: \"phone_number\", Value: number } to the UserAttributes that the code sends, and choose Deploy.",
        at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
    NAME: "its code still changes the given name",
        or "Leave { Name: \"given_name\", Value: name } among the UserAttributes that the code sends, and choose Deploy.",
        at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
    ANSWER: "its code still answers with status code 200 and text as body",
        or "Return an object with statusCode 200, headers and a body of text, such as \"{}\".",
        at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
}

pub const READS: Reads = &[lambda::FUNCTION.named(book::PUT_ACCOUNT_INFO)];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let function = it.finds(FUNCTION, aws.function(you, book::PUT_ACCOUNT_INFO.text).await)?;
    it.expects(READY, function::ready(&function));
    let package = aws.package(&function).await;
    it.expects(HANDLER, package.judged(|package| code::handler(&function, package)));
    it.expects(
        NUMBER,
        package.judged(|package| match user_items::may_keep(package, NUMBER_WORD) {
            Some(elsewhere) => elsewhere,
            None => user_attributes::sends(package, book::PHONE_OF_USER),
        }),
    );
    it.expects(NAME, package.judged(|package| user_attributes::sends(package, book::NAME_OF_USER)));
    it.expects(ANSWER, package.judged(|package| code::answers(package)));
    Ok(())
}

/// In whatever a number is named by that is kept in a place of the learner's own.
const NUMBER_WORD: &str = "phone";
