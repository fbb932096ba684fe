//! What a function's code keeps about users in a table, instead of in the user pool.

use super::code::not_told;
use crate::documents::package::Package;
use crate::judgement::Judgement;

/// What writes an item: of the AWS SDK for JavaScript, versions 3 and 2, and of the AWS SDK for Python.
const WRITES: &[&str] = &[
    "PutCommand",
    "PutItemCommand",
    "UpdateCommand",
    "UpdateItemCommand",
    ".putItem",
    ".updateItem",
    ".put_item",
    ".update_item",
];

/// That the code may keep something of this word in a table, which is not read any further; none if it writes no items, or
/// none where such a word is.
pub fn may_keep(package: &Package, word: &str) -> Option<Judgement> {
    let run = package.run();
    let writes = run.requests(WRITES).0.iter().any(|request| run.fate(request).is_sent());
    let is_named = package.code().texts().any(|text| text.to_ascii_lowercase().contains(word))
        || !run.under(|key| key.to_ascii_lowercase().contains(word)).is_empty();
    (writes && is_named).then(|| not_told("it keeps items in a table"))
}
