//! SNS: topics, and who gets what is published to them.

pub mod sms;

use std::fmt;

use aws_sdk_sns::operation::list_subscriptions_by_topic::ListSubscriptionsByTopicOutput;
use aws_sdk_sns::operation::list_topics::ListTopicsOutput;
use futures_util::join;

use crate::aws::policy_document::parsed;
use crate::aws::service::prelude::*;
use crate::documents::policy::Policy;

pub const SERVICE: Service = Service {
    api: Api {
        id: "SNS",
        settings_key: "sns",
        operations: OPERATIONS,
        // AWS General Reference, "Amazon SNS endpoints and quotas": 30 a second for each kind of list. It publishes no
        // number for attributes.
        rates: &[
            rate("ListTopics", 30, 30).in_each_region(),
            rate("ListSubscriptionsByTopic", 30, 30).in_each_region(),
            rate("", 10, 10).in_each_region(),
        ],
        always: &[
            always("Topics/member", &["TopicArn"]),
            always("Subscriptions/member", &["SubscriptionArn", "Protocol", "Endpoint"]),
            always("GetSMSSandboxAccountStatusResult", &["IsInSandbox"]),
        ],
    },
    health: health(|aws, you| aws.answers(LIST_TOPICS, || aws.sns(&you.region).list_topics().send())),
};

operations! { "SNS", "sns";
    GET_TOPIC_ATTRIBUTES: "GetTopicAttributes" on Resource;
    LIST_TOPICS: "ListTopics" on All;
    LIST_SUBSCRIPTIONS: "ListSubscriptionsByTopic" on Resource;
    GET_SUBSCRIPTION_ATTRIBUTES: "GetSubscriptionAttributes" on All;
    GET_SANDBOX_STATUS: "GetSMSSandboxAccountStatus" on All beside "sms-voice:DescribeAccountAttributes";
    LIST_ORIGINATION_NUMBERS: "ListOriginationNumbers" on All beside "sms-voice:DescribePhoneNumbers";
    LIST_SANDBOX_PHONES: "ListSMSSandboxPhoneNumbers" on All beside "sms-voice:DescribeVerifiedDestinationNumbers";
}

/// The ARN of a topic.
pub const TOPIC_ARN: &str = "arn:{{ partition }}:sns:{{ region }}:{{ account }}:{{ name }}";
const TOPIC_OF_NAME: &ResourceSet = &resources("{{ label }}Topic", TOPIC_ARN);
/// A topic of a name. A missing one is looked for under other names, and in other regions.
pub const TOPIC: Reader = Reader::of(&[reading(GET_TOPIC_ATTRIBUTES, TOPIC_OF_NAME), reading_all(LIST_TOPICS)]);
/// Who gets the messages of a topic of a name, and which of them.
pub const SUBSCRIPTIONS: Reader =
    Reader::of(&[reading(LIST_SUBSCRIPTIONS, TOPIC_OF_NAME), reading_all(GET_SUBSCRIPTION_ATTRIBUTES)]);
/// The names of all topics of the learner's region. If none fits, one is looked for in other regions.
pub const TOPIC_NAMES: Reader = Reader::of(&[reading_all(LIST_TOPICS)]);
/// Who gets the messages of a topic, whatever its name.
pub const ANY_SUBSCRIPTIONS: Reader = Reader::of(&[reading(LIST_SUBSCRIPTIONS, TOPICS)]);
/// Who gets the messages of a topic, whatever its name, and which of them.
pub const ANY_FILTERED: Reader =
    Reader::of(&[reading(LIST_SUBSCRIPTIONS, TOPICS), reading_all(GET_SUBSCRIPTION_ATTRIBUTES)]);
/// Whatever a review asks about a topic.
pub const REVIEWED: Reader = Reader::of(&[reading_all(LIST_TOPICS), reading(GET_TOPIC_ATTRIBUTES, TOPICS)]);
const TOPICS: &ResourceSet = &resources("Topics", "arn:{{ partition }}:sns:{{ region }}:{{ account }}:*");
/// The topics of the learner's region.
pub const CONSOLE: Page = page("https://{{ region }}.console.aws.amazon.com/sns/v3/home?region={{ region }}#/topics");

const NOT_FOUND: &[&str] = &["NotFound", "NotFoundException"];
/// With this at the end of its name, a topic keeps the order of its messages, and leads to queues alone.
const FIFO: &str = ".fifo";

/// A topic.
#[derive(Clone, Debug)]
pub struct Topic {
    pub arn: String,
    /// Who may use it.
    pub policy: Policy,
    /// The key of KMS under which it keeps its messages: an id, an ARN or an alias.
    pub key: Option<String>,
}

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.arn)
    }
}

/// Somebody who gets the messages of a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    /// Such as `lambda` or `email`.
    pub protocol: String,
    /// For a function its ARN, which may name a version or an alias.
    pub endpoint: String,
    /// None until whoever owns the endpoint has confirmed it, and when it is deleted.
    pub arn: Option<String>,
}

/// Which messages a subscription lets through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// A document in JSON; without one, every message.
    pub policy: Option<String>,
    /// Whether it is about the message itself, and not about its attributes.
    pub is_of_body: bool,
}

/// The ARN of a topic of that name in the learner's region.
pub fn arn(you: &Learner, name: &str) -> String {
    you.arn(TOPIC_ARN, &you.region, name)
}

impl Aws {
    /// The topic of that name in the learner's region, or what a beginner made instead of it.
    pub async fn topic(&self, you: &Learner, name: &str) -> Read<Found<Topic>> {
        let arn = you.arn(TOPIC_ARN, &you.region, name);
        let call = Call::new(GET_TOPIC_ATTRIBUTES, &arn).at(&you.region);
        let send = || self.sns(&you.region).get_topic_attributes().topic_arn(&arn).send();
        let Some(answer) = self.ask(call.clone(), &you.region, send).await.absent_on(NOT_FOUND)? else {
            return Ok(Found::Missing(self.topic_near(you, name).await));
        };
        let attributes = answer.attributes().ok_or_else(|| Fault::incomplete(call.clone(), "Attributes"))?;
        let policy = attributes.get("Policy").ok_or_else(|| Fault::incomplete(call.clone(), "Policy"))?;
        let key = attributes.get("KmsMasterKeyId").filter(|key| !key.is_empty()).cloned();
        Ok(Found::Here(Topic { arn, policy: parsed(&call, policy)?, key }))
    }

    /// What cannot be read when the topic is known to be missing leaves the miss a miss.
    async fn topic_near(&self, you: &Learner, name: &str) -> Option<NearMiss> {
        let has = |names: &Vec<String>| names.iter().any(|other| other == name);
        let elsewhere = self.elsewhere(you, &you.region, |region| self.topics(region), has);
        let (here, elsewhere) = join!(self.topics(&you.region), elsewhere);
        let here = here.unwrap_or_default();
        let elsewhere = elsewhere.map(|(region, _)| NearMiss::in_region("topic", name, region, &you.region));
        elsewhere.or_else(|| nearest(name, &here, |near| near).map(|near| named_likewise(name, near)))
    }

    /// The names of all topics of the learner's region.
    pub async fn topic_names(&self, you: &Learner) -> Read<Vec<String>> {
        self.topics(&you.region).await
    }

    /// Another region with topics that `has` accepts, and their names.
    pub async fn topics_elsewhere(
        &self,
        you: &Learner,
        has: impl Fn(&Vec<String>) -> bool,
    ) -> Option<(&'static str, Vec<String>)> {
        self.elsewhere(you, &you.region, |region| self.topics(region), has).await
    }

    /// Who gets the messages of the topic of this ARN in the learner's region; none if there is no such topic.
    pub async fn subscriptions(&self, you: &Learner, topic: &str) -> Read<Vec<Subscription>> {
        let call = Call::new(LIST_SUBSCRIPTIONS, topic).at(&you.region);
        let list = || self.sns(&you.region).list_subscriptions_by_topic().topic_arn(topic);
        let send = |mark| list().set_next_token(mark).send();
        let read = |answer: &ListSubscriptionsByTopicOutput| {
            let listed = answer.subscriptions.as_ref().ok_or("Subscriptions")?;
            Ok(Listing::marked(listed.iter().filter_map(subscription).collect(), answer.next_token()))
        };
        Ok(self.all(call, &you.region, send, read).await.absent_on(NOT_FOUND)?.unwrap_or_default())
    }

    /// Which messages a subscription lets through, by its ARN.
    pub async fn filter_of(&self, you: &Learner, subscription: &str) -> Read<Filter> {
        let call = Call::new(GET_SUBSCRIPTION_ATTRIBUTES, "*").at(&you.region);
        let get = self.sns(&you.region).get_subscription_attributes().subscription_arn(subscription);
        let answer = self.ask(call.clone(), subscription, || get.send()).await?;
        let attributes = answer.attributes().ok_or_else(|| Fault::incomplete(call, "Attributes"))?;
        Ok(Filter {
            policy: attributes.get("FilterPolicy").filter(|policy| !policy.is_empty()).cloned(),
            is_of_body: attributes.get("FilterPolicyScope").is_some_and(|scope| scope == "MessageBody"),
        })
    }

    /// The names of all topics of a region.
    async fn topics(&self, region: &str) -> Read<Vec<String>> {
        let call = Call::new(LIST_TOPICS, "*").at(region);
        let send = |mark| self.sns(region).list_topics().set_next_token(mark).send();
        let read = |answer: &ListTopicsOutput| {
            let listed = answer.topics.as_ref().ok_or("Topics")?;
            let arns = listed.iter().filter_map(|topic| topic.topic_arn());
            let names = arns.filter_map(|arn| arn.rsplit(':').next().map(str::to_owned));
            Ok(Listing::marked(names.collect(), answer.next_token()))
        };
        self.all(call, region, send, read).await
    }

    pub(crate) fn sns(&self, region: &str) -> aws_sdk_sns::Client {
        client!(self, aws_sdk_sns, region)
    }
}

/// The subscription; where its ARN should be stands a word until it is confirmed, and after it was deleted (Amazon SNS API
/// Reference, "Subscription").
fn subscription(listed: &aws_sdk_sns::types::Subscription) -> Option<Subscription> {
    Some(Subscription {
        protocol: listed.protocol()?.to_owned(),
        endpoint: listed.endpoint()?.to_owned(),
        arn: listed.subscription_arn().filter(|arn| arn.starts_with("arn:")).map(str::to_owned),
    })
}

/// A topic of another name, or of the other kind, whose name ends so.
fn named_likewise(wanted: &str, near: &str) -> NearMiss {
    if near.strip_suffix(FIFO).is_none() {
        return NearMiss::named("topic", wanted, near);
    }
    NearMiss {
        found: format!("the FIFO topic {near}"),
        advice: format!(
            "A FIFO topic sends its messages to queues alone, and calls no function. Its type cannot be changed: create a topic \
             of the type Standard named {wanted}, and delete {near}."
        ),
    }
}
