//! Queues and topics that hand work on to a function of the learner's own, and who gives it to them.

use std::fmt;

use futures_util::future::try_join_all;

use super::fed::{ANY, misfit};
use super::feeds::told;
use super::function::{self, OwnFunction};
use crate::judge::lambda::doing::{self, Leads};
use crate::judge::lambda::event_shape::Event;
use crate::judge::lambda::event_source::{self, EventSource};
use crate::judge::lambda::records;
use crate::judge::s3::notification;
use crate::judge::sns::subscription;
use crate::services::lambda::{EventSourceMapping, is_of};
use crate::services::s3::Bucket;
use crate::services::s3::notification::Notifications;
use crate::services::sns::Subscription;
use crate::verifier::prelude::*;

/// How many topics, and how many buckets, are asked where they lead to.
const MOST: usize = 10;
const SNS: &str = "sns.amazonaws.com";
/// What reading a queue needs (AWS Lambda Developer Guide, "Using Lambda with Amazon SQS", execution role).
const READS_QUEUE: [&str; 3] = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"];

/// By what the function is called.
enum Through {
    Queue(EventSourceMapping),
    Topic { arn: String, subscribed: Subscription },
}

/// Who puts the work there, and whether that may.
struct Giver {
    what: String,
    may: Read<Judgement>,
}

/// A queue or a topic, with whoever gives it what it hands on; none if nobody is seen to.
pub(super) struct Relay {
    through: Through,
    giver: Option<Giver>,
}

impl fmt::Display for Through {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Queue(source) => write!(f, "the queue {}", notification::short_name(&source.source)),
            Self::Topic { arn, .. } => write!(f, "the topic {}", notification::short_name(arn)),
        }
    }
}

/// A topic, by its ARN, and who gets its messages.
type Topic = (String, Vec<Subscription>);

/// The queues that Lambda reads for the function, and the topics that it is subscribed to.
pub(super) async fn all(aws: &Aws, you: &Learner, own: &OwnFunction) -> Read<Vec<Relay>> {
    let (sources, topics) = join!(aws.event_sources(you, &own.function), topics(aws, you));
    let (sources, topics) = (sources?, topics?);
    let leads = |one: &&Subscription| one.protocol == "lambda" && is_of(&one.endpoint, &own.function.arn);
    let subscribed = topics.iter().filter_map(|(arn, all)| {
        let subscribed = all.iter().find(leads)?.clone();
        Some(Through::Topic { arn: arn.clone(), subscribed })
    });
    let queues = sources.into_iter().filter(|source| records::is_queue(&source.source)).map(Through::Queue);
    let ways: Vec<Through> = queues.chain(subscribed).collect();
    if ways.is_empty() {
        return Ok(Vec::new());
    }
    let (buckets, functions) = join!(buckets(aws, you), function::others(aws, you, &own.function.name));
    let (buckets, functions) = (buckets?, functions?);
    let mut relays = Vec::new();
    for through in ways {
        let giver = giver(aws, you, &through.entries(&topics), (&buckets, &functions)).await;
        relays.push(Relay { through, giver });
    }
    Ok(relays)
}

async fn topics(aws: &Aws, you: &Learner) -> Read<Vec<Topic>> {
    let names = aws.topic_names(you).await?;
    let arns: Vec<String> = names.iter().take(MOST).map(|name| sns::arn(you, name)).collect();
    let all = try_join_all(arns.iter().map(|arn| aws.subscriptions(you, arn))).await?;
    Ok(arns.into_iter().zip(all).collect())
}

async fn buckets(aws: &Aws, you: &Learner) -> Read<Vec<(Bucket, Notifications)>> {
    let names = aws.bucket_names(you).await?;
    let all = try_join_all(names.iter().take(MOST).map(|name| told(aws, you, name))).await?;
    Ok(all.into_iter().flatten().collect())
}

/// Who is seen to give work to one of these queues and topics.
async fn giver(
    aws: &Aws,
    you: &Learner,
    entries: &[&str],
    (buckets, functions): (&[(Bucket, Notifications)], &[OwnFunction]),
) -> Option<Giver> {
    let tells = |(_, told): &&(Bucket, Notifications)| entries.iter().any(|arn| notification::tells(told, arn, ANY));
    if let Some((bucket, _)) = buckets.iter().find(tells) {
        let may = Ok(Judgement::holds("S3 asked when the notification was made"));
        return Some(Giver { what: format!("new objects of {}", bucket.name), may });
    }
    for entry in entries {
        let sends = |own: &&OwnFunction| {
            own.package
                .as_ref()
                .is_ok_and(|package| doing::sends_to(package, |named| is_same(named, entry)) == Leads::There)
        };
        if let Some(sender) = functions.iter().find(sends) {
            let action = if records::is_queue(entry) { "sqs:SendMessage" } else { "sns:Publish" };
            let may = sender.role(aws, you).await.and_then(|role| sender.may_on(you, &role, action, entry));
            return Some(Giver { what: format!("the function {}, whose code sends", sender.function.name), may });
        }
    }
    None
}

/// Whether the code names this topic or queue: a queue by its address, which ends in its name.
fn is_same(named: &str, arn: &str) -> bool {
    let of_queue = || named.starts_with("https://") && named.rsplit('/').next() == arn.rsplit(':').next();
    named == arn || records::is_queue(arn) && of_queue()
}

impl Through {
    /// The ARNs of all by which work comes into it: a queue may itself be subscribed to topics.
    fn entries<'a>(&'a self, topics: &'a [Topic]) -> Vec<&'a str> {
        match self {
            Self::Topic { arn, .. } => vec![arn],
            Self::Queue(EventSourceMapping { source, .. }) => {
                let leads = |one: &Subscription| one.protocol == "sqs" && one.endpoint == *source;
                let fed_by = topics.iter().filter(|(_, all)| all.iter().any(leads)).map(|(arn, _)| arn.as_str());
                std::iter::once(source.as_str()).chain(fed_by).collect()
            }
        }
    }

    fn event(&self) -> Event {
        match self {
            Self::Queue(_) => Event::Queue,
            Self::Topic { .. } => Event::Topic,
        }
    }

    async fn on(&self) -> Read<Judgement> {
        Ok(match self {
            Self::Queue(source) => records::works(source),
            Self::Topic { subscribed, .. } => {
                subscription::leads_to(std::slice::from_ref(subscribed), &subscribed.endpoint)
            }
        })
    }

    async fn gets_through(&self, aws: &Aws, you: &Learner) -> Read<Judgement> {
        match self {
            Self::Queue(source) => match source.patterns.first() {
                None => Ok(Judgement::holds("no filter")),
                Some(pattern) => Err(Fault::not_read(format!("whether new messages get through the filter {pattern}"))),
            },
            Self::Topic { subscribed, .. } => {
                let Some(arn) = &subscribed.arn else { return Ok(Judgement::skips("it is not confirmed yet")) };
                let filter = aws.filter_of(you, arn).await?;
                match filter.is_of_body && filter.policy.is_some() {
                    true => Err(Fault::not_read("whether new messages get through the subscription's filter policy")),
                    false => Ok(subscription::lets_through(&filter)),
                }
            }
        }
    }

    async fn may_call(&self, aws: &Aws, you: &Learner, own: &OwnFunction) -> Read<Judgement> {
        match self {
            Self::Queue(source) => {
                let role = own.role(aws, you).await?;
                let all = READS_QUEUE.iter().map(|action| own.may_on(you, &role, action, &source.source));
                let all = all.collect::<Read<Vec<_>>>()?;
                Ok(all.into_iter().reduce(Judgement::and).unwrap_or_else(|| Judgement::holds("")))
            }
            Self::Topic { arn, subscribed } => {
                let policy = aws.function_policy(&own.function, &subscribed.endpoint).await?;
                let other = sns::arn(you, "another-topic");
                let source = EventSource { service: SNS, arn, other: &other, account: &you.account };
                Ok(event_source::may_call(policy.as_ref(), &subscribed.endpoint, source))
            }
        }
    }
}

impl Relay {
    /// Whether it hands the work over, whether that is on, lets new work through, and may do so.
    pub(super) async fn judged(&self, aws: &Aws, you: &Learner, own: &OwnFunction) -> [Read<Judgement>; 4] {
        let Self { through, giver } = self;
        let wrong = misfit(own, through.event());
        let called = match (giver, wrong) {
            (Some(giver), wrong) => Ok(Judgement::holds(format!("{}, by {through}", giver.what)).but(wrong)),
            (None, Some(wrong)) => Ok(wrong),
            (None, None) => {
                Err(Fault::not_read(format!("what puts new work into {through}, which calls the function,")))
            }
        };
        let (on, gets_through, may) =
            join!(through.on(), through.gets_through(aws, you), through.may_call(aws, you, own));
        let may = match giver {
            Some(giver) => may.and_then(|may| Ok(may.and(giver.may.clone()?))),
            None => may,
        };
        [called, on, gets_through, may]
    }
}
