//! How a function's code changes what a user pool knows of a user.

use super::code::{if_all_seen, if_certain, never_sent, not_told, seen};
use crate::documents::code::{Run, SentRequest, Value, ValueSet};
use crate::documents::package::Package;
use crate::judge::web::phone_field::NAMES_OF_NAME;
use crate::judgement::Judgement;

/// By the user's own token: of the AWS SDK for JavaScript, versions 3 and 2, and of the AWS SDK for Python.
const BY_TOKEN: &[&str] = &["UpdateUserAttributesCommand", ".updateUserAttributes", ".update_user_attributes"];
/// As an administrator, of the same.
const AS_ADMINISTRATOR: &[&str] =
    &["AdminUpdateUserAttributesCommand", ".adminUpdateUserAttributes", ".admin_update_user_attributes"];

/// The headers of the event have the token, with which everybody is the user until it has run out.
const TOKEN_IN_LOG: &str = "The code writes the event to its log, and the user's token is in it: whoever reads the log can act as the user for an hour. Log what you look for alone, such as the path or the status code.";

/// What lets the code change a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The access token of the user.
    ByToken,
    /// A permission of the function's role.
    AsAdministrator,
}

/// In which way the code changes users, as far as it is seen; a way that runs outweighs one that may not.
pub fn way(package: &Package) -> Option<Way> {
    let run = package.run();
    let ways = [(BY_TOKEN, Way::ByToken), (AS_ADMINISTRATOR, Way::AsAdministrator)];
    let found = ways.map(|(names, way)| (run.requests(names).0, way));
    let running = found.iter().find(|(requests, _)| requests.iter().any(|request| request.runs));
    running.or_else(|| found.iter().find(|(requests, _)| !requests.is_empty())).map(|(_, way)| *way)
}

/// Under which name the code is seen to take the given name out of the body; the page of exercise 7.18 may name it as it likes.
pub fn name_in_body(package: Option<&Package>) -> &'static str {
    let run = package.map(Package::run);
    let taken = run.as_ref().map(Run::taken_of_json).unwrap_or_default();
    NAMES_OF_NAME.into_iter().find(|name| taken.contains(name)).unwrap_or(NAMES_OF_NAME[0])
}

/// The code changes attributes of a user.
pub fn changes_user(package: &Package) -> Judgement {
    const EXPECTED: &str = "a request such as UpdateUserAttributesCommand";
    let run = package.run();
    let requests = requests(&run);
    let found = requests.iter().find(|request| request.runs).or(requests.first()).map_or("", |request| request.name);
    match seen(package, &run, &requests, found) {
        Some(judged) if judged.does_hold() && run.logs_event() => judged.advising(TOKEN_IN_LOG),
        Some(judged) => judged,
        None if asks_by_itself(package) => not_told("it may ask Cognito by an address of its own"),
        None => if_all_seen(package, &run, Judgement::fails(EXPECTED, "nothing that changes a user")),
    }
}

fn requests<'r>(run: &'r Run<'r>) -> Vec<SentRequest<'r>> {
    let mut requests = run.requests(BY_TOKEN).0;
    requests.extend(run.requests(AS_ADMINISTRATOR).0);
    requests
}

fn asks_by_itself(package: &Package) -> bool {
    package
        .code()
        .texts()
        .any(|text| text.contains("cognito-idp.") || text.contains("AWSCognitoIdentityProviderService"))
}

/// Among the attributes that the code changes is the one of this name.
pub fn names(package: &Package, attribute: &str) -> Judgement {
    let run = package.run();
    if way(package).is_none() {
        return Judgement::skips("the code is not seen to change a user");
    }
    let named: ValueSet = run.under(|key| key == "Name").into_iter().flatten().collect();
    let is_right = |value: &Value| value.text().is_some_and(|text| text.value() == attribute);
    let is_written = || package.code().texts().any(|text| text == attribute);
    if named.any(is_right) || is_written() {
        return Judgement::holds(attribute);
    }
    judged(&run, &named, attribute)
}

/// The code sends the attribute of this name. As [`names`], and a text elsewhere in the code does not do if all attributes
/// that it sends are seen.
pub fn sends(package: &Package, attribute: &str) -> Judgement {
    let run = package.run();
    if let Some(wrong) = never_sent(package, &run, &requests(&run)) {
        return wrong;
    }
    let named: ValueSet = run.under(|key| key == "Name").into_iter().flatten().collect();
    let is_right = |value: &Value| value.text().is_some_and(|text| text.value() == attribute);
    match way(package) {
        Some(_) if !named.is_empty() && named.are_certain() && !named.any(is_right) => judged(&run, &named, attribute),
        _ => names(package, attribute),
    }
}

fn judged(run: &Run<'_>, named: &ValueSet, attribute: &str) -> Judgement {
    let others: Vec<&str> = named.texts().filter_map(|text| text.shown().ok()).collect();
    if named.is_empty() || others.is_empty() || !named.are_certain() {
        return not_told("it puts the names of the attributes together while it runs");
    }
    if_certain(run, Judgement::fails(attribute, others.join(", ")))
}
