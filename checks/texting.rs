//! A function of the learner's own that sends text messages, found by what it does, and what calls it.

use std::sync::Arc;

use futures_util::future::{join_all, try_join_all};

use crate::documents::package::Package;
use crate::endpoint::Endpoint;
use crate::judge::apigateway::visitors::Called;
use crate::judge::iam::caller::{self, Caller};
use crate::judge::iam::permissions::Need;
use crate::judge::lambda::event_source::{self, EventSource};
use crate::judge::lambda::invocation::invoked;
use crate::judge::lambda::texting::{self, Way};
use crate::judgement::NearMiss;
use crate::services::apigateway::{Resource, RestApi, Stage};
use crate::services::lambda::{Function, is_of};
use crate::verifier::prelude::*;

/// How many functions are read, and how many topics are searched for one of them.
const MOST: usize = 5;
/// What functions are called that send text messages, in lower case.
const WORDS: [&str; 6] = ["text", "sms", "phone", "mobile", "message", "notif"];
/// A phone, as a publication names it. It is nobody's (North American Numbering Plan, 555-0100).
const PHONE: &str = "+12065550100";
const SNS: &str = "sns.amazonaws.com";

/// A function, with all that decides whether it sends text messages.
pub struct Texter {
    pub function: Function,
    pub package: Read<Arc<Package>>,
    role: Read<iam::RolePermissions>,
}

impl std::fmt::Display for Texter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.function.fmt(f)
    }
}

/// The function beside those of the book that sends text messages, or comes nearest to that.
pub async fn find(aws: &Aws, you: &Learner) -> Read<Found<Texter>> {
    let mut names = aws.functions_beside(you, &book::FUNCTIONS.map(|function| function.text)).await?;
    let is_telling = |name: &str| WORDS.iter().any(|word| name.to_lowercase().contains(word));
    names.sort_by_key(|name| !is_telling(name));
    names.truncate(MOST);
    let found = try_join_all(names.iter().map(|name| Texter::read(aws, you, name))).await?;
    let texters = found.into_iter().flatten();
    let score =
        |texter: &Texter| [texter.sends(), texter.may_send(you), is_telling(&texter.function.name)].map(usize::from);
    let best = texters.max_by_key(|texter| score(texter).iter().sum::<usize>());
    Ok(match best {
        Some(best) if score(&best).contains(&1) => Found::Here(best),
        _ => Found::Missing((!names.is_empty()).then(|| NearMiss {
            found: format!("{}, which send no text messages", names.join(", ")),
            advice: "Create a function of your own for it: its code sends a PublishCommand with a PhoneNumber.".into(),
        })),
    })
}

impl Texter {
    /// None if the function was deleted since the list was made.
    async fn read(aws: &Aws, you: &Learner, name: &str) -> Read<Option<Self>> {
        let Found::Here(function) = aws.function(you, name).await? else { return Ok(None) };
        let (package, role) = join!(aws.package(&function), aws.role_permissions(you, function.role_name()));
        Ok(Some(Self { function, package, role }))
    }

    fn sends(&self) -> bool {
        self.package.as_ref().is_ok_and(|package| texting::way(package).is_some())
    }

    fn may_send(&self, you: &Learner) -> bool {
        self.allowed(you).is_ok_and(|judgement| judgement.does_hold())
    }

    /// Its role lets it send to a phone, by the service that its code uses.
    pub fn allowed(&self, you: &Learner) -> Read<Judgement> {
        let way = self.package.as_ref().ok().and_then(|package| texting::way(package)).unwrap_or(Way::Sns);
        let resource = match way {
            Way::Sns => PHONE.to_owned(),
            Way::EndUserMessaging => {
                format!("arn:{}:sms-voice:{}:{}:phone-number/1", you.partition, you.region, you.account)
            }
        };
        let caller = Caller {
            you,
            function: Some(self.function.arn.clone()),
            role: Some(self.function.role.clone()),
            is_in_vpc: Some(self.function.vpc.is_some()),
        };
        let need = Need { action: way.action(), resource, written: "*".into() };
        caller::role_allows(&self.role.clone()?, &caller, &[need])
    }
}

/// A method of the API that invokes the function.
pub struct ByMethod {
    api: RestApi,
    resource: Resource,
    options: Option<Resource>,
    verb: String,
    stage: Read<Option<Stage>>,
}

impl ByMethod {
    /// The first method that invokes the function; none if none does.
    pub async fn find(aws: &Aws, you: &Learner, function: &Function) -> Read<Option<Self>> {
        let Found::Here(api) = aws.rest_api(you, book::api(you)).await? else { return Ok(None) };
        let (resources, stage) = join!(aws.resources(you, &api), aws.stage(you, &api, book::api(you)));
        let (resources, stage) = (resources?, stage.map(Found::here));
        let known = stage.as_ref().ok().and_then(Option::as_ref);
        let invokes = |resource: &Resource, verb: &str| {
            invoked(resource, verb, known).is_some_and(|arn| is_of(&arn, &function.arn))
        };
        let of = |resource: &Resource| {
            let verb = resource.methods.keys().find(|verb| invokes(resource, verb))?;
            Some((resource.clone(), verb.clone()))
        };
        let Some((resource, verb)) = resources.iter().find_map(of) else { return Ok(None) };
        let options = apigateway::answering(&resources, &resource.path, "OPTIONS").filter(|_| verb != "OPTIONS");
        let options = options.cloned();
        Ok(Some(Self { api, resource, options, verb, stage }))
    }

    /// That it calls the function, with what anybody could do who finds it.
    pub fn judged(&self) -> Judgement {
        let found = Judgement::holds(format!("{} {} of the API", self.verb, self.resource.path));
        match self.resource.method(&self.verb) {
            Some(method) if method.is_open() => found.advising(
                "Anybody on the internet can have it send text messages, which you pay for. Give the method an authorizer.",
            ),
            _ => found,
        }
    }

    /// Whether API Gateway may invoke the function, and whether a stage serves the method.
    pub async fn works(&self, aws: &Aws, you: &Learner, function: &Function) -> [Read<Judgement>; 2] {
        let Self { api, resource, options, verb, stage } = self;
        let called = Called { stage: book::api(you).stage, verb, path: &resource.path };
        let endpoint = Endpoint { you, api, called, resource, options: options.as_ref(), stage };
        let ([_, permission], deployed) = join!(endpoint.invokes(aws, function), endpoint.deployed(aws));
        [permission, deployed]
    }
}

/// The topic that the function is subscribed to, and what of it that is: the function, or a version or an alias of it.
pub struct ByTopic {
    topic: String,
    endpoint: String,
}

impl ByTopic {
    /// None if it is subscribed to none.
    pub async fn find(aws: &Aws, you: &Learner, function: &Function) -> Read<Option<Self>> {
        let names = aws.topic_names(you).await?;
        let topics: Vec<String> = names.iter().take(MOST).map(|name| sns::arn(you, name)).collect();
        let subscribed = join_all(topics.iter().map(|topic| aws.subscriptions(you, topic))).await;
        for (topic, subscriptions) in topics.into_iter().zip(subscribed) {
            let is_it = |one: &&sns::Subscription| one.protocol == "lambda" && is_of(&one.endpoint, &function.arn);
            if let Some(found) = subscriptions?.iter().find(is_it) {
                return Ok(Some(Self { topic, endpoint: found.endpoint.clone() }));
            }
        }
        Ok(None)
    }

    pub fn judged(&self) -> Judgement {
        Judgement::holds(format!("a subscription of {}", self.topic))
    }

    /// Whether SNS may invoke the function for this topic.
    pub async fn may_call(&self, aws: &Aws, you: &Learner, function: &Function) -> Read<Judgement> {
        let policy = aws.function_policy(function, &self.endpoint).await?;
        let other = sns::arn(you, "another-topic");
        let source = EventSource { service: SNS, arn: &self.topic, other: &other, account: &you.account };
        Ok(event_source::may_call(policy.as_ref(), &self.endpoint, source))
    }
}
