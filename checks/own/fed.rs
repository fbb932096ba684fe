//! What hands a function of the learner's own its work: the stream of a table, a bucket or a method of the API.

use futures_util::future::try_join_all;

use super::function::{self, OwnFunction};
use super::method::OwnMethod;
use super::{Purpose, has_word, is_for_others};
use crate::judge::lambda::event_shape::{self, Event};
use crate::judge::lambda::{event_source, records};
use crate::judge::s3::notification::{self, Objects};
use crate::report::Clause;
use crate::services::lambda::EventSourceMapping;
use crate::services::s3::Bucket;
use crate::services::s3::notification::Notifications;
use crate::verifier::prelude::*;

const S3: &str = "s3.amazonaws.com";
/// What reading a stream needs (AWS Lambda Developer Guide, "Using AWS Lambda with Amazon DynamoDB", execution role).
const READS_STREAM: [&str; 3] = ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"];

/// What hands the work over.
enum Feed {
    Stream(EventSourceMapping),
    Method(Box<OwnMethod>),
    Bucket(Bucket, Notifications),
}

/// The first that is found: a stream, best of a table for this, a method or one of the buckets.
async fn find(aws: &Aws, you: &Learner, own: &OwnFunction, of: &Purpose) -> Read<Option<Feed>> {
    let function = &own.function;
    let (streams, method, bucket) =
        join!(aws.event_sources(you, function), OwnMethod::of(aws, you, function), bucket(aws, you, own));
    let stream = streams.map(|mut all| {
        all.retain(|source| records::table(&source.source).is_some());
        all.into_iter().min_by_key(|source| of.is_other(records::table(&source.source).unwrap_or_default()))
    });
    let found = [
        stream.map(|found| found.map(Feed::Stream)),
        method.map(|found| found.map(|method| Feed::Method(Box::new(method)))),
        bucket.map(|found| found.map(|(bucket, told)| Feed::Bucket(bucket, told))),
    ];
    let mut unread = None;
    for found in found {
        match found {
            Ok(Some(source)) => return Ok(Some(source)),
            Ok(None) => {}
            Err(fault) => unread = unread.or(Some(fault)),
        }
    }
    unread.map_or(Ok(None), Err)
}

/// The bucket of the data or of the website, if it calls the function.
async fn bucket(aws: &Aws, you: &Learner, own: &OwnFunction) -> Read<Option<(Bucket, Notifications)>> {
    let names = [&you.names.data_bucket, &you.names.website_bucket];
    let all = try_join_all(names.into_iter().map(|name| told(aws, you, name))).await?;
    let calls = |(_, told): &(Bucket, Notifications)| notification::invoked(told, &own.function.arn).is_some();
    Ok(all.into_iter().flatten().find(calls))
}

/// The bucket of that name and what it tells; none if there is no such bucket.
async fn told(aws: &Aws, you: &Learner, name: &str) -> Read<Option<(Bucket, Notifications)>> {
    let Found::Here(bucket) = aws.bucket(you, name).await? else { return Ok(None) };
    let told = aws.notifications(&bucket).await?;
    Ok(Some((bucket, told)))
}

/// What hands the function its work, whether that is on, lets new work through, and may do so.
pub async fn expects(
    aws: &Aws,
    you: &Learner,
    it: &mut Report<'_>,
    (own, of): (&OwnFunction, &Purpose),
    clauses: [Clause; 4],
) {
    let [called, on, through, permitted] = clauses;
    match find(aws, you, own, of).await {
        Ok(Some(Feed::Stream(source))) => by_stream(aws, you, it, (own, of), &source, clauses).await,
        Ok(Some(Feed::Method(method))) => {
            let (served, may_invoke) = join!(method.served(aws, you), method.permitted(aws, you, &own.function));
            it.expects(called, method.judged().but(of.misled(&method)).but(misfit(own, Event::Request)));
            it.expects(on, served);
            it.expects(through, Judgement::holds("a method has no filter"));
            it.expects(permitted, may_invoke);
        }
        Ok(Some(Feed::Bucket(bucket, told))) => {
            let found = Judgement::holds(format!("new objects of {}", bucket.name));
            it.expects(called, found.but(misfit(own, Event::Bucket)));
            it.expects(on, told_by(&told, &own.function.arn));
            it.expects(through, Judgement::holds("its filter is a part of what the bucket tells"));
            it.expects(permitted, by_bucket(aws, you, own, &bucket, &told).await);
        }
        Ok(None) => {
            it.expects(
                called,
                Judgement::absent("the stream of a table, a bucket or a method of the API", "none of them"),
            );
            [on, through, permitted].into_iter().for_each(|clause| it.skips(clause, "nothing hands it its work yet"));
        }
        Err(fault) => {
            clauses.into_iter().for_each(|clause| it.expects(clause, Err::<Judgement, _>(fault.clone())));
        }
    }
}

/// New objects of any name call the function of this ARN.
fn told_by(told: &Notifications, function: &str) -> Judgement {
    let any = Objects::Ending("");
    match notification::right(told, function, any) {
        Some(row) => Judgement::holds(row.to_string()),
        None => notification::lacking(told, function, any),
    }
}

async fn by_stream(
    aws: &Aws,
    you: &Learner,
    it: &mut Report<'_>,
    (own, of): (&OwnFunction, &Purpose),
    source: &EventSourceMapping,
    [called, on, through, permitted]: [Clause; 4],
) {
    let table = records::table(&source.source).unwrap_or_default();
    let found = Judgement::holds(format!("the stream of the table {table}"));
    let again = own.writes_into(table) && !records::takes_new_items_alone(source);
    let found = if again { found.advising(AGAIN) } else { found };
    let found = if of.is_other(table) { of.not(format!("the stream of the table {table}")) } else { found };
    let found = found.but(misfit(own, Event::Stream));
    it.expects(called, unwritten(aws, you, own, table).await.map(|wrong| found.but(wrong)));
    let stream = aws.table_stream(you, table).await;
    it.expects(on, stream.map(|stream| records::comes(source, stream.as_ref())));
    it.expects(through, records::gets_through(source));
    let may = own.role(aws, you).await.and_then(|role| {
        READS_STREAM.iter().map(|action| own.may_on(you, &role, action, &source.source)).collect::<Read<Vec<_>>>()
    });
    it.expects(
        permitted,
        may.map(|all| all.into_iter().reduce(Judgement::and).unwrap_or_else(|| Judgement::holds(""))),
    );
}

/// What is wrong if the code takes another event than it gets.
fn misfit(own: &OwnFunction, event: Event) -> Option<Judgement> {
    own.package.as_ref().ok().and_then(|package| event_shape::of_another(package, event))
}

/// What is wrong if the code takes attributes of new items that whoever writes them into the table does not write.
async fn unwritten(aws: &Aws, you: &Learner, own: &OwnFunction, table: &str) -> Read<Option<Judgement>> {
    let Some(taken) = own.package.as_ref().ok().and_then(|package| records::taken(package)) else { return Ok(None) };
    let Some(found) = aws.table_alone(you, table).await? else { return Ok(None) };
    let keys = [Some(&found.partition_key), found.sort_key.as_ref()];
    let is_key = |name: &str| keys.iter().flatten().any(|key| key.name == name);
    let Some(written) = function::written_into(aws, you, table).await? else { return Ok(None) };
    let wanted: Vec<&String> = taken.iter().filter(|name| !is_key(name)).collect();
    if wanted.is_empty() || wanted.iter().any(|name| written.contains(*name)) {
        return Ok(None);
    }
    let names = |all: &mut dyn Iterator<Item = &String>| all.map(String::as_str).collect::<Vec<_>>().join(", ");
    let expected = format!("code that takes what new items of {table} have: {}", names(&mut written.iter()));
    Ok(Some(Judgement::fails(expected, format!("code that takes {}", names(&mut wanted.into_iter()))).advising(
        "An attribute that is not there is undefined, and the function does nothing or fails. Take the name that the other function \
         writes, and choose Deploy.",
    )))
}

impl Purpose {
    /// Whether a table is for something else.
    fn is_other(&self, table: &str) -> bool {
        is_for_others(table, self.words, self.others)
    }

    fn not(&self, found: String) -> Judgement {
        Judgement::fails(format!("what is for {}s", self.words[0]), found)
            .advising("Delete the trigger on the function's page, and add one for the table that is meant.")
    }

    /// What is wrong if the method that calls the function is for something else.
    fn misled(&self, method: &OwnMethod) -> Option<Judgement> {
        let path = &method.resource.path;
        let is_other = self.others.iter().any(|words| has_word(path, words)) && !has_word(path, self.words);
        is_other
            .then(|| self.not(method.to_string()).advising("Let the method invoke the function that is meant for it."))
    }
}

const AGAIN: &str = "The function writes into the table whose stream feeds it: each result is a change, which comes to the function \
    as well. Give the trigger the filter { \"eventName\": [\"INSERT\"] }, or its own results keep it busy.";

/// An alias or a version has a policy of its own: that of exactly what the bucket calls counts.
async fn by_bucket(
    aws: &Aws,
    you: &Learner,
    own: &OwnFunction,
    bucket: &Bucket,
    told: &Notifications,
) -> Read<Judgement> {
    let called = notification::invoked(told, &own.function.arn).unwrap_or(&own.function.arn);
    let policy = aws.function_policy(&own.function, called).await?;
    let other = you.arn(s3::BUCKET_ARN, "", "another-bucket");
    let source = event_source::EventSource { service: S3, arn: &bucket.arn, other: &other, account: &you.account };
    Ok(event_source::may_call(policy.as_ref(), called, source))
}
