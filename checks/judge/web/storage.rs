//! Judgements of what a page's scripts keep in the browser, look for there, and remove.

use crate::documents::code::{Act, Code, Run, StorageUse, Value, ValueSet};
use crate::judge::web::page::not_told;
use crate::judgement::Judgement;

/// The members of Cognito's answer that are tokens (Amazon Cognito Developer Guide, "Token endpoint").
pub const TOKENS: [&str; 3] = ["access_token", "id_token", "refresh_token"];
/// Under which name the pages keep that answer.
pub const KEPT: &str = "jwt";
const LOCAL: &str = "localStorage";

/// The whole answer with the tokens is kept as JSON text under the name, from visit to visit.
pub fn keeps_answer(code: &Code, name: &str) -> Judgement {
    let run = code.in_browser();
    let uses = run.storage();
    let expected = format!("the whole answer, as JSON, in {LOCAL} under {name}");
    let sets = || uses.iter().filter_map(|one| as_set(one).map(|value| (one, value)));
    let right: Vec<&ValueSet> = sets().filter(|(one, _)| one.is_of(LOCAL, name)).map(|(_, value)| value).collect();
    if right.is_empty() {
        return elsewhere(&expected, "keeps", sets().map(|(one, _)| one));
    }
    let is_wrong = |is: &dyn Fn(&Value) -> bool| right.iter().all(|values| values.all(is));
    if is_wrong(&|value| run.method_of(value) == Some("json")) {
        let advice = format!("A browser keeps texts alone: {LOCAL}.setItem(\"{name}\", JSON.stringify(tokens)).");
        return Judgement::fails(expected, "an object, of which a browser keeps the text [object Object]")
            .advising(advice);
    }
    let advice = || {
        format!(
            "Wait for what came, and keep that: {LOCAL}.setItem(\"{name}\", JSON.stringify(await response.json()))."
        )
    };
    if run.keeps_promise(LOCAL, name) {
        return Judgement::fails(expected, "a promise, of which JSON is {}").advising(format!(
            "Nothing has come yet when that is kept. Write await before the call that gives the tokens. {}",
            advice()
        ));
    }
    let is_response = |value: &Value| run.is_given_by(value, &["fetch"]);
    let is_json_of =
        |value: &Value| run.is_given_by(value, &["JSON", "stringify"]) && run.made_of(value).all(is_response);
    if is_wrong(&|value| is_response(value) || is_json_of(value)) {
        return Judgement::fails(expected, "what fetch gives, of which JSON is {}")
            .advising(format!("The tokens are in its body. {}", advice()));
    }
    let single = right.iter().flat_map(|values| values.iter()).find_map(|value| token_of(&run, value));
    match single {
        Some(token) if is_wrong(&|value| token_of(&run, value).is_some()) => {
            Judgement::fails(expected, format!("{token} alone")).advising(format!(
                "The other pages look for the access token and the refresh token in one answer. Keep it whole: {LOCAL}.setItem(\"{name}\", JSON.stringify(tokens))."
            ))
        }
        _ => Judgement::holds(format!("{LOCAL} under {name}")),
    }
}

/// Something looks for what is kept under the name.
pub fn looks_for(code: &Code, name: &str) -> Judgement {
    let uses = code.in_browser().storage();
    let gets = || uses.iter().filter(|one| matches!(one.act, Act::Gets | Act::Names));
    if gets().any(|one| one.is_of(LOCAL, name)) {
        return Judgement::holds(format!("it looks in {LOCAL} for {name}"));
    }
    elsewhere(&format!("a script that looks in {LOCAL} for {name}"), "looks for", gets())
}

/// What is kept under the name is removed.
pub fn forgets(code: &Code, name: &str) -> Judgement {
    let uses = code.in_browser().storage();
    let removes = |one: &&StorageUse| match one.act {
        Act::Removes => one.is_of(LOCAL, name),
        Act::Clears => one.store == LOCAL,
        _ => false,
    };
    if uses.iter().any(|one| removes(&one)) {
        return Judgement::holds(format!("it removes {name} from {LOCAL}"));
    }
    let may_delete = |one: &&StorageUse| matches!(one.act, Act::Names | Act::Sets(_)) && one.is_of(LOCAL, name);
    if uses.iter().any(|one| may_delete(&one)) {
        return not_told(&format!("it names {LOCAL}.{name}, which it may delete or overwrite"));
    }
    let removed = uses.iter().filter(|one| matches!(one.act, Act::Removes | Act::Clears));
    elsewhere(&format!("a script that removes {name} from {LOCAL}"), "removes", removed)
}

/// How it is judged that none of these is right.
fn elsewhere<'a>(expected: &str, does: &str, uses: impl Iterator<Item = &'a StorageUse>) -> Judgement {
    let mut found: Vec<String> = Vec::new();
    for one in uses {
        let names: Vec<&str> = one.name.texts().filter(|text| text.is_whole()).map(|text| text.value()).collect();
        if !one.name.are_certain() && !matches!(one.act, Act::Clears) {
            return not_told("the name under which it keeps or seeks something is put together while it runs");
        }
        let shown =
            format!("{} in {}", if names.is_empty() { "everything".into() } else { names.join(" or ") }, one.store);
        if !found.contains(&shown) {
            found.push(shown);
        }
    }
    match found.is_empty() {
        true => Judgement::absent(expected, "no script that does"),
        false => Judgement::fails(expected, format!("a script that {does} {}", found.join(", "))),
    }
}

fn as_set(one: &StorageUse) -> Option<&ValueSet> {
    match &one.act {
        Act::Sets(value) => Some(value),
        _ => None,
    }
}

/// The token that a value is, or of which it is the JSON.
fn token_of(run: &Run<'_>, value: &Value) -> Option<&'static str> {
    if run.is_given_by(value, &["JSON", "stringify"]) {
        let inner = run.made_of(value);
        return inner.iter().find_map(member_token);
    }
    member_token(value)
}

/// Why a member that is called like a token is none: what it is taken of, and what to do.
pub fn taken_of_other(run: &Run<'_>, value: &Value, kept: &str) -> Option<(String, String)> {
    let (whole, token) = match value {
        Value::Result { call, path } => match path.as_slice() {
            [token] => (Value::Result { call: *call, path: Vec::new() }, token),
            _ => return None,
        },
        Value::Outside { module, path } => match path.as_slice() {
            [store, name, token] if module.is_empty() => (Value::global(&[store.as_str(), name.as_str()]), token),
            _ => return None,
        },
        _ => return None,
    };
    if !TOKENS.contains(&token.as_str()) {
        return None;
    }
    if run.read_of_store(&whole).is_some() {
        return Some((
            format!("{token} of the text that is kept"),
            format!(
                "A text has no member {token}, and so undefined is sent. Make an object of it first: JSON.parse(text).{token}."
            ),
        ));
    }
    if run.is_given_by(&whole, &["fetch"]) {
        return Some((
            format!("{token} of what fetch gives"),
            format!(
                "That has no member {token}, and so undefined is sent. Read its body first: (await response.json()).{token}."
            ),
        ));
    }
    let store = kept_elsewhere(run, &whole, kept)?;
    Some((
        format!("{token} of what is kept in {store}"),
        format!(
            "Nothing is kept there. Look where the page of exercise 7.5 keeps the tokens: {LOCAL}.getItem(\"{kept}\")."
        ),
    ))
}

/// Where else than under the name JSON text comes from that a value was made of, for certain.
fn kept_elsewhere(run: &Run<'_>, parsed: &Value, kept: &str) -> Option<String> {
    if !run.is_given_by(parsed, &["JSON", "parse"]) {
        return None;
    }
    let mut elsewhere = None;
    for value in run.made_of(parsed).iter().filter(|value| value.text().is_none()) {
        let used = run.read_of_store(value).filter(|used| used.name.are_certain() && !used.is_of(LOCAL, kept))?;
        let name = used.name.texts().next().map_or("", |name| name.value());
        elsewhere = Some(format!("{} under {name}", used.store));
    }
    elsewhere
}

/// The token that a value is for certain: a member of what came.
pub fn member_token(value: &Value) -> Option<&'static str> {
    let Value::Result { path, .. } = value else { return None };
    TOKENS.into_iter().find(|token| path.last().is_some_and(|last| last == token))
}
