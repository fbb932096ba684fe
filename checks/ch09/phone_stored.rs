//! 9.i2: the function of the account page keeps the phone number that it is sent, and the name as before.

use std::sync::Arc;

use crate::documents::address::Address;
use crate::documents::package::Package;
use crate::judge::lambda::{code, function, user_attributes, user_items};
use crate::judge::web::phone_field;
use crate::judge::web::script::told;
use crate::services::s3::web_page::WebPage;
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
    AGREES: "it takes the number under the name under which the account page sends it",
        or "Give the number one name: phone_number in the body of the page's request, and in what the code takes out of it.",
        at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
    NAME: "its code still changes the given name",
        or "Leave { Name: \"given_name\", Value: name } among the UserAttributes that the code sends, and choose Deploy.",
        at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
    ANSWER: "its code still answers with status code 200 and text as body",
        or "Return an object with statusCode 200, headers and a body of text, such as \"{}\".",
        at lambda::CONSOLE_CODE.of(book::PUT_ACCOUNT_INFO);
}

pub const READS: Reads = &[
    lambda::FUNCTION.named(book::PUT_ACCOUNT_INFO),
    s3::BUCKET.named(book::WEBSITE),
    s3::CONTENT.named(book::WEBSITE_OBJECTS).within(book::WEBSITE),
];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let (function, (_, page)) = join!(
        aws.function(you, book::PUT_ACCOUNT_INFO.text),
        aws.web_page_of(you, &you.names.website_bucket, book::INFO_PAGE),
    );
    let function = it.finds(FUNCTION, function)?;
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
    it.expects(AGREES, agrees(you, &package, page));
    it.expects(NAME, package.judged(|package| user_attributes::sends(package, book::NAME_OF_USER)));
    it.expects(ANSWER, package.judged(|package| code::answers(package)));
    Ok(())
}

/// Whether the function takes the number as the page sends it; that there is such a page is the matter of exercise 9.i1.
fn agrees(you: &Learner, package: &Read<Arc<Package>>, page: Read<Found<WebPage>>) -> Read<Judgement> {
    let package = package.as_ref().map_err(Clone::clone)?;
    let Found::Here(page) = page? else {
        return Ok(Judgement::skips("there is no account/info.html yet: exercise 9.i1 makes it"));
    };
    let wanted = Address::https(&you.names.api_domain, book::ACCOUNT_INFO_PATH);
    let run = package.run();
    let taken = run.taken_of_json();
    told(&page, |code| phone_field::is_taken_as_sent(code, &page, &wanted, &taken))
}

/// In whatever a number is named by that is kept in a place of the learner's own.
const NUMBER_WORD: &str = "phone";
