//! How a thing is removed, from the table of removals: commands of the `aws` CLI, the console page, and what is lost with it.

use msl_learn_checks::{Learner, Standing};

use super::Thing;
use crate::catalog;

/// How a thing is removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removal {
    /// Lines for bash 3.2.
    pub commands: String,
    /// The address of the console page.
    pub console: String,
    /// What nobody brings back.
    pub lost: Option<&'static str>,
}

/// How a standing thing is removed. Names and ids are quoted for a shell, since they are foreign; within a query, the name is
/// the course's own.
pub fn removal(thing: &Thing, standing: &Standing, learner: &Learner) -> Removal {
    let template = catalog::removal(thing.kind);
    let (bucket, key) = thing.name.split_once('/').unwrap_or((&thing.name, ""));
    let fill = |text: &str, quote: &dyn Fn(&str) -> String| {
        let whole = quote(&format!("s3://{bucket}"));
        let values = [("{bucket}", bucket), ("{key}", key), ("{name}", &thing.name), ("{id}", &standing.id)];
        let own = text.replace("{region}", &learner.region).replace("{raw}", &thing.name).replace("{whole}", &whole);
        values.iter().fold(own, |text, (mark, value)| text.replace(mark, &quote(value)))
    };
    Removal {
        commands: fill(template.commands.trim(), &|text| shell_words::quote(text).into_owned()),
        console: fill(template.console, &str::to_owned),
        lost: template.lost,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::left::things;
    use crate::workspace::Settings;

    fn standing(id: &str) -> Standing {
        Standing { id: id.into(), bytes: None, stays: None }
    }

    #[test]
    fn every_kind_of_the_course_has_its_row_and_fills_it() {
        let learner = Settings::example().learner();
        for thing in things(&learner).unwrap() {
            let removal = removal(&thing, &standing("ID"), &learner);
            for text in [&removal.commands, &removal.console] {
                let marks = ["{id}", "{name}", "{raw}", "{bucket}", "{key}", "{whole}", "{region}"];
                assert!(!marks.iter().any(|mark| text.contains(mark)), "{text}");
            }
        }
    }

    #[test]
    fn what_aws_calls_a_thing_is_quoted() {
        let learner = Settings::example().learner();
        let things = things(&learner).unwrap();
        let api = things.iter().find(|thing| thing.kind == msl_learn_checks::LeftKind::RestApi).unwrap();
        let commands = removal(api, &standing("a; rm -r ~"), &learner).commands;
        assert_eq!(commands, "aws apigateway delete-rest-api --rest-api-id 'a; rm -r ~'");
    }
}
