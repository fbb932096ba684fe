//! A method of the API that a page of the website asks, and the OPTIONS that browsers ask before: as they are now, and as
//! a stage has them.

use jiff::Timestamp;

use crate::aws::Aws;
use crate::aws::fault::Read;
use crate::book;
use crate::judge::apigateway::authorizer::Token;
use crate::judge::apigateway::deployment;
use crate::judge::apigateway::mock;
use crate::judge::apigateway::visitors::{self, Called, Taking};
use crate::judge::lambda::{function, invocation};
use crate::judge::web::cors::Asking;
use crate::judge::web::preflight;
use crate::judgement::{Found, Judgement};
use crate::learner::Learner;
use crate::outside::web::{Answer, Preflight, Url};
use crate::permission::{self, Asked};
use crate::services::apigateway::{self, Resource, RestApi, Stage};
use crate::services::lambda::{Function, is_of};
use crate::wait::STAGE_DEPLOYMENT;

const OPTIONS: &str = "OPTIONS";

/// What takes the call; none if there is no such method.
pub async fn taking(aws: &Aws, you: &Learner, called: Called<'_>) -> Read<Option<Taking>> {
    let Found::Here(api) = aws.rest_api(you, book::api(you)).await? else { return Ok(None) };
    let resources = aws.resources(you, &api).await?;
    let resource = apigateway::answering(&resources, called.path, called.verb);
    let method = resource.and_then(|resource| resource.method(called.verb)).cloned();
    let options = apigateway::answering(&resources, called.path, OPTIONS).cloned();
    Ok(method.map(|method| Taking { method, options }))
}

/// Which token the method that is called takes; none if there is no such method.
pub async fn token_taken(aws: &Aws, you: &Learner, called: Called<'_>) -> Read<Option<Token>> {
    Ok(taking(aws, you, called).await?.map(|taking| taking.token()))
}

/// What a browser asks the API, at its own domain name, before a page of the learner's website sends such a request.
pub fn question(you: &Learner, api: &str, path: &str, asking: Asking<'static>) -> Url {
    let headers = asking.headers.join(",").to_lowercase();
    let asked = Preflight { origin: format!("https://{}", you.domain), verb: asking.verb, headers };
    Url::https(api).page(path).preflight(asked)
}

/// A method of a resource, with what browsers ask before.
pub struct Endpoint<'a> {
    pub you: &'a Learner,
    pub api: &'a RestApi,
    pub called: Called<'a>,
    /// The resource that answers the call.
    pub resource: &'a Resource,
    /// The resource that answers OPTIONS; none if nothing does.
    pub options: Option<&'a Resource>,
    /// The stage that visitors use; none if the API was never deployed.
    pub stage: &'a Read<Option<Stage>>,
}

impl Endpoint<'_> {
    fn known(&self) -> Option<&Stage> {
        self.stage.as_ref().ok().and_then(Option::as_ref)
    }

    /// Browsers ask before they send such a request, and get an answer if OPTIONS is open to everyone.
    pub fn preflight(&self, asking: Asking<'_>) -> Judgement {
        let Some(options) = self.options else {
            return Judgement::absent("a method OPTIONS", self.resource.verbs());
        };
        let called = Called { verb: OPTIONS, ..self.called };
        let mock = options.method(OPTIONS).and_then(|method| method.integration.as_ref());
        let bytes = mock.and_then(|mock| mock::takes_bytes(self.api, mock));
        let answers = mock::answers_preflight(options, asking, &self.you.domain);
        answers.but(bytes).but(visitors::kept_out(self.api, self.you, called))
    }

    /// What was answered to a browser's question lets the page send its request. A stage that was deployed this moment may
    /// still answer as before.
    pub fn lets_pages_send(&self, answer: &Answer, asking: Asking<'_>, now: Timestamp) -> Judgement {
        let is_fresh = self.known().is_some_and(|stage| stage.is_fresh(now));
        preflight::allows(answer, &self.you.domain, self.called.path, asking).unless(is_fresh, STAGE_DEPLOYMENT)
    }

    /// Whether the integration invokes the function, and whether it may.
    pub async fn invokes(&self, aws: &Aws, function: &Function) -> [Read<Judgement>; 2] {
        let (known, verb) = (self.known(), self.called.verb);
        let arn = invocation::invoked(self.resource, verb, known);
        let target = invocation::invokes(arn.as_deref(), known, &function.arn).but(function::throttled(function));
        let arn = arn.filter(|arn| is_of(arn, &function.arn)).unwrap_or_else(|| function.arn.clone());
        let called = Called { stage: known.map_or(self.called.stage, |stage| &stage.name), ..self.called };
        let asked = Asked { api: self.api, called, invoked: &arn, role: permission::role(self.resource, verb) };
        [Ok(target), permission::of(aws, self.you, function, asked).await]
    }

    /// The stage has both methods, with the authorization that they have in the API.
    pub async fn deployed(&self, aws: &Aws) -> Read<Judgement> {
        let Some(stage) = self.stage.as_ref().map_err(Clone::clone)? else {
            return Ok(Judgement::absent("a stage", "the API was never deployed"));
        };
        let deployed = aws.deployed(self.you, self.api, stage).await?;
        let called = Called { stage: &stage.name, path: &self.resource.path, ..self.called };
        let own = deployment::serves_alike(&deployed, self.resource, called.verb);
        let options = self.options.map(|options| deployment::serves_alike(&deployed, options, OPTIONS));
        Ok(options.into_iter().fold(own, Judgement::and).but(deployment::lets_no_call_through(stage, called)))
    }

    /// The integrations that the stage has are those of the API.
    pub async fn current(&self, aws: &Aws) -> Read<Judgement> {
        let Some(stage) = self.stage.as_ref().map_err(Clone::clone)? else {
            return Ok(Judgement::skips("the API was never deployed"));
        };
        let served = aws.export(self.you, self.api, stage).await?;
        let own = deployment::same_integration(self.resource, self.called.verb, &served);
        let options = self.options.map(|options| deployment::same_integration(options, OPTIONS, &served));
        Ok(options.into_iter().fold(own, Judgement::and))
    }
}
