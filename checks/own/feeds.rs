//! All that may hand a function of the learner's own its work: streams of tables, methods of the API, buckets, rules, the clock,
//! queues, topics and other functions; and what of it is not read here.

use futures_util::future::try_join_all;

use super::Purpose;
use super::fed::ANY;
use super::function::{self, OwnFunction};
use super::method::OwnMethod;
use super::relay::{self, Relay};
use super::unseen;
use crate::documents::event_pattern::Passes;
use crate::judge::lambda::doing::{self, Leads};
use crate::judge::lambda::event_source::{self, EventSource};
use crate::judge::lambda::records;
use crate::judge::s3::arrival::Arrivals;
use crate::judge::s3::event_rule::{lets_through, may_concern};
use crate::judge::s3::notification;
use crate::judge::schedule::Trigger;
use crate::services::eventbridge::EventRule;
use crate::services::lambda::{EventSourceMapping, is_of};
use crate::services::s3::Bucket;
use crate::services::s3::notification::Notifications;
use crate::trigger;
use crate::verifier::prelude::*;

/// How many buckets of other names are asked what they tell.
const MOST_BUCKETS: usize = 4;

/// What hands the work over.
pub(super) enum Feed {
    Stream(EventSourceMapping),
    Method(Box<OwnMethod>),
    Bucket(Box<Arrivals>),
    Clock(Box<Trigger>),
    Function(Box<OwnFunction>),
    Relay(Box<Relay>),
    /// Of this it is not read here whether it does.
    Unseen(String),
}

/// What was found, and why something else may not have been.
type Found = (Vec<Feed>, Option<Fault>);

fn of<const N: usize>(found: [Read<Vec<Feed>>; N]) -> Found {
    let (mut all, mut unread) = (Vec::new(), None);
    for found in found {
        match found {
            Ok(feeds) => all.extend(feeds),
            Err(fault) => unread = unread.or(Some(fault)),
        }
    }
    (all, unread)
}

/// The streams of tables, those for this first, the methods of the API, and the buckets of the exercises that call the function.
pub(super) async fn usual(aws: &Aws, you: &Learner, own: &OwnFunction, purpose: &Purpose) -> Found {
    let function = &own.function;
    let (streams, methods, buckets) =
        join!(aws.event_sources(you, function), OwnMethod::all_of(aws, you, function), named_buckets(aws, you, own));
    let streams = streams.map(|mut all| {
        all.retain(|source| records::table(&source.source).is_some());
        all.sort_by_key(|source| purpose.is_other(records::table(&source.source).unwrap_or_default()));
        all.into_iter().map(Feed::Stream).collect()
    });
    let methods = methods.map(|all| all.into_iter().map(|method| Feed::Method(Box::new(method))).collect());
    of([streams, methods, buckets])
}

/// The buckets of the data and of the website whose own notifications call the function.
async fn named_buckets(aws: &Aws, you: &Learner, own: &OwnFunction) -> Read<Vec<Feed>> {
    let names = [&you.names.data_bucket, &you.names.website_bucket];
    let all = try_join_all(names.into_iter().map(|name| told(aws, you, name))).await?;
    let calls = |(_, told): &(Bucket, Notifications)| notification::invoked(told, &own.function.arn).is_some();
    let calling = all.into_iter().flatten().filter(calls);
    Ok(calling.map(|(bucket, told)| Feed::bucket(you, bucket, told, Vec::new())).collect())
}

/// The bucket of that name and what it tells; none if there is no such bucket.
pub(super) async fn told(aws: &Aws, you: &Learner, name: &str) -> Read<Option<(Bucket, Notifications)>> {
    let Some(bucket) = aws.bucket(you, name).await?.here() else { return Ok(None) };
    let told = aws.notifications(&bucket).await?;
    Ok(Some((bucket, told)))
}

impl Feed {
    fn bucket(you: &Learner, bucket: Bucket, told: Notifications, rules: Vec<EventRule>) -> Self {
        Self::Bucket(Box::new(Arrivals { bucket, account: you.account.clone(), told, rules: Ok(rules) }))
    }
}

/// Rules of EventBridge, buckets of other names, the clock, functions that invoke this one, queues and topics, and what is not read.
pub(super) async fn others(aws: &Aws, you: &Learner, own: &OwnFunction) -> Found {
    let (buckets, clock, callers, relays, unseen) = join!(
        any_buckets(aws, you, own),
        trigger::here(aws, you, &own.function, aws.now()),
        callers(aws, you, own),
        relay::all(aws, you, own),
        unseen::first(aws, you, own),
    );
    let clock = clock.map(|found| found.map(|trigger| Feed::Clock(Box::new(trigger))).into_iter().collect());
    let relays = relays.map(|all| all.into_iter().map(|relay| Feed::Relay(Box::new(relay))).collect());
    let unseen = unseen.map(|found| found.map(Feed::Unseen).into_iter().collect());
    of([buckets, clock, callers, relays, unseen])
}

/// The buckets that the function's policy lets in, or about which a rule is that leads to the function.
async fn any_buckets(aws: &Aws, you: &Learner, own: &OwnFunction) -> Read<Vec<Feed>> {
    let function = &own.function;
    let (policy, rules, names) =
        join!(aws.function_policy(function, &function.arn), aws.event_rules(you, may_concern), aws.bucket_names(you));
    let (policy, mut rules) = (policy?, rules?);
    rules.retain(|rule| rule.targets.iter().any(|target| is_of(&target.arn, &function.arn)));
    let other = you.arn(s3::BUCKET_ARN, "", "another-bucket");
    let concerns = |name: &String| {
        let arn = you.arn(s3::BUCKET_ARN, "", name);
        let source = EventSource { service: "s3.amazonaws.com", arn: &arn, other: &other, account: &you.account };
        let may = !event_source::may_call(policy.as_ref(), &function.arn, source).does_fail();
        let bucket = Bucket { name: name.clone(), arn: arn.clone(), region: you.region.clone() };
        let passes = |rule: &EventRule| !matches!(lets_through(rule, (&bucket, &you.account), ANY), Passes::No(_));
        may || rules.iter().any(passes)
    };
    let names: Vec<String> = names?.into_iter().filter(concerns).take(MOST_BUCKETS).collect();
    let all = try_join_all(names.iter().map(|name| told(aws, you, name))).await?;
    let calls =
        |(_, told): &(Bucket, Notifications)| notification::invoked(told, &function.arn).is_some() || !rules.is_empty();
    let calling = all.into_iter().flatten().filter(calls);
    Ok(calling.map(|(bucket, told)| Feed::bucket(you, bucket, told, rules.clone())).collect())
}

/// The functions of the learner's own whose code invokes this one.
async fn callers(aws: &Aws, you: &Learner, own: &OwnFunction) -> Read<Vec<Feed>> {
    let is_it = |named: &str| named == own.function.name || is_of(named, &own.function.arn);
    let invokes = |other: &OwnFunction| {
        other.package.as_ref().is_ok_and(|package| doing::invokes(package, is_it) == Leads::There)
    };
    let all = function::others(aws, you, &own.function.name).await?;
    Ok(all.into_iter().filter(invokes).map(|caller| Feed::Function(Box::new(caller))).collect())
}
