//! A page of the website that takes something in for the API, found by its form and by what its scripts ask.

use futures_util::future::try_join_all;

use super::has_word;
use crate::judge::apigateway::authorizer::{self, Token};
use crate::judge::web::api_request;
use crate::judge::web::form::{self, PageApi, TakenIn};
use crate::judge::web::script::told;
use crate::judgement::NearMiss;
use crate::report::Clause;
use crate::services::apigateway::Resource;
use crate::services::s3::Bucket;
use crate::services::s3::web_page::WebPage;
use crate::verifier::prelude::*;

/// The paths of the hands-on exercises, without what is below them.
const OF_EXERCISES: [&str; 4] = [book::CHAPTERS_PATH, "/account", "/analytics", "/executions"];

/// How many pages are read.
const MOST: usize = 10;

/// By what the wanted page is told from others.
pub struct PageMarks {
    /// What stands in its key, in its fields or in the path that it asks, in lower case.
    pub words: &'static [&'static str],
    /// The same of pages that take something else in.
    pub others: &'static [&'static [&'static str]],
    pub takes: TakenIn,
    /// What to do if there is none.
    pub advice: &'static str,
}

fn api(you: &Learner) -> PageApi<'_> {
    PageApi { host: &you.names.api_domain, known: &book::PATHS }
}

/// The website's bucket, and the page in it that takes in what is wanted, or whose name says so.
pub async fn find(aws: &Aws, you: &Learner, marks: &PageMarks) -> (Read<Found<Bucket>>, Read<Found<WebPage>>) {
    let bucket = aws.bucket(you, &you.names.website_bucket).await;
    let page = match &bucket {
        Ok(Found::Here(here)) => among(aws, you, here, marks).await,
        Ok(Found::Missing(_)) => Ok(Found::Missing(None)),
        Err(fault) => Err(fault.clone()),
    };
    (bucket, page)
}

async fn among(aws: &Aws, you: &Learner, bucket: &Bucket, marks: &PageMarks) -> Read<Found<WebPage>> {
    let mut keys = aws.page_keys(bucket).await?;
    keys.sort_by_key(|key| !has_word(key, marks.words));
    keys.truncate(MOST);
    let here = || Ok(Found::Here(bucket.clone()));
    let pages = try_join_all(keys.iter().map(|key| aws.web_page_in(here(), key, &you.domain))).await?;
    let mut unread: Option<Fault> = None;
    let mut best: Option<((bool, bool, bool), WebPage)> = None;
    for page in pages.into_iter().filter_map(Found::here) {
        if let Err(fault) = &page.scripts {
            unread = unread.or(Some(fault.clone()));
        }
        let score = marks.score(you, &page);
        if score > best.as_ref().map_or((false, false, false), |(score, _)| *score) {
            best = Some((score, page));
        }
    }
    match (best, unread) {
        // A field alone is on many pages.
        (Some(((brings, _, tells), page)), _) if brings || tells => Ok(Found::Here(page)),
        (_, Some(fault)) => Err(fault),
        _ => Ok(Found::Missing((!keys.is_empty()).then(|| NearMiss {
            found: format!("{}, which do other things", keys.join(", ")),
            advice: marks.advice.to_owned(),
        }))),
    }
}

impl PageMarks {
    /// Whether the page brings something to the API that is not said to be something else, has a field for it, and says that it
    /// is the wanted one.
    fn score(&self, you: &Learner, page: &WebPage) -> (bool, bool, bool) {
        let scripts = page.scripts.as_ref().ok();
        let request = scripts.and_then(|scripts| form::brought(&scripts.code, page, api(you), self.takes));
        let by_form =
            scripts.is_some_and(|scripts| form::brings(&scripts.code, page, api(you), self.takes).does_hold());
        let fields = page.document.fields();
        let path = request.as_ref().map_or("", |request| request.path.as_str());
        let says = |words: &[&str]| {
            let names = [page.content.object.key.as_str(), path].into_iter();
            names.chain(fields.iter().map(|field| field.says.as_str())).any(|name| has_word(name, words))
        };
        let has_field = scripts.is_some_and(|scripts| form::has_field(&scripts.code, page, self.takes).does_hold());
        let (tells, is_other) = (says(self.words), self.others.iter().any(|&words| says(words)));
        ((request.is_some() || by_form) && (tells || !is_other && has_field), has_field, tells)
    }
}

impl PageMarks {
    /// What is wrong if the API has methods that may be meant, and none where the page sends what it takes in.
    fn leads_nowhere(&self, you: &Learner, page: &WebPage, methods: &[Resource]) -> Option<Judgement> {
        let code = &page.scripts.as_ref().ok()?.code;
        let (verb, path) = match form::brought(code, page, api(you), self.takes) {
            Some(request) if request.verb.is_empty() => return None,
            Some(request) => (request.verb, request.path),
            None => ("POST".to_owned(), form::posted_to(page, api(you))?),
        };
        if apigateway::answering(methods, &path, &verb).is_some_and(|resource| resource.method(&verb).is_some()) {
            return None;
        }
        let meant: Vec<String> = methods.iter().flat_map(|resource| self.meant(resource)).collect();
        if meant.is_empty() {
            return None;
        }
        let host = &you.names.api_domain;
        Some(Judgement::fails(format!("a request to what the API has: {}", meant.join(", ")), format!("{verb} {path}, which it has not")).advising(
            format!("Capital letters and each letter count in a path. Ask https://{host} followed by the path that the API has, with its verb, and upload the script again."),
        ))
    }

    /// The methods of a resource of the learner's own that may take what the page takes in.
    fn meant(&self, resource: &Resource) -> Vec<String> {
        const TAKES: [&str; 4] = ["POST", "PUT", "PATCH", "ANY"];
        let path = resource.path.as_str();
        let is_other = self.others.iter().any(|words| has_word(path, words)) && !has_word(path, self.words);
        // What is below the paths of exercises is for what those are for.
        let is_of_exercise = OF_EXERCISES.iter().any(|of| path == *of || path.starts_with(&format!("{of}/")));
        if is_other || is_of_exercise && !has_word(path, self.words) {
            return Vec::new();
        }
        let verbs = resource.methods.keys().filter(|verb| TAKES.contains(&verb.as_str()));
        verbs.map(|verb| format!("{verb} {path}")).collect()
    }
}

/// The resources of the API with their methods; none without an API.
pub async fn methods(aws: &Aws, you: &Learner) -> Read<Vec<Resource>> {
    match aws.rest_api(you, book::api(you)).await? {
        Found::Here(api) => aws.resources(you, &api).await,
        Found::Missing(_) => Ok(Vec::new()),
    }
}

/// What the page does, clause by clause: its field, its request, what the request has in it, and the token.
pub fn expects(
    you: &Learner,
    it: &mut Report<'_>,
    (page, marks): (&WebPage, &PageMarks),
    methods: Read<Vec<Resource>>,
    [field, brings, body, token]: [Clause; 4],
) {
    let (api, takes) = (api(you), marks.takes);
    it.expects(field, told(page, |code| form::has_field(code, page, takes)));
    let sent = told(page, |code| form::brings(code, page, api, takes));
    let wrong = methods.as_ref().ok().and_then(|methods| marks.leads_nowhere(you, page, methods));
    it.expects(brings, sent.map(|sent| sent.but(wrong)));
    it.expects(body, told(page, |code| form::has_body(code, page, api, takes)));
    it.expects(token, methods.and_then(|methods| fitting_token(you, page, takes, &methods)));
}

/// It sends the token that the method takes; before there is such a method, whatever it sends is right.
fn fitting_token(you: &Learner, page: &WebPage, takes: TakenIn, methods: &[Resource]) -> Read<Judgement> {
    let scripts = page.scripts.as_ref().map_err(Clone::clone)?;
    let Some(request) = form::brought(&scripts.code, page, api(you), takes) else {
        return Ok(Judgement::skips("there is no such request to read"));
    };
    let verb = if request.verb.is_empty() { "POST" } else { request.verb.as_str() };
    let resource = apigateway::answering(methods, &request.path, verb);
    match resource.and_then(|resource| resource.method(verb)).map(authorizer::token) {
        taken @ Some(Token::Access | Token::Id) => api_request::sends_token(page, &request.address, taken),
        Some(Token::Other) => Ok(Judgement::skips("the method asks for no token of the user pool")),
        None => Ok(Judgement::skips("the API has no such method yet")),
    }
}
