//! The names of what was found, in commands that fix a clause: an independent exercise leaves names to the learner, and commands
//! are about the learner's own things.

/// How a place for a name begins: `@{function.name:get-chapters}`, with the id of a clause, what of it is meant, and the name of
/// the worked solution, which stands there if nothing was found.
const BEGINNING: &str = "@{";
const END: char = '}';

/// What a clause was found to be.
#[derive(Clone, Copy, Debug, Default)]
pub struct Told<'a> {
    pub expected: Option<&'a str>,
    pub found: Option<&'a str>,
}

/// The commands, with the names of what `told` says of a clause's id.
pub fn with_found<'a>(commands: &str, told: impl Fn(&str) -> Told<'a>) -> String {
    let mut filled = String::with_capacity(commands.len());
    let mut rest = commands;
    while let Some((before, place)) = rest.split_once(BEGINNING) {
        filled.push_str(before);
        // Of `test@{{ domain }}`, a learner's own name is the rest.
        if place.starts_with('{') {
            filled.push_str(BEGINNING);
            rest = place;
            continue;
        }
        let Some((place, after)) = place.split_once(END) else { break };
        let (what, otherwise) = place.split_once(':').unwrap_or((place, ""));
        let (id, part) = what.split_once('.').unwrap_or((what, "name"));
        let name = named(told(id), part).filter(|name| is_safe(name));
        filled.push_str(name.unwrap_or(otherwise));
        rest = after;
    }
    filled + rest
}

/// What stands before the name of a thing.
const KINDS: [&str; 6] = [
    "the rule ",
    "the stack ",
    "the stream of the table ",
    "the recorder ",
    "the conformance pack ",
    "the state machine ",
];

/// The part of what is told of a clause: of `POST /comments` the verb and the path, of `Allow s3:GetObject on arn:…` the action
/// and the resource, of `servers: …` of what it is told, of `… copies into copies` the other thing, and of an ARN, or of a key with
/// its size, the name. Of a policy's ARN the place is its name with its path; of policies that are part of a role, these are told
/// from the role.
fn named<'a>(told: Told<'a>, part: &str) -> Option<&'a str> {
    let allowed = || told.expected?.strip_prefix("Allow ")?.split_once(" on ");
    match part {
        "verb" => told.found?.split_once(" /").map(|(verb, _)| verb),
        "path" => told.found?.split_once(' ').map(|(_, path)| path).filter(|path| path.starts_with('/')),
        "of" => told.found?.split_once(": ").map(|(of, _)| of),
        "place" => told.found?.split(", ").next()?.split_once(":policy/").map(|(_, place)| place),
        "own" => of_role(told.found?)?.0.split(", ").next(),
        "role" => of_role(told.found?).map(|(_, role)| role),
        "into" => told.found?.rsplit_once(" into ").map(|(_, into)| into),
        "action" => allowed().map(|(action, _)| action),
        "resource" => allowed().map(|(_, resource)| resource),
        _ => match told.found?.split(", ").next()? {
            arn if arn.starts_with("arn:") => arn.rsplit([':', '/']).next(),
            thing if thing.contains(' ') => {
                let name = KINDS.iter().find_map(|kind| thing.strip_prefix(kind))?;
                Some(name.split_once(" (").map_or(name, |(name, _)| name))
            }
            key => Some(key),
        },
    }
}

/// Of `A, B of the role ROLE` both.
fn of_role(found: &str) -> Option<(&str, &str)> {
    found.rsplit_once(" of the role ")
}

/// Whether a shell takes it for nothing but a word, between double quotation marks.
fn is_safe(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "_./:*+{}@=-".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(commands: &str, expected: &str, found: &str) -> String {
        with_found(commands, |id| match id {
            "it" => Told { expected: Some(expected), found: Some(found) },
            _ => Told::default(),
        })
    }

    #[test]
    fn names_of_what_was_found_stand_in_commands() {
        for (place, found, named) in [
            ("@{it.name:a}", "arn:aws:lambda:us-east-1:123456789012:function:night-watch", "night-watch"),
            ("@{it.name:a}", "arn:aws:dynamodb:us-east-1:123456789012:table/jobs", "jobs"),
            ("@{it.name:a}", "pages/talk.html, 120 bytes", "pages/talk.html"),
            ("@{it.name:a}", "the rule nightly", "nightly"),
            ("@{it.name:a}", "the stack mine", "mine"),
            ("@{it.name:a}", "the stream of the table jobs", "jobs"),
            ("@{it.name:a}", "the state machine own (standard)", "own"),
            ("@{it.verb:POST}", "PUT /talk/{id}", "PUT"),
            ("@{it.path:/a}", "PUT /talk/{id}", "/talk/{id}"),
            ("@{it.of:a}", "servers: the rule daily, which leaves days out", "servers"),
            ("@{it.into:a}", "the rule all copies into copies-of-mine", "copies-of-mine"),
            ("@{it.name:a}", "the recorder own", "own"),
            ("@{it.place:a}", "arn:aws:iam::123456789012:policy/mine/reads, v2", "mine/reads"),
            ("@{it.role:}x", "Reads0, Logs of the role website-Role-1A", "website-Role-1Ax"),
            ("@{it.own:a}", "Reads0, Logs of the role website-Role-1A", "Reads0"),
            // What is told otherwise, or would be more to a shell than a name.
            ("@{it.path:/a}", "nothing", "/a"),
            ("@{it.of:a}", "two words: no", "a"),
            ("@{it.place:a}", "Reads0 of the role website-Role-1A", "a"),
            ("@{it.own:a}", "arn:aws:iam::123456789012:policy/reads, v2", "a"),
            ("@{it.into:a}", "the rule all, which is disabled", "a"),
            ("@{it.name:a}", "$(rm -r x).html", "a"),
            ("@{it.name:a}", "the schedule nightly", "a"),
            ("@{other.name:b}", "x", "b"),
        ] {
            assert_eq!(filled(&format!("aws {place} x"), "", found), format!("aws {named} x"), "{place}: {found}");
        }
    }

    #[test]
    fn a_name_of_the_learners_after_an_at_sign_stays() {
        let text = "aws --username test@{{ domain }} @{it:a}";
        assert_eq!(filled(text, "", "b"), "aws --username test@{{ domain }} b");
    }

    #[test]
    fn what_is_to_be_allowed_stands_in_commands() {
        let text = "aws @{it.action:a:b} @{it.resource:*} {{ region }}";
        assert_eq!(
            filled(text, "Allow s3:GetObject on arn:aws:s3:::a/*", ""),
            "aws s3:GetObject arn:aws:s3:::a/* {{ region }}"
        );
        assert_eq!(filled(text, "a role", ""), "aws a:b * {{ region }}");
    }
}
