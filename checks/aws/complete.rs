//! Answers with all that AWS always sends. The SDK's decoder fills a required member that an answer lacks with nothing,
//! zero or false, which would turn "cannot tell" into "there is none"; so what matters is looked for in the answer itself.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::AfterDeserializationInterceptorContextRef;
use aws_smithy_runtime_api::client::interceptors::{Intercept, dyn_dispatch_hint};
use aws_smithy_runtime_api::client::orchestrator::Metadata;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use serde_json::Value;
use xmlparser::{ElementEnd, Token, Tokenizer};

use super::api::Apis;

/// What AWS, by the service model, always sends of one thing: an element in XML, a member or its entries in JSON.
#[derive(Debug, PartialEq, Eq)]
pub struct Always {
    /// The thing's own name, after that of what it is in where several have the name: `Users/member`. An answer in JSON has
    /// the name of its operation.
    pub thing: &'static str,
    pub members: &'static [&'static str],
}

/// The members that every answer has of a thing.
pub const fn always(thing: &'static str, members: &'static [&'static str]) -> Always {
    Always { thing, members }
}

/// An answer without something that AWS always sends.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("the answer has a {thing} without {member}, which AWS always sends")]
pub struct Lacking {
    thing: &'static str,
    member: &'static str,
}

/// Refuses answers that lack what AWS always sends. A client carries it after the guard of whole answers.
#[derive(Clone, Copy, Debug)]
pub struct Complete {
    pub apis: Apis,
}

#[dyn_dispatch_hint]
impl Intercept for Complete {
    fn name(&self) -> &'static str {
        "complete answers"
    }

    fn read_after_deserialization(
        &self,
        context: &AfterDeserializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        bag: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let [service, operation] =
            bag.load::<Metadata>().map_or([""; 2], |metadata| [metadata.service(), metadata.name()]);
        let always = self.apis.iter().find(|api| api.id == service).map_or(&[][..], |api| api.always);
        let response = context.response();
        match response.body().bytes() {
            Some(body) if response.status().is_success() => complete(body, operation, always).map_err(Into::into),
            _ => Ok(()),
        }
    }
}

/// What is neither XML nor JSON was refused before, or is a document of its owner's.
fn complete(body: &[u8], operation: &str, always: &'static [Always]) -> Result<(), Lacking> {
    if always.is_empty() {
        return Ok(());
    }
    match body.trim_ascii_start().first() {
        Some(b'<') => str::from_utf8(body).map_or(Ok(()), |xml| complete_xml(xml, always)),
        Some(b'{') => {
            serde_json::from_slice(body).map_or(Ok(()), |value: Value| complete_json(&value, ["", operation], always))
        }
        _ => Ok(()),
    }
}

impl Always {
    /// Whether this is about a thing of that name in another of that name.
    fn is_about(&self, [parent, name]: [&str; 2]) -> bool {
        match self.thing.split_once('/') {
            Some((of, own)) => of == parent && own == name,
            None => self.thing == name,
        }
    }

    fn of(&self, has: impl Fn(&str) -> bool) -> Result<(), Lacking> {
        match self.members.iter().find(|member| !has(member)) {
            Some(member) => Err(Lacking { thing: self.thing, member }),
            None => Ok(()),
        }
    }
}

/// An element that has not ended yet, and the names of those in it.
struct Open<'a> {
    name: &'a str,
    within: Vec<&'a str>,
}

fn complete_xml(xml: &str, always: &'static [Always]) -> Result<(), Lacking> {
    let mut open: Vec<Open<'_>> = Vec::new();
    for token in Tokenizer::from(xml).map_while(Result::ok) {
        match token {
            Token::ElementStart { local, .. } => {
                if let Some(parent) = open.last_mut() {
                    parent.within.push(local.as_str());
                }
                open.push(Open { name: local.as_str(), within: Vec::new() });
            }
            Token::ElementEnd { end: ElementEnd::Empty | ElementEnd::Close(..), .. } => {
                let Some(ended) = open.pop() else { return Ok(()) };
                let place = [open.last().map_or("", |parent| parent.name), ended.name];
                let mut about = always.iter().filter(|always| always.is_about(place));
                about.try_for_each(|always| always.of(|member| ended.within.contains(&member)))?;
            }
            _ => {}
        }
    }
    Ok(())
}

fn complete_json(value: &Value, place: [&str; 2], always: &'static [Always]) -> Result<(), Lacking> {
    match value {
        Value::Array(entries) => entries.iter().try_for_each(|entry| complete_json(entry, place, always)),
        Value::Object(members) => {
            let mut about = always.iter().filter(|always| always.is_about(place));
            about.try_for_each(|always| always.of(|member| members.contains_key(member)))?;
            members.iter().try_for_each(|(name, value)| complete_json(value, [place[1], name], always))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ALWAYS: &[Always] =
        &[always("Item", &["Id", "Names"]), always("Users/member", &["Arn"]), always("ListThings", &["Things"])];

    fn lacks(body: &str) -> Option<String> {
        lacks_as("GetThing", body)
    }

    fn lacks_as(operation: &str, body: &str) -> Option<String> {
        complete(body.as_bytes(), operation, ALWAYS)
            .err()
            .map(|lacking| format!("{} {}", lacking.thing, lacking.member))
    }

    #[test]
    fn what_is_there_passes_empty_as_well() {
        for body in [
            "<List><Item><Names/><Id>1</Id></Item></List>",
            "<List/>",
            "<Roles><member><Name>x</Name></member></Roles>",
            r#"{"Item": [{"Id": null, "Names": []}], "member": {}}"#,
            "",
            "plain",
            "{\"Item\": [{",
        ] {
            assert_eq!(lacks(body), None, "{body}");
        }
    }

    #[test]
    fn what_is_not_there_is_named_and_does_not_count_deeper_down() {
        assert_eq!(lacks("<List><Item><Id>1</Id></Item></List>").as_deref(), Some("Item Names"));
        assert_eq!(lacks("<List><Item/></List>").as_deref(), Some("Item Id"));
        assert_eq!(lacks("<Item><Id/><More><Names/></More></Item>").as_deref(), Some("Item Names"));
        assert_eq!(lacks("<Users><member><Name/></member></Users>").as_deref(), Some("Users/member Arn"));
        assert_eq!(lacks(r#"{"Users": {"member": [{"Arn": 1}, {}]}}"#).as_deref(), Some("Users/member Arn"));
        assert_eq!(lacks_as("ListThings", "{}").as_deref(), Some("ListThings Things"));
        assert_eq!(lacks_as("ListThings", r#"{"Things": [{}]}"#), None);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(body: Vec<u8>, text in "[<>/Itemd{}\":\\[\\]]{0,60}") {
            let _ = (complete(&body, "ListThings", ALWAYS), complete(text.as_bytes(), "ListThings", ALWAYS));
        }
    }
}
