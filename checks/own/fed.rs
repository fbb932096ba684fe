//! What hands a function of the learner's own its work: the stream of a table, a bucket or a method of the API.

use futures_util::future::try_join_all;

use super::function::OwnFunction;
use super::method::OwnMethod;
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

/// The first that is found: a stream, a method or one of the buckets.
async fn find(aws: &Aws, you: &Learner, own: &OwnFunction) -> Read<Option<Feed>> {
    let function = &own.function;
    let (streams, method, bucket) =
        join!(aws.event_sources(you, function), OwnMethod::of(aws, you, function), bucket(aws, you, own));
    let stream = streams.map(|all| all.into_iter().find(|source| records::table(&source.source).is_some()));
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
pub async fn expects(aws: &Aws, you: &Learner, it: &mut Report<'_>, own: &OwnFunction, clauses: [Clause; 4]) {
    let [called, on, through, permitted] = clauses;
    match find(aws, you, own).await {
        Ok(Some(Feed::Stream(source))) => by_stream(aws, you, it, own, &source, clauses).await,
        Ok(Some(Feed::Method(method))) => {
            let (served, may_invoke) = join!(method.served(aws, you), method.permitted(aws, you, &own.function));
            it.expects(called, method.judged());
            it.expects(on, served);
            it.expects(through, Judgement::holds("a method has no filter"));
            it.expects(permitted, may_invoke);
        }
        Ok(Some(Feed::Bucket(bucket, told))) => {
            it.expects(called, Judgement::holds(format!("new objects of {}", bucket.name)));
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
    own: &OwnFunction,
    source: &EventSourceMapping,
    [called, on, through, permitted]: [Clause; 4],
) {
    let table = records::table(&source.source).unwrap_or_default();
    let found = Judgement::holds(format!("the stream of the table {table}"));
    let again = own.writes_into(table) && !records::takes_new_items_alone(source);
    it.expects(called, if again { found.advising(AGAIN) } else { found });
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
