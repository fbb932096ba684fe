//! Where a function's code takes its data from: an object in a bucket, or a table.

use super::code::{if_all_seen, if_certain, not_told, seen};
use crate::documents::code::{SentRequest, Value, ValueSet};
use crate::documents::package::Package;
use crate::judgement::Judgement;

/// What reads an object: of the AWS SDK for JavaScript, versions 3 and 2, and of the AWS SDK for Python.
const READS_OBJECT: &[&str] =
    &["GetObjectCommand", ".getObject", ".get_object", ".download_fileobj", ".download_file", ".Object"];
/// What scans a table, of the same.
pub(super) const SCANS: &[&str] = &["ScanCommand", ".scan", "paginateScan"];
/// Python's paginator has the operation as a text.
pub(super) const PAGES: &[&str] = &[".paginate"];
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
    let run = package.run();
    let expected = "a GetObject request, such as GetObjectCommand";
    let texts = || package.code().texts().chain(package.code().imports());
    if let Some(judgement) = seen(package, &run, &run.requests(READS_OBJECT).0, "a GetObject request") {
        return judgement;
    }
    if texts().any(|text| text.contains(".amazonaws.com") || text.starts_with("s3://")) {
        return not_told("an address of AWS's is in it, which it may ask in another way");
    }
    let judgement = if texts().any(|text| text.starts_with("./") && text.ends_with(".json")) {
        Judgement::fails(expected, "the list is read from a file of the package").advising(
            "What is in the package changes only with the next deployment. Fetch the object from the bucket at each call.",
        )
    } else {
        Judgement::fails(expected, "nothing that reads from S3")
    };
    if_all_seen(package, &run, judgement)
}

/// The object that the code reads is `key` in `bucket`, by what is written in the code or in its variables.
pub fn names_object(package: &Package, bucket: &str, key: &str) -> Judgement {
    let run = package.run();
    let requests = run.requests(READS_OBJECT);
    if requests.0.is_empty() {
        return Judgement::skips("the code reads no object");
    }
    let expected = format!("the bucket {bucket} and the key {key}");
    let named = |request: &SentRequest<'_>| {
        let (in_bucket, of_key) = object(request);
        let bucket = named(&in_bucket, "a bucket", |name| name == bucket);
        bucket.and(named(&of_key, "an object", |name| name == key))
    };
    if_certain(&run, judged(requests.0.iter().map(named), &expected))
}

/// The bucket and the key of a request.
fn object(request: &SentRequest<'_>) -> (ValueSet, ValueSet) {
    let at = |place| request.argument(place).unwrap_or_default();
    let of_bucket = request.sent_with().into_iter().find(|made| made.name == "Bucket");
    match (request.name, of_bucket) {
        // `Bucket("photos").Object("a.jpg")`, `Bucket("photos").download_file("a.jpg", …)`.
        ("Object" | "download_file" | "download_fileobj", Some(bucket)) => {
            (bucket.argument(0).unwrap_or_default(), at(0))
        }
        ("Object", None) => (at(0), at(1)),
        ("download_file" | "download_fileobj", None) if request.keyword("Key").is_none() => (at(0), at(1)),
        _ => (request.input("Bucket"), request.input("Key")),
    }
}

/// The code scans a table.
pub fn scans(package: &Package) -> Judgement {
    let run = package.run();
    let expected = "a Scan request, such as ScanCommand";
    let mut requests = run.requests(SCANS);
    requests.0.extend(run.requests(PAGES).0.into_iter().filter(|page| is_page_of(page, "scan")));
    if let Some(judgement) = seen(package, &run, &requests.0, "a scan") {
        return judgement;
    }
    let judgement = match run.requests(OTHER_READS).0.first() {
        Some(other) => Judgement::fails(expected, format!("{} and no scan", other.name)).advising(
            "A query and a get want the key of what they look for. All items of a table are read by a scan: send a \
             ScanCommand, in Python table.scan().",
        ),
        None => Judgement::fails(expected, "nothing that reads from DynamoDB"),
    };
    if_all_seen(package, &run, judgement)
}

/// Such as `client.get_paginator("scan").paginate(…)`.
pub(super) fn is_page_of(request: &SentRequest<'_>, operation: &str) -> bool {
    let is_it = |made: &SentRequest<'_>| {
        let named = made.argument(0).unwrap_or_default();
        made.name == "get_paginator" && named.texts().any(|text| text.value() == operation)
    };
    request.sent_with().iter().any(is_it)
}

/// The table that the code reads is `table`.
pub fn names_table(package: &Package, table: &str) -> Judgement {
    let run = package.run();
    let mut requests = run.requests(SCANS);
    requests.0.extend(run.requests(PAGES).0.into_iter().filter(|page| is_page_of(page, "scan")));
    if requests.0.is_empty() {
        return Judgement::skips("the code scans no table");
    }
    if_certain(&run, all_of_table(&requests.0, table))
}

/// The table that the requests name, by its name or its ARN, is `table`.
pub(super) fn all_of_table(requests: &[SentRequest<'_>], table: &str) -> Judgement {
    let is_table = |name: &str| name == table || name.strip_suffix(table).is_some_and(|arn| arn.ends_with(":table/"));
    let named = |request: &SentRequest<'_>| named(&scanned(request), "a table", is_table);
    judged(requests.iter().map(named), &format!("the table {table}"))
}

/// The table of a request: its own, or what `Table("photos")` was made for.
pub(super) fn scanned(request: &SentRequest<'_>) -> ValueSet {
    match request.sent_with().into_iter().find(|made| made.name == "Table") {
        Some(table) => table.keyword("name").or_else(|| table.argument(0)).unwrap_or_default(),
        None => request.input("TableName"),
    }
}

/// The code reads nothing from S3 any more.
pub fn reads_no_object(package: &Package) -> Judgement {
    let run = package.run();
    let requests = run.requests(READS_OBJECT).0;
    match (requests.iter().find(|request| request.runs), requests.first()) {
        (Some(request), _) => {
            Judgement::fails("nothing that reads from S3", format!("{} is still there", request.name))
        }
        (None, Some(request)) => not_told(&format!("{} is in a part of it that nothing calls", request.name)),
        (None, None) => Judgement::holds("nothing that reads from S3"),
    }
}

/// What a request names.
pub(super) enum Named {
    Right,
    /// Another name, which is shown; of a variable only its own name, since its value may be a secret.
    Other(String),
    Unsure,
}

impl Named {
    /// Both; another name of one is enough for another thing.
    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Named::Other(found), _) | (_, Named::Other(found)) => Named::Other(found),
            (Named::Right, Named::Right) => Named::Right,
            _ => Named::Unsure,
        }
    }
}

pub(super) fn named(values: &ValueSet, what: &str, is_wanted: impl Fn(&str) -> bool) -> Named {
    let is_right = |value: &Value| value.text().is_some_and(|text| text.is_whole() && is_wanted(text.value()));
    match values.texts().next() {
        None if values.all(|value| *value == Value::Constant("undefined")) => {
            Named::Other(format!("{what} that a variable names, which is not set"))
        }
        Some(_) if values.all(is_right) => Named::Right,
        Some(other) if values.are_certain() && !values.any(is_right) => Named::Other(match other.shown() {
            Ok(name) => format!("{what} named {name}"),
            Err(variables) => format!("{what} that the variable {} names", variables.join(" and ")),
        }),
        _ => Named::Unsure,
    }
}

/// Holds if one request names the right thing. Fails only if it is certain that all of them name another.
pub(super) fn judged(requests: impl Iterator<Item = Named>, expected: &str) -> Judgement {
    let (mut found, mut is_unsure) = (None, false);
    for named in requests {
        match named {
            Named::Right => return Judgement::holds(expected),
            Named::Other(other) => found = found.or(Some(other)),
            Named::Unsure => is_unsure = true,
        }
    }
    match found.filter(|_| !is_unsure) {
        Some(found) => Judgement::fails(expected, found),
        None => not_told("it puts the names together while it runs"),
    }
}
