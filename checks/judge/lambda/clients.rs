//! Where the clients of a function's code send their requests: to the region of what they are about, or elsewhere.

use crate::documents::code::{SentRequest, ValueSet};
use crate::documents::package::Package;
use crate::judge::lambda::code::if_certain;
use crate::judgement::Judgement;
use crate::services::lambda::Function;

/// A service that functions ask.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Source {
    S3,
    DynamoDb,
    Ses,
    /// Which reads images of buckets of its own region alone (Amazon Rekognition API Reference, "S3Object").
    Rekognition,
}

impl Source {
    /// Its names in the AWS SDK for Python, one a version of the API.
    fn names(self) -> &'static [&'static str] {
        match self {
            Source::S3 => &["s3"],
            Source::DynamoDb => &["dynamodb"],
            Source::Ses => &["sesv2", "ses"],
            Source::Rekognition => &["rekognition"],
        }
    }

    /// What its actions begin with.
    pub fn prefix(self) -> &'static str {
        match self {
            Source::S3 => "s3:",
            Source::DynamoDb => "dynamodb:",
            Source::Ses => "ses:",
            Source::Rekognition => "rekognition:",
        }
    }

    /// What it has in a region.
    fn thing(self) -> &'static str {
        match self {
            Source::S3 | Source::DynamoDb => "the data",
            Source::Ses => "the identity",
            Source::Rekognition => "the image",
        }
    }

    /// How its clients are made in the AWS SDK for JavaScript, version 3.
    fn clients(self) -> &'static [&'static str] {
        match self {
            Source::S3 => &["S3Client", "S3"],
            Source::DynamoDb => &["DynamoDBClient", "DynamoDB"],
            Source::Ses => &["SESv2Client", "SESv2", "SESClient", "SES"],
            Source::Rekognition => &["RekognitionClient", "Rekognition"],
        }
    }

    /// The variable that gives all clients another address (AWS SDKs and Tools Reference Guide, "Service-specific
    /// endpoints").
    fn variable(self) -> &'static str {
        match self {
            Source::S3 => "AWS_ENDPOINT_URL_S3",
            Source::DynamoDb => "AWS_ENDPOINT_URL_DYNAMODB",
            Source::Ses => "AWS_ENDPOINT_URL_SESV2",
            Source::Rekognition => "AWS_ENDPOINT_URL_REKOGNITION",
        }
    }
}

/// Why no request gets where the data is, or the identity, `region`: every client is for another region, or for the machine that the
/// function itself runs on.
pub fn ask_elsewhere(package: &Package, function: &Function, source: Source, region: &str) -> Option<Judgement> {
    let run = package.run();
    if let Some(judgement) = by_variable(function, source) {
        return Some(judgement);
    }
    let mut clients = run.requests(source.clients()).0;
    let in_python = run.requests(&[".client", ".resource"]).0;
    clients.extend(in_python.into_iter().filter(|made| is_of(made, source)));
    let wrong: Option<Vec<Judgement>> = clients.iter().map(|made| elsewhere(made, source, region)).collect();
    wrong?.into_iter().next().map(|judgement| if_certain(&run, judgement)).filter(Judgement::does_fail)
}

fn is_of(made: &SentRequest<'_>, source: Source) -> bool {
    made.argument(0).unwrap_or_default().texts().any(|text| source.names().contains(&text.value()))
}

fn by_variable(function: &Function, source: Source) -> Option<Judgement> {
    let names = [source.variable(), "AWS_ENDPOINT_URL"];
    let name = names.into_iter().find(|name| function.variables.value(name).is_some_and(is_own_machine))?;
    Some(own_machine(format!("the variable {name} leads to the machine that the function runs on")))
}

/// Why one client's requests do not get there.
fn elsewhere(made: &SentRequest<'_>, source: Source, region: &str) -> Option<Judgement> {
    let [address, in_python] = ["endpoint", "endpoint_url"].map(|name| all_texts(&made.input(name)));
    if let Some(address) = address.or(in_python).filter(|address| is_own_machine(address)) {
        return Some(own_machine(format!("{address}, the machine that the function runs on")));
    }
    let [of_javascript, of_python] = ["region", "region_name"].map(|name| all_texts(&made.input(name)));
    let other = of_javascript.clone().or(of_python).filter(|other| other != region)?;
    // In Python, the client for S3 follows to the bucket's region.
    let follows = of_javascript.is_none() || !made.input("followRegionRedirects").all(|value| value.is_nothing());
    if source == Source::S3 && follows {
        return None;
    }
    let found = format!("a client for the region {other}");
    Some(Judgement::fails(format!("a client for {region}, where {} is", source.thing()), found).advising(format!(
        "Leave the region out of the client's settings, or write {region}: Lambda sets its own region."
    )))
}

fn own_machine(found: String) -> Judgement {
    Judgement::fails("requests that go to AWS", found).advising(
        "Leave the endpoint out, in the code as in the function's variables: in Lambda, nothing answers at localhost.",
    )
}

/// The one text that it is, for certain; the value of a variable is not told.
fn all_texts(values: &ValueSet) -> Option<String> {
    let first = values.texts().next()?.shown().ok()?.to_owned();
    (values.are_certain() && values.all(|value| value.text().is_some_and(|text| text.value() == first)))
        .then_some(first)
}

fn is_own_machine(address: &str) -> bool {
    let host = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = host.split(['/', ':']).next().unwrap_or_default();
    matches!(host, "localhost" | "127.0.0.1" | "0.0.0.0" | "host.docker.internal")
}
