//! Where a function's code takes its data from: an object in a bucket, or a table.

use crate::documents::package::Package;
use crate::judgement::Judgement;
use crate::services::lambda::Variables;

use super::code::Code;

/// What reads an object: of the AWS SDK for JavaScript, versions 3 and 2, and of the AWS SDK for Python.
const READS_OBJECT: &[&str] =
    &["GetObjectCommand", ".getObject", ".get_object", ".download_fileobj", ".download_file", ".Object"];
/// What scans a table, of the same. Python's paginator has the operation as a text.
const SCANS: &[&str] = &["ScanCommand", ".scan", "paginateScan"];
/// What reads of a table in another way.
const OTHER_READS: &[&str] = &[
    "QueryCommand",
    "GetCommand",
    "GetItemCommand",
    ".query",
    ".get_item",
    "BatchGetCommand",
    "ExecuteStatementCommand",
];

/// The code reads an object from S3.
pub fn reads_object(package: &Package) -> Judgement {
    let code = Code::of(package);
    let expected = "a GetObject request, such as GetObjectCommand";
    match code.call_of(READS_OBJECT) {
        Some(_) => Judgement::holds("a GetObject request"),
        None if package.has_libraries() => Judgement::skips("the libraries in the package may do it"),
        None if code.texts().any(|text| text.starts_with("./") && text.ends_with(".json")) => {
            Judgement::fails(expected, "the list is read from a file of the package").advising(
                "What is in the package changes only with the next deployment. Fetch chapters.json from the bucket at \
                 each call.",
            )
        }
        None => Judgement::fails(expected, "nothing that reads from S3"),
    }
}

/// The object that the code reads is `key` in `bucket`, by what is written in the code or in its variables.
pub fn names_object(package: &Package, variables: &Variables, bucket: &str, key: &str) -> Judgement {
    let code = Code::of(package);
    if code.call_of(READS_OBJECT).is_none() {
        return Judgement::skips("the code reads no object");
    }
    let looks = [("Bucket", "a bucket", bucket), ("Key", "an object", key)];
    let judged = looks.map(|(member, what, wanted)| named(&code, variables, member, what, wanted));
    let expected = format!("the bucket {bucket} and the key {key}");
    match judged {
        [Named::Other(found), _] | [_, Named::Other(found)] => Judgement::fails(expected, found),
        [Named::Right, Named::Right] => Judgement::holds(expected),
        _ => Judgement::skips("the code puts the names together while it runs"),
    }
}

/// The code scans a table.
pub fn scans(package: &Package) -> Judgement {
    let code = Code::of(package);
    let expected = "a Scan request, such as ScanCommand";
    if scans_some(&code) {
        return Judgement::holds("a scan");
    }
    match package.has_libraries() {
        true => Judgement::skips("the libraries in the package may do it"),
        false => match code.call_of(OTHER_READS) {
            Some(other) => Judgement::fails(expected, format!("{} and no scan", other.trim_start_matches('.'))).advising(
                "A query and a get want the key of what they look for. All items of a table are read by a scan: send a \
                 ScanCommand, in Python table.scan().",
            ),
            None => Judgement::fails(expected, "nothing that reads from DynamoDB"),
        },
    }
}

fn scans_some(code: &Code<'_>) -> bool {
    code.call_of(SCANS).is_some() || code.mentions("get_paginator") && code.texts().any(|text| text == "scan")
}

/// The table that the code reads is `table`.
pub fn names_table(package: &Package, variables: &Variables, table: &str) -> Judgement {
    let code = Code::of(package);
    if !scans_some(&code) {
        return Judgement::skips("the code scans no table");
    }
    match named(&code, variables, "TableName", "a table", table) {
        Named::Right => Judgement::holds(format!("the table {table}")),
        Named::Other(found) => Judgement::fails(format!("the table {table}"), found),
        Named::Untold => Judgement::skips("the code puts the name together while it runs"),
    }
}

/// The code reads nothing from S3 any more.
pub fn reads_no_object(package: &Package) -> Judgement {
    match Code::of(package).call_of(READS_OBJECT) {
        Some(name) => {
            let name = name.trim_start_matches('.');
            Judgement::fails("nothing that reads from S3", format!("{name} is still there"))
        }
        None => Judgement::holds("nothing that reads from S3"),
    }
}

enum Named {
    Right,
    /// Another name, which is told; of a variable its own name only, since its value may be a secret.
    Other(String),
    Untold,
}

/// What a request's member names: a text, or an environment variable.
fn named(code: &Code<'_>, variables: &Variables, member: &str, what: &str, wanted: &str) -> Named {
    if code.texts().any(|text| text == wanted) {
        return Named::Right;
    }
    let used: Vec<&str> = variables.names().filter(|name| code.mentions(name)).collect();
    if used.iter().any(|name| variables.value(name) == Some(wanted)) {
        return Named::Right;
    }
    let other = code.values(member).find_map(|value| match value[0].name().filter(|_| value[0].text().is_none()) {
        Some(variable) => code.given(variable)?.first()?.text(),
        None => value[0].text(),
    });
    match other {
        Some(other) => Named::Other(format!("{what} named {other}")),
        None if used.len() == 1 => Named::Other(format!("{what} that the variable {} names", used[0])),
        None => Named::Untold,
    }
}
