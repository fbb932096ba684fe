//! A method of the API of the learner's own, found by what answers it, with all that decides whether a page may use it.

use std::fmt;

use futures_util::future::try_join_all;

use super::function::{OwnFunction, Places};
use super::{has_word, lack, of_least_lack};
use crate::endpoint::Endpoint;
use crate::judge::apigateway::authorizer;
use crate::judge::apigateway::put_item;
use crate::judge::apigateway::visitors::{self, Called};
use crate::judge::lambda::code;
use crate::judge::lambda::invocation::invoked;
use crate::judge::web::cors::Asking;
use crate::judgement::NearMiss;
use crate::report::Clause;
use crate::services::apigateway::{Integration, Resource, RestApi, Stage};
use crate::services::lambda::{Function, is_of};
use crate::verifier::prelude::*;

/// How many methods are read.
const MOST: usize = 8;

/// By what the wanted method is told from the learner's others.
pub struct MethodMarks {
    /// What stands in its path or in the name of its function, in lower case.
    pub words: &'static [&'static str],
    /// The same of methods for other things.
    pub others: &'static [&'static [&'static str]],
    /// The verbs that it may have.
    pub verbs: &'static [&'static str],
    /// Of these actions its function does one, or the service itself that it asks.
    pub actions: &'static [&'static str],
    /// Where these are done.
    pub places: Places,
    /// What to do if there is none.
    pub advice: &'static str,
}

/// What answers the method.
pub enum Behind {
    Function(Box<OwnFunction>),
    /// A service that API Gateway asks itself, or none.
    Other(Option<Integration>),
}

/// A method of the API.
pub struct OwnMethod {
    pub api: RestApi,
    pub resource: Resource,
    pub verb: String,
    pub behind: Behind,
    options: Option<Resource>,
    stage: Read<Option<Stage>>,
}

impl fmt::Display for OwnMethod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.verb, self.resource.path)
    }
}

/// The method beside those of the exercises that does what is wanted, or whose path says so.
pub async fn find(aws: &Aws, you: &Learner, api: &RestApi, marks: &MethodMarks) -> Read<Found<OwnMethod>> {
    let (resources, stage) = join!(aws.resources(you, api), aws.stage(you, api, book::api(you)));
    let (resources, stage) = (resources?, stage.map(Found::here));
    let mut places = own(&resources);
    places.retain(|(_, verb)| verb == "ANY" || marks.verbs.contains(&verb.as_str()));
    places.sort_by_key(|(resource, _)| !has_word(&resource.path, marks.words));
    places.truncate(MOST);
    let known = stage.as_ref().ok().and_then(Option::as_ref);
    let behind = places.iter().map(|(resource, verb)| Behind::read(aws, you, (resource, verb.as_str()), known));
    let behind = try_join_all(behind).await?;
    let mut unread: Option<Fault> = None;
    let mut best = (false, false);
    let mut alike: Vec<(Resource, String, Behind)> = Vec::new();
    for ((resource, verb), behind) in places.into_iter().zip(behind) {
        if let Behind::Function(own) = &behind {
            unread = unread.or(own.package.as_ref().err().cloned());
        }
        let score = marks.score(&resource, &behind);
        if score > best {
            best = score;
            alike.clear();
        }
        if score == best && score != (false, false) {
            alike.push((resource, verb, behind));
        }
    }
    if alike.is_empty() {
        return match unread {
            Some(fault) => Err(fault),
            None => Ok(Found::Missing(missing(&resources, marks))),
        };
    }
    // Another one may do it, whose code was not read.
    let (does, _) = best;
    if let Some(fault) = unread.filter(|_| !does && alike.iter().all(|(.., behind)| !behind.is_unread())) {
        return Err(fault);
    }
    let method = |(resource, verb, behind): (Resource, String, Behind)| OwnMethod {
        options: options_of(&resources, &resource, &verb),
        api: api.clone(),
        resource,
        verb,
        behind,
        stage: stage.clone(),
    };
    Ok(Found::from(best_of(aws, you, marks, alike.into_iter().map(method).collect()).await))
}

/// Of several methods for the same, that to which least is missing. One alone is not asked about.
async fn best_of(aws: &Aws, you: &Learner, marks: &MethodMarks, all: Vec<OwnMethod>) -> Option<OwnMethod> {
    let is_one = all.len() == 1;
    let weighed = of_least_lack(all, async |method: OwnMethod| {
        let lacks = if is_one { 0 } else { method.lacks(aws, you, marks).await };
        (lacks, method)
    });
    weighed.await
}

/// What answers browsers that ask before a request.
fn options_of(resources: &[Resource], resource: &Resource, verb: &str) -> Option<Resource> {
    apigateway::answering(resources, &resource.path, "OPTIONS").filter(|_| verb != "ANY").cloned()
}

/// The methods of the resources that are no exercise's.
fn own(resources: &[Resource]) -> Vec<(Resource, String)> {
    let beside = resources.iter().filter(|resource| !book::PATHS.contains(&resource.path.as_str()));
    beside
        .flat_map(|resource| resource.methods.keys().map(move |verb| (resource.clone(), verb.clone())))
        .filter(|(_, verb)| verb != "OPTIONS")
        .collect()
}

fn missing(resources: &[Resource], marks: &MethodMarks) -> Option<NearMiss> {
    let others: Vec<String> =
        own(resources).iter().map(|(resource, verb)| format!("{verb} {}", resource.path)).collect();
    (!others.is_empty()).then(|| NearMiss {
        found: format!("{}, which do other things", others.join(", ")),
        advice: marks.advice.to_owned(),
    })
}

impl MethodMarks {
    /// Whether it does what is wanted and is not said to be for something else, and whether it is said to be the wanted one.
    fn score(&self, resource: &Resource, behind: &Behind) -> (bool, bool) {
        let name = match behind {
            Behind::Function(own) => own.function.name.as_str(),
            Behind::Other(_) => "",
        };
        let is_other = self.others.iter().any(|words| has_word(&resource.path, words) || has_word(name, words));
        let tells = has_word(&resource.path, self.words) || !is_other && has_word(name, self.words);
        (behind.does(self.actions) && (tells || !is_other), tells)
    }
}

impl Behind {
    async fn read(aws: &Aws, you: &Learner, (resource, verb): (&Resource, &str), stage: Option<&Stage>) -> Read<Self> {
        let integration = resource.method(verb).and_then(|method| method.integration.clone());
        let Some(arn) = invoked(resource, verb, stage) else { return Ok(Self::Other(integration)) };
        let name = arn.split(':').nth(6).unwrap_or_default();
        let own = OwnFunction::read(aws, you, name).await?;
        Ok(own.map_or(Self::Other(integration), |own| Self::Function(Box::new(own))))
    }

    fn is_unread(&self) -> bool {
        matches!(self, Self::Function(own) if own.package.is_err())
    }

    /// Whether the function does one of the actions, or API Gateway itself asks a service to do one.
    fn does(&self, actions: &[&str]) -> bool {
        match self {
            Self::Function(own) => own.does(actions),
            Self::Other(integration) => integration.as_ref().is_some_and(|of| asks(of, actions).is_some()),
        }
    }
}

/// Which of the actions API Gateway itself asks a service to do (API Gateway API Reference, "Integration", uri).
fn asks<'a>(integration: &Integration, actions: &[&'a str]) -> Option<&'a str> {
    let asked = integration.uri.splitn(6, ':').skip(4).collect::<Vec<_>>();
    let [service, place] = asked[..] else { return None };
    let is_it = |action: &&&str| {
        let (of, name) = action.split_once(':').unwrap_or_default();
        let puts_object = place.starts_with("path/") && integration.sent_with == "PUT" && **action == "s3:PutObject";
        of == service && (place.strip_prefix("action/") == Some(name) || puts_object)
    };
    actions.iter().find(is_it).copied()
}

impl OwnMethod {
    /// The methods of the API that invoke the function, whatever they are for.
    pub async fn all_of(aws: &Aws, you: &Learner, function: &Function) -> Read<Vec<Self>> {
        let Found::Here(api) = aws.rest_api(you, book::api(you)).await? else { return Ok(Vec::new()) };
        let (resources, stage) = join!(aws.resources(you, &api), aws.stage(you, &api, book::api(you)));
        let (resources, stage) = (resources?, stage.map(Found::here));
        let known = stage.as_ref().ok().and_then(Option::as_ref);
        let invokes = |(resource, verb): &(Resource, String)| {
            invoked(resource, verb, known).is_some_and(|arn| is_of(&arn, &function.arn))
        };
        let method = |(resource, verb): (Resource, String)| Self {
            options: options_of(&resources, &resource, &verb),
            api: api.clone(),
            resource,
            verb,
            behind: Behind::Other(None),
            stage: stage.clone(),
        };
        Ok(own(&resources).into_iter().filter(invokes).map(method).collect())
    }

    /// How much is missing to it: what does not hold, and less what is not known to.
    async fn lacks(&self, aws: &Aws, you: &Learner, marks: &MethodMarks) -> usize {
        let (works, allowed) = join!(self.works(aws, you), self.allowed(aws, you, marks.actions));
        works.iter().chain([&allowed]).map(lack).sum()
    }

    fn endpoint<'a>(&'a self, you: &'a Learner) -> Endpoint<'a> {
        let called = Called { stage: book::api(you).stage, verb: &self.verb, path: &self.resource.path };
        let options = self.options.as_ref();
        Endpoint { you, api: &self.api, called, resource: &self.resource, options, stage: &self.stage }
    }

    /// Whether what answers it does one of the actions, whatever its path says.
    pub fn is_for(&self, actions: &[&str]) -> bool {
        self.behind.does(actions)
    }

    /// That it is there, with what anybody could do who finds it.
    pub fn judged(&self) -> Judgement {
        let found = Judgement::holds(self.to_string());
        match self.resource.method(&self.verb) {
            Some(method) if method.is_open() => found.advising(
                "Anybody on the internet can send to it, and you pay for what that starts. Give the method an authorizer.",
            ),
            _ => found,
        }
    }

    /// Whether a stage serves it.
    pub async fn served(&self, aws: &Aws, you: &Learner) -> Read<Judgement> {
        self.endpoint(you).deployed(aws).await
    }

    /// Whether API Gateway may invoke the function.
    pub async fn permitted(&self, aws: &Aws, you: &Learner, function: &Function) -> Read<Judgement> {
        let [target, permission] = self.endpoint(you).invokes(aws, function).await;
        Ok(target?.and(permission?))
    }

    /// What lets the work be done: the role of the function or, without one, that with which API Gateway asks the service.
    pub async fn allowed(&self, aws: &Aws, you: &Learner, actions: &[&'static str]) -> Read<Judgement> {
        match &self.behind {
            Behind::Function(own) => own.allowed(aws, you, actions).await,
            Behind::Other(Some(of)) if of.credentials.is_empty() => {
                Ok(Judgement::fails("a role under which API Gateway asks the service", "no execution role"))
            }
            Behind::Other(_) => Ok(Judgement::skips("not told from the API: what it answers shows what its role may")),
        }
    }

    /// It does one of the actions; `said` is what that is in words, and that it is not done.
    pub async fn does(&self, aws: &Aws, you: &Learner, marks: &MethodMarks, said: [&str; 2]) -> Read<Judgement> {
        match &self.behind {
            Behind::Function(own) => {
                let does = own.does_with(aws, you, (marks.actions, marks.places), said).await?;
                Ok(does.but(own.mixes_up(marks.words, marks.others)))
            }
            Behind::Other(Some(of)) => Ok(match asks(of, marks.actions) {
                Some(action) => Judgement::holds(action),
                None => Judgement::fails(said[0], format!("the integration {}", of.kind)),
            }),
            Behind::Other(None) => Ok(Judgement::absent(said[0], "no integration")),
        }
    }

    /// If it asks for a token, the tokens of the website's user pool are right.
    async fn guarded(&self, aws: &Aws, you: &Learner) -> Read<Judgement> {
        let Some(method) = self.resource.method(&self.verb).filter(|method| method.authorization != "NONE") else {
            return Ok(self.judged());
        };
        let (authorizers, domain) =
            join!(aws.authorizers(you, &self.api), aws.pool_domain(you, &you.names.auth_domain));
        let (authorizers, Some(domain)) = (authorizers?, domain?) else {
            return Ok(Judgement::skips("no user pool has the domain of the sign-in pages yet (exercise 7.1)"));
        };
        Ok(authorizer::guards(method, &authorizers, &domain.pool_arn(you)))
    }

    /// What it answers, whose pages may read that, whom it lets in, who may invoke the function, what OPTIONS says, and whether a
    /// stage serves it.
    pub async fn expects(&self, aws: &Aws, you: &Learner, it: &mut Report<'_>, clauses: [Clause; 6]) {
        let works = self.works(aws, you).await;
        clauses.into_iter().zip(works).for_each(|(clause, told)| it.expects(clause, told));
    }

    async fn works(&self, aws: &Aws, you: &Learner) -> [Read<Judgement>; 6] {
        let endpoint = self.endpoint(you);
        let kept_out = visitors::kept_out(&self.api, you, endpoint.called);
        let may_invoke = async {
            match &self.behind {
                Behind::Function(own) => self.permitted(aws, you, &own.function).await,
                Behind::Other(_) => Ok(Judgement::skips("no function is invoked")),
            }
        };
        let (may_invoke, served, guarded) = join!(may_invoke, endpoint.deployed(aws), self.guarded(aws, you));
        let (answer, cors) = match &self.behind {
            Behind::Function(own) => (
                own.package.judged(|package| code::succeeds(package)),
                own.package.judged(|package| code::allows_origin(package, &you.domain)),
            ),
            Behind::Other(of) => {
                let method = self.resource.method(&self.verb);
                let read =
                    of.as_ref().zip(method).map(|(of, method)| put_item::lets_pages_read(method, of, &you.domain));
                let answer = Judgement::skips("no function answers");
                (Ok(answer), Ok(read.unwrap_or_else(|| Judgement::skips("nothing answers"))))
            }
        };
        let preflight = Ok(self.preflight(&endpoint));
        [answer, cors, guarded, may_invoke, preflight, served.map(|judged| judged.but(kept_out))]
    }

    /// Browsers ask before they send what every page may not: another verb than POST, or a token.
    fn preflight(&self, endpoint: &Endpoint<'_>) -> Judgement {
        let method = self.resource.method(&self.verb);
        let is_open = method.is_some_and(|method| method.authorization == "NONE");
        let headers: &'static [&'static str] = if is_open { &[] } else { &["Authorization"] };
        if self.verb == "ANY" {
            return Judgement::skips("what answers every verb answers OPTIONS as well, by its code");
        }
        if endpoint.options.is_none() && is_open && self.verb == "POST" {
            return Judgement::skips(
                "not told from the API: it depends on what the page sends whether browsers ask before",
            );
        }
        let verb = ["POST", "PUT", "PATCH", "GET"].into_iter().find(|verb| *verb == self.verb).unwrap_or("POST");
        endpoint.preflight(Asking { verb, headers })
    }
}
