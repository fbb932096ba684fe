//! A function of the learner's own that sends text messages, found by what it does, and what calls it.

mod other;

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
use crate::services::apigateway::{Method, Resource, RestApi, Stage};
use crate::services::lambda::{Function, is_of};
use crate::verifier::prelude::*;

pub use other::calls as called_by_others;

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
    let score = |texter: &Texter| (texter.sends(), is_telling(&texter.function.name));
    let best = texters.max_by_key(score);
    Ok(match best {
        Some(best) if score(&best) != (false, false) => Found::Here(best),
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
        let package = aws.package(&function).await;
        Ok(Some(Self { function, package }))
    }

    fn sends(&self) -> bool {
        self.package.as_ref().is_ok_and(|package| texting::way(package).is_some())
    }

    /// Its role lets it send to a phone, by the service that its code uses.
    pub async fn allowed(&self, aws: &Aws, you: &Learner) -> Read<Judgement> {
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
            item: None,
        };
        let need = Need { action: way.action(), resource, written: "*".into() };
        caller::role_allows(&aws.role_permissions(you, self.function.role_name()).await?, &caller, &[need])
    }
}

fn is_right(told: &Read<Judgement>) -> bool {
    told.as_ref().is_ok_and(|judged| !judged.does_fail())
}

/// All that may call a function, read before it is known which function that is.
pub struct Callers {
    api: Read<Option<Methods>>,
    /// Topics by their ARNs, with their subscriptions.
    topics: Read<Vec<(String, Vec<sns::Subscription>)>>,
}

/// The API with its methods.
struct Methods {
    api: RestApi,
    resources: Vec<Resource>,
    stage: Read<Option<Stage>>,
}

impl Callers {
    pub async fn read(aws: &Aws, you: &Learner) -> Self {
        let (api, topics) = join!(Methods::read(aws, you), topics(aws, you));
        Self { api, topics }
    }

    /// The method that invokes the function, of several that which works, with what `ByMethod::works` tells of it; none if none
    /// does.
    pub async fn method(
        &self,
        aws: &Aws,
        you: &Learner,
        function: &Function,
    ) -> Read<Option<(ByMethod<'_>, [Read<Judgement>; 2])>> {
        let Some(methods) = self.api.as_ref().map_err(Clone::clone)? else { return Ok(None) };
        let all = methods.invoking(function);
        let works = join_all(all.iter().map(|method| method.works(aws, you, function))).await;
        let fails = |works: &[Read<Judgement>; 2]| works.iter().filter(|told| !is_right(told)).count();
        Ok(all.into_iter().zip(works).min_by_key(|(method, works)| (fails(works), method.is_open())))
    }

    /// The subscription that calls the function, of several that which may, with what `ByTopic::may_call` tells of it; none if
    /// it is subscribed to no topic.
    pub async fn topic(
        &self,
        aws: &Aws,
        you: &Learner,
        function: &Function,
    ) -> Read<Option<(ByTopic<'_>, Read<Judgement>)>> {
        let topics = self.topics.as_ref().map_err(Clone::clone)?;
        let is_it = |one: &&sns::Subscription| one.protocol == "lambda" && is_of(&one.endpoint, &function.arn);
        let all = topics.iter().flat_map(|(topic, all)| all.iter().filter(is_it).map(move |one| (topic, one)));
        let all: Vec<ByTopic<'_>> = all.map(|(topic, one)| ByTopic { topic, endpoint: &one.endpoint }).collect();
        let may = join_all(all.iter().map(|topic| topic.may_call(aws, you, function))).await;
        Ok(all.into_iter().zip(may).min_by_key(|(_, may)| !is_right(may)))
    }
}

async fn topics(aws: &Aws, you: &Learner) -> Read<Vec<(String, Vec<sns::Subscription>)>> {
    let names = aws.topic_names(you).await?;
    let topics: Vec<String> = names.iter().take(MOST).map(|name| sns::arn(you, name)).collect();
    let subscribed = try_join_all(topics.iter().map(|topic| aws.subscriptions(you, topic))).await?;
    Ok(topics.into_iter().zip(subscribed).collect())
}

impl Methods {
    async fn read(aws: &Aws, you: &Learner) -> Read<Option<Self>> {
        let Found::Here(api) = aws.rest_api(you, book::api(you)).await? else { return Ok(None) };
        let (resources, stage) = join!(aws.resources(you, &api), aws.stage(you, &api, book::api(you)));
        Ok(Some(Self { resources: resources?, stage: stage.map(Found::here), api }))
    }

    fn invoking(&self, function: &Function) -> Vec<ByMethod<'_>> {
        let known = self.stage.as_ref().ok().and_then(Option::as_ref);
        let invokes = |resource: &Resource, verb: &str| {
            invoked(resource, verb, known).is_some_and(|arn| is_of(&arn, &function.arn))
        };
        let all = self.resources.iter().flat_map(|resource| resource.methods.keys().map(move |verb| (resource, verb)));
        let invoking = all.filter(|(resource, verb)| invokes(resource, verb));
        invoking
            .map(|(resource, verb)| {
                let options = apigateway::answering(&self.resources, &resource.path, "OPTIONS");
                ByMethod { methods: self, resource, options: options.filter(|_| verb != "OPTIONS"), verb: verb.clone() }
            })
            .collect()
    }
}

/// A method of the API that invokes the function.
pub struct ByMethod<'a> {
    methods: &'a Methods,
    resource: &'a Resource,
    options: Option<&'a Resource>,
    verb: String,
}

impl ByMethod<'_> {
    /// That it calls the function, with what anybody could do who finds it.
    pub fn judged(&self) -> Judgement {
        let found = Judgement::holds(format!("{} {} of the API", self.verb, self.resource.path));
        match self.is_open() {
            true => found.advising(
                "Anybody on the internet can have it send text messages, which you pay for. Give the method an authorizer.",
            ),
            false => found,
        }
    }

    fn is_open(&self) -> bool {
        self.resource.method(&self.verb).is_some_and(Method::is_open)
    }

    /// Whether API Gateway may invoke the function, and whether a stage serves the method.
    pub async fn works(&self, aws: &Aws, you: &Learner, function: &Function) -> [Read<Judgement>; 2] {
        let Self { methods: Methods { api, stage, .. }, resource, options, verb } = self;
        let called = Called { stage: book::api(you).stage, verb, path: &resource.path };
        let endpoint = Endpoint { you, api, called, resource, options: *options, stage };
        let ([_, permission], deployed) = join!(endpoint.invokes(aws, function), endpoint.deployed(aws));
        [permission, deployed]
    }
}

/// The topic that the function is subscribed to, and what of it that is: the function, or a version or an alias of it.
pub struct ByTopic<'a> {
    topic: &'a str,
    endpoint: &'a str,
}

impl ByTopic<'_> {
    pub fn judged(&self) -> Judgement {
        Judgement::holds(format!("a subscription of {}", self.topic))
    }

    /// Whether SNS may invoke the function for this topic.
    pub async fn may_call(&self, aws: &Aws, you: &Learner, function: &Function) -> Read<Judgement> {
        let policy = aws.function_policy(function, self.endpoint).await?;
        let other = sns::arn(you, "another-topic");
        let source = EventSource { service: SNS, arn: self.topic, other: &other, account: &you.account };
        Ok(event_source::may_call(policy.as_ref(), self.endpoint, source))
    }
}
