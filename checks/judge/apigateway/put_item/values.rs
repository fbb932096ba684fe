//! Whether DynamoDB takes the values of an item that a template makes: each has its type, and what the type wants.

use super::{Wrong, fails, with_advice};
use crate::documents::mapping_template::{Node, Part, Source};

/// The types of DynamoDB's values (Amazon DynamoDB Developer Guide, "Data type descriptors").
const TYPES: [&str; 10] = ["S", "N", "B", "BOOL", "NULL", "M", "L", "SS", "NS", "BS"];
pub(super) const QUOTED: &str = "DynamoDB takes texts, and numbers, too, in quotation marks: put some around it.";

/// The type of an attribute, and its value.
pub(super) fn typed<'a>(name: &str, value: &'a Node) -> Result<(&'a str, &'a Node), Wrong> {
    const ADVICE: &str = "DynamoDB wants the type before each value, such as {\"S\": \"text\"} or {\"N\": \"1\"}.";
    let pair = match value {
        Node::Object(typed) if typed.len() == 1 => typed.iter().next(),
        Node::Bare(Source::Caller | Source::Json | Source::Escaped | Source::Unknown) => {
            return Err(Wrong::Unsure(format!("{name} comes from a variable")));
        }
        _ => None,
    };
    match pair {
        Some((kind, value)) if TYPES.contains(&kind.as_str()) => Ok((kind, value)),
        Some((kind, _)) => Err(with_advice(format!("{name} with the type {kind}"), ADVICE)),
        None => Err(with_advice(format!("{name} without a type"), ADVICE)),
    }
}

/// DynamoDB takes the value of an attribute (Amazon DynamoDB API Reference, "AttributeValue").
pub(super) fn taken(name: &str, value: &Node) -> Result<(), Wrong> {
    match typed(name, value)? {
        ("S" | "B" | "N", Node::Bare(Source::Time | Source::Gateway) | Node::Plain(_)) => {
            Err(with_advice(format!("{name} without quotation marks"), QUOTED))
        }
        ("S" | "B" | "N", Node::Object(_) | Node::List(_)) => Err(fails(format!("{name} that is no text"))),
        ("N", Node::Text(parts)) => number(name, parts),
        ("M", Node::Object(members)) => members.iter().try_for_each(|(name, value)| taken(name, value)),
        ("L", Node::List(all)) => all.iter().try_for_each(|value| taken(name, value)),
        ("M" | "L", Node::Text(_) | Node::Plain(_) | Node::Object(_) | Node::List(_)) => {
            Err(fails(format!("{name} with another value than its type says")))
        }
        ("SS" | "NS" | "BS", Node::List(all)) => set(name, all),
        ("SS" | "NS" | "BS", Node::Text(_) | Node::Plain(_) | Node::Object(_)) => {
            Err(fails(format!("{name} with another value than a list")))
        }
        ("N" | "M" | "L" | "SS" | "NS" | "BS", Node::Bare(_)) => {
            Err(Wrong::Unsure(format!("{name} comes from a variable")))
        }
        _ => Ok(()),
    }
}

/// A set has a member at least, and each of them once.
fn set(name: &str, all: &[Node]) -> Result<(), Wrong> {
    if all.is_empty() {
        return Err(fails(format!("{name}, a set without members, which DynamoDB refuses")));
    }
    match all.iter().all(|member| matches!(member, Node::Text(_) | Node::Bare(_))) {
        true => Ok(()),
        false => Err(with_advice(format!("{name} without quotation marks"), QUOTED)),
    }
}

fn number(name: &str, parts: &[Part]) -> Result<(), Wrong> {
    match parts {
        [Part::From(Source::Time)] => Ok(()),
        [Part::Text(text)] if is_number(text) => Ok(()),
        [Part::Text(text)] => Err(fails(format!("{name} {text}, which is no number"))),
        [] => Err(fails(format!("an empty {name}, which is no number"))),
        _ => Err(Wrong::Unsure(format!("{name} is a number or not by what is put in"))),
    }
}

pub(super) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.parse::<f64>().is_ok_and(f64::is_finite)
}
