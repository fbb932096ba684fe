//! What a function's code does that carries data on by the clock: the items that it takes, the file that it adds to, and the
//! parameters in which it keeps how far it is.

use super::code::{if_all_seen, if_certain, not_told, seen};
use super::data_access::{Named, PAGES, SCANS, all_of_table, is_page_of, judged, named};
use crate::documents::code::{Clock, Run, SentRequest, SentRequests, Taken, Value};
use crate::documents::package::Package;
use crate::judgement::Judgement;

/// What takes a stretch of a table's items: of the AWS SDK for JavaScript, versions 3 and 2, and of the AWS SDK for Python.
const QUERIES: &[&str] = &["QueryCommand", "paginateQuery", ".query"];
/// What puts an object into a bucket.
const WRITES: &[&str] =
    &["PutObjectCommand", ".putObject", ".put_object", ".upload_file", ".upload_fileobj", ".upload", "Upload", ".put"];
/// What says which items a query takes.
const CONDITIONS: [&str; 2] = ["KeyConditionExpression", "KeyConditions"];
const EXPRESSIONS: [&str; 3] = [CONDITIONS[0], "FilterExpression", "ProjectionExpression"];
/// Where DynamoDB's answer goes on.
const MORE: &str = "LastEvaluatedKey";
/// What takes items as well, by words of its own.
const STATEMENTS: &[&str] = &["ExecuteStatementCommand", ".executeStatement", ".execute_statement"];
/// What reads an object.
const READS: &[&str] = &["GetObjectCommand", ".getObject", ".get_object", ".download_file", ".download_fileobj"];
/// What takes over what an object has, in other ways.
const OTHER_READS_OF_OBJECTS: &[&str] = &[
    ".Object",
    ".get",
    "CopyObjectCommand",
    ".copyObject",
    ".copy_object",
    "UploadPartCopyCommand",
    ".uploadPartCopy",
    ".upload_part_copy",
    "SelectObjectContentCommand",
    ".select_object_content",
];
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
        Some(Taking::Query) => if_certain(&run, query(package, &run)),
        Some(Taking::Scan) => Judgement::holds("a scan").advising(
            "A scan reads every item of the table in each run, and all of them are paid for. A query reads the interval alone.",
        ),
        None if !run.requests(STATEMENTS).0.is_empty() => not_told("it asks the table in another language"),
        None => if_all_seen(package, &run, Judgement::fails(EXPECTED, "nothing that reads a table")),
    }
}

/// The query is one that DynamoDB answers, whatever is in the table.
fn query(package: &Package, run: &Run<'_>) -> Judgement {
    let requests = run.requests(QUERIES).0;
    if let Some(judgement) = undeclared(&requests) {
        return judgement;
    }
    let conditions = |request: &SentRequest<'_>| CONDITIONS.map(|name| request.input(name));
    let is_without = |request: &SentRequest<'_>| conditions(request).iter().all(|values| values.all(Value::is_nothing));
    if !requests.is_empty() && requests.iter().all(is_without) {
        return Judgement::fails("a query with KeyConditionExpression", "a query that says nothing of the key").advising(
            "DynamoDB refuses it. Ask for the dataType, and for the stretch of time: dataType = :kind AND #at BETWEEN :from AND :to.",
        );
    }
    let has_reserved = |request: &SentRequest<'_>| {
        EXPRESSIONS.iter().any(|name| {
            let values = request.input(name);
            values.are_certain()
                && values.texts().next().is_some()
                && values.texts().all(|text| is_reserved(text.value()))
        })
    };
    if !requests.is_empty() && requests.iter().all(has_reserved) {
        return Judgement::fails("a name such as #at for timestamp", "timestamp in an expression").advising(
            "DynamoDB keeps that word for itself, and refuses the query: write #at instead, and ExpressionAttributeNames: { \
             \"#at\": \"timestamp\" }.",
        );
    }
    let goes_on = package.code().names_member(MORE) || package.code().texts().any(|text| text.contains(MORE));
    match !requests.is_empty() && requests.iter().all(|request| !request.name.starts_with("paginate")) && !goes_on {
        true => Judgement::holds("a query").advising(
            "DynamoDB answers with up to 1 MB at a time, and with LastEvaluatedKey if there is more: go on from there, or use \
             paginateQuery. Without it, sign-ins are lost once there are many.",
        ),
        false => Judgement::holds("a query"),
    }
}

/// Whether a word that DynamoDB keeps for itself stands in an expression (Amazon DynamoDB Developer Guide, "Reserved words").
fn is_reserved(expression: &str) -> bool {
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '#' | ':' | '.');
    expression.split(|c: char| !is_of_name(c)).any(|word| word.eq_ignore_ascii_case("timestamp"))
}

/// A request whose name nothing in the code has: the run ends there.
fn undeclared(requests: &[SentRequest<'_>]) -> Option<Judgement> {
    let is_nowhere = |request: &&SentRequest<'_>| request.runs && request.is_undeclared();
    let missing = requests.iter().find(is_nowhere)?;
    Some(
        Judgement::fails(format!("an import of {}", missing.name), "none, so that each run ends with a ReferenceError")
            .advising(format!(
                "Write {} into the import of the module that has it, at the top of the file.",
                missing.name
            )),
    )
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
    let judged = judged(requests.0.iter().map(names), &expected);
    if_certain(&run, judged.but(undeclared(&requests.0)).but(loses_lines(package, &run)))
}

/// Why each run leaves its own lines alone in the file: it takes a stretch of the items, and never looks what the file has.
fn loses_lines(package: &Package, run: &Run<'_>) -> Option<Judgement> {
    let queries = run.requests(QUERIES).0;
    let is_of_stretch = |request: &SentRequest<'_>| {
        let condition = request.input(CONDITIONS[0]);
        condition.are_certain()
            && condition.texts().next().is_some()
            && condition.texts().all(|text| text.value().to_ascii_uppercase().contains(" AND "))
    };
    let reads = OTHER_READS_OF_OBJECTS.iter().chain(READS).copied().collect::<Vec<_>>();
    let may_read = !run.requests(&reads).0.is_empty()
        || package.has_libraries()
        || run.hides().is_some()
        || package.code().texts().any(|text| text.contains(".amazonaws.com") || text.starts_with("s3://"));
    if may_read || queries.is_empty() || !queries.iter().all(is_of_stretch) {
        return None;
    }
    Some(Judgement::fails("code that reads the file before it writes it", "code that never reads the file").advising(
        "PutObject replaces the whole file, so that each run leaves its own lines alone. Read what is in it first \
             (GetObjectCommand), and write the old lines and the new ones.",
    ))
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
        let names: Vec<&str> = GETS.iter().flat_map(|(_, names)| *names).copied().collect();
        return if_certain(&run, Judgement::holds(first).but(undeclared(&run.requests(&names).0)));
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
    let judged = judged(names, &format!("the parameter {name}"));
    let passes_over = passes_over(package, &run, &requests);
    if_certain(&run, judged.but(undeclared(&requests.0)).but(only_creates(&requests)).but(passes_over))
}

/// What is wrong with a start of the next interval that is the time of the run: what the query leaves to the next run is before it.
/// Where the query may have asked for all that was there, it is said alone.
fn passes_over(package: &Package, run: &Run<'_>, requests: &SentRequests<'_>) -> Option<Judgement> {
    let clocks: Vec<Clock> = requests.0.iter().map(|request| run.clock(&request.input("Value"))).collect();
    if clocks.is_empty() || clocks.contains(&Clock::Other) {
        return None;
    }
    let ends = |request: &SentRequest<'_>| {
        let condition = request.input(CONDITIONS[0]);
        let are_told = condition.are_certain() && condition.texts().next().is_some();
        are_told && condition.texts().all(|text| has_end(text.value()))
    };
    let queries = run.requests(QUERIES).0;
    let is_certain = !queries.is_empty()
        && queries.iter().all(ends)
        && clocks.iter().all(|clock| *clock == Clock::Alone)
        && package.code().takes("time") == Taken::Never
        && !package.has_libraries();
    Some(match is_certain {
        true => Judgement::fails("the end of the interval that was read", "the time of the run").advising(PASSES_OVER),
        false => Judgement::holds("the time of the run").advising(PASSES_OVER),
    })
}

/// Whether a condition names a time up to which it takes items.
fn has_end(condition: &str) -> bool {
    condition.contains('<') || condition.to_ascii_uppercase().contains("BETWEEN")
}

const PASSES_OVER: &str = "Whoever signs in after the interval that was read, and before the run, is in no line: the next run begins \
    later. Set the parameter to the end of the interval: the start that was read, and the interval added to it.";

/// Why Parameter Store refuses each request: the parameter is there already (AWS Systems Manager API Reference,
/// "PutParameter").
fn only_creates(requests: &SentRequests<'_>) -> Option<Judgement> {
    let is_off = |value: &Value| value.is_nothing() || *value == Value::Constant("false");
    requests.0.iter().all(|request| request.input("Overwrite").all(is_off)).then(|| {
        Judgement::fails("a PutParameter request with Overwrite", "one without it").advising(
            "Parameter Store refuses to set a parameter that is there, unless the request says Overwrite: true. The start would \
             never move.",
        )
    })
}
