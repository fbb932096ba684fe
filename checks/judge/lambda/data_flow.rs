//! What a function's code does that carries data on by the clock: the items that it takes, the file that it adds to, and the
//! parameters in which it keeps how far it is.

use super::code::{if_all_seen, if_certain, not_told, seen};
use super::data_access::{Named, PAGES, SCANS, all_of_table, is_page_of, judged, named};
use crate::documents::code::{Run, SentRequest, SentRequests};
use crate::documents::package::Package;
use crate::judgement::Judgement;

/// What takes a stretch of a table's items: of the AWS SDK for JavaScript, versions 3 and 2, and of the AWS SDK for Python.
const QUERIES: &[&str] = &["QueryCommand", "paginateQuery", ".query"];
/// What puts an object into a bucket.
const WRITES: &[&str] =
    &["PutObjectCommand", ".putObject", ".put_object", ".upload_file", ".upload_fileobj", ".upload", "Upload", ".put"];
/// What takes items as well, by words of its own.
const STATEMENTS: &[&str] = &["ExecuteStatementCommand", ".executeStatement", ".execute_statement"];
/// What reads an object.
const READS: &[&str] = &["GetObjectCommand", ".getObject", ".get_object", ".download_file", ".download_fileobj"];
/// What sets a parameter.
const SETS: &[&str] = &["PutParameterCommand", ".putParameter", ".put_parameter"];
/// What reads parameters, each beside the action that it needs.
const GETS: &[(&str, &[&str])] = &[
    ("ssm:GetParameters", &["GetParametersCommand", ".getParameters", ".get_parameters"]),
    ("ssm:GetParameter", &["GetParameterCommand", ".getParameter", ".get_parameter"]),
    (
        "ssm:GetParametersByPath",
        &[
            "GetParametersByPathCommand",
            "paginateGetParametersByPath",
            ".getParametersByPath",
            ".get_parameters_by_path",
        ],
    ),
];

/// How the code takes items from a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taking {
    /// A stretch of them, by their key.
    Query,
    /// All of them.
    Scan,
}

/// How the code takes items, as far as it is seen.
pub fn taking(package: &Package) -> Option<Taking> {
    let run = package.run();
    let is_there = |names: &[&str]| !run.requests(names).0.is_empty();
    let pages = run.requests(PAGES).0;
    match () {
        () if is_there(QUERIES) || pages.iter().any(|page| is_page_of(page, "query")) => Some(Taking::Query),
        () if is_there(SCANS) || pages.iter().any(|page| is_page_of(page, "scan")) => Some(Taking::Scan),
        () => None,
    }
}

/// The code takes items from a table.
pub fn takes_items(package: &Package) -> Judgement {
    const EXPECTED: &str = "a Query request, such as QueryCommand";
    let run = package.run();
    match taking(package) {
        Some(Taking::Query) => Judgement::holds("a query"),
        Some(Taking::Scan) => Judgement::holds("a scan").advising(
            "A scan reads every item of the table in each run, and all of them are paid for. A query reads the interval alone.",
        ),
        None if !run.requests(STATEMENTS).0.is_empty() => not_told("it asks the table in another language"),
        None => if_all_seen(package, &run, Judgement::fails(EXPECTED, "nothing that reads a table")),
    }
}

/// The table is `table`.
pub fn takes_from(package: &Package, table: &str) -> Judgement {
    let run = package.run();
    let mut requests = run.requests(QUERIES).0;
    requests.extend(run.requests(SCANS).0);
    let is_page = |page: &SentRequest<'_>| is_page_of(page, "query") || is_page_of(page, "scan");
    requests.extend(run.requests(PAGES).0.into_iter().filter(is_page));
    if requests.is_empty() {
        return Judgement::skips("the code is not seen to read a table");
    }
    if_certain(&run, all_of_table(&requests, table))
}

/// The code puts an object into a bucket, which is `key` in `bucket`.
pub fn writes_object(package: &Package, bucket: &str, key: &str) -> Judgement {
    let run = package.run();
    let requests = run.requests(WRITES);
    let nothing = Judgement::fails("a PutObject request, such as PutObjectCommand", "nothing that writes to S3");
    if let Some(judgement) = unsent(package, &run, (&requests, "a PutObject request"), nothing) {
        return judgement;
    }
    let names = |request: &SentRequest<'_>| match request.name {
        // Their places and their inputs are others.
        "upload_file" | "upload_fileobj" | "upload" | "Upload" | "put" => Named::Unsure,
        _ => {
            let bucket = named(&request.input("Bucket"), "a bucket", |name| name == bucket);
            bucket.and(named(&request.input("Key"), "an object", |name| name == key))
        }
    };
    let expected = format!("the bucket {bucket} and the key {key}");
    if_certain(&run, judged(requests.0.iter().map(names), &expected))
}

/// What is wrong if no such request is sent; `nothing` is the judgement of code that has none.
fn unsent(
    package: &Package,
    run: &Run<'_>,
    (requests, what): (&SentRequests<'_>, &str),
    nothing: Judgement,
) -> Option<Judgement> {
    match seen(package, run, &requests.0, what) {
        None => Some(if_all_seen(package, run, nothing)),
        Some(judgement) => Some(judgement).filter(|judgement| !judgement.does_hold()),
    }
}

/// Whether the code is seen to read an object.
pub fn reads_object(package: &Package) -> bool {
    !package.run().requests(READS).0.is_empty()
}

/// The actions by which the code reads parameters, as far as they are seen.
pub fn parameter_reads(package: &Package) -> Vec<&'static str> {
    let run = package.run();
    GETS.iter().filter(|(_, names)| !run.requests(names).0.is_empty()).map(|(action, _)| *action).collect()
}

/// The code reads parameters.
pub fn reads_parameters(package: &Package) -> Judgement {
    const EXPECTED: &str = "a request such as GetParametersCommand";
    let run = package.run();
    if let [first, ..] = parameter_reads(package)[..] {
        return Judgement::holds(first);
    }
    if package.code().texts().any(|text| text.contains("/systemsmanager/parameters/")) {
        return not_told("it asks an extension of Lambda for them");
    }
    if_all_seen(package, &run, Judgement::fails(EXPECTED, "nothing that reads parameters"))
}

/// The code sets the parameter of this name.
pub fn sets_parameter(package: &Package, name: &str) -> Judgement {
    let run = package.run();
    let requests = run.requests(SETS);
    let nothing =
        Judgement::fails("a PutParameter request, such as PutParameterCommand", "nothing that sets a parameter");
    if let Some(judgement) = unsent(package, &run, (&requests, "a PutParameter request"), nothing) {
        return judgement;
    }
    let names = requests.0.iter().map(|request| named(&request.input("Name"), "a parameter", |found| found == name));
    if_certain(&run, judged(names, &format!("the parameter {name}")))
}
