//! Judgements of robots.txt, which is read as crawlers read it (RFC 9309, "Robots Exclusion Protocol").

use crate::judgement::Judgement;

/// A group: for whom, and its rules.
#[derive(Debug, Default, PartialEq, Eq)]
struct Group<'a> {
    /// In lower case.
    agents: Vec<String>,
    rules: Vec<Rule<'a>>,
}

#[derive(Debug, PartialEq, Eq)]
struct Rule<'a> {
    allows: bool,
    path: &'a str,
}

/// Crawlers are kept out of everything: `User-agent: *` with `Disallow: /`.
pub fn keeps_crawlers_out(text: &str) -> Judgement {
    const EXPECTED: &str = "User-agent: * and Disallow: /";
    let fails = |found: &str, advice: &str| Judgement::fails(EXPECTED, found).advising(advice);
    if text.trim_start().starts_with('<') {
        return fails("HTML", "robots.txt is plain text: two lines, User-agent: * and Disallow: /.");
    }
    let (groups, stray) = groups(text);
    let for_all: Vec<&Rule<'_>> = of(&groups, "*").collect();
    if !groups.iter().any(|group| group.agents.iter().any(|agent| agent == "*")) {
        let names: Vec<&str> = groups.iter().flat_map(|group| &group.agents).map(String::as_str).collect();
        return match (names.is_empty(), stray) {
            (false, _) => fails(
                &format!("rules for {} alone", names.join(", ")),
                "Add a group for all others: the line User-agent: *, and Disallow: / below it.",
            ),
            (true, true) => fails(
                "rules without a User-agent line before them",
                "Put the line User-agent: * before the rules: crawlers pass over a rule that is for nobody.",
            ),
            (true, false) => fails("no rules", "Write two lines: User-agent: * and Disallow: /."),
        };
    }
    if let Some(allowed) = for_all.iter().find(|rule| rule.allows && opens(rule.path)) {
        let found = format!("Allow: {} for all crawlers", allowed.path);
        return fails(&found, "Remove the Allow line: the more specific rule wins, and Allow where both are alike.");
    }
    if !for_all.iter().any(|rule| !rule.allows && is_everything(rule.path)) {
        return match for_all.iter().find(|rule| !rule.allows) {
            Some(Rule { path: "", .. }) => fails(
                "Disallow: with nothing after it",
                "Write Disallow: / instead: without a path it forbids nothing.",
            ),
            Some(rule) => fails(
                &format!("Disallow: {}", rule.path),
                "Write Disallow: / instead: a path begins with a slash, and / alone covers every path.",
            ),
            None => fails("User-agent: * without a Disallow line", "Write Disallow: / below User-agent: *."),
        };
    }
    let apart: Vec<&str> = groups.iter().flat_map(|group| &group.agents).map(String::as_str).collect();
    let free: Vec<&str> = apart.into_iter().filter(|agent| *agent != "*" && !is_kept_out(&groups, agent)).collect();
    match free.is_empty() {
        true => Judgement::holds("all crawlers are asked to stay away"),
        false => Judgement::holds(format!("all crawlers are asked to stay away but {}", free.join(", "))),
    }
}

/// The groups, and whether a rule stands before the first of them.
fn groups(text: &str) -> (Vec<Group<'_>>, bool) {
    let (mut groups, mut stray): (Vec<Group<'_>>, bool) = (Vec::new(), false);
    for line in text.split(['\r', '\n']) {
        let line = line.split('#').next().unwrap_or_default();
        let Some((key, value)) = line.split_once(':') else { continue };
        let value = value.trim();
        let allows = match key.trim().to_ascii_lowercase().as_str() {
            "user-agent" => {
                // Lines that follow one another are for the same rules.
                if groups.last().is_none_or(|group| !group.rules.is_empty()) {
                    groups.push(Group::default());
                }
                if let Some(group) = groups.last_mut() {
                    group.agents.push(value.to_ascii_lowercase());
                }
                continue;
            }
            "allow" => true,
            "disallow" => false,
            _ => continue,
        };
        match groups.last_mut() {
            Some(group) => group.rules.push(Rule { allows, path: value }),
            None => stray = true,
        }
    }
    (groups, stray)
}

/// The rules of all groups for the agent, which count as one group.
fn of<'a>(groups: &'a [Group<'a>], agent: &'a str) -> impl Iterator<Item = &'a Rule<'a>> {
    groups.iter().filter(move |group| group.agents.iter().any(|known| known == agent)).flat_map(|group| &group.rules)
}

fn is_kept_out(groups: &[Group<'_>], agent: &str) -> bool {
    of(groups, agent).any(|rule| !rule.allows && is_everything(rule.path))
        && !of(groups, agent).any(|rule| rule.allows && opens(rule.path))
}

/// Whether the path covers every path: a slash, and wildcards after it.
fn is_everything(path: &str) -> bool {
    path.strip_prefix('/').is_some_and(|rest| rest.bytes().all(|byte| byte == b'*'))
}

/// Whether an Allow of the path permits any page. Crawlers may always fetch robots.txt itself.
fn opens(path: &str) -> bool {
    path.starts_with('/') && !matches!(path, "/robots.txt" | "/robots.txt$")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn told(text: &str) -> String {
        format!("{:?}", keeps_crawlers_out(text))
    }

    #[test]
    fn files_that_keep_everybody_out() {
        for text in [
            "User-agent: *\nDisallow: /",
            "user-AGENT:*\r\nDISALLOW:/\r\n",
            "# all\nUser-agent: * # everybody\n\nDisallow: / # everything\n",
            "User-agent : *\rDisallow : /*",
            "Sitemap: https://example.com/s.xml\nUser-agent: a\nUser-agent: *\nCrawl-delay: 1\nDisallow: /private\nDisallow: /",
            "User-agent: *\nDisallow: /a\n\nUser-agent: *\nDisallow: /",
            "User-agent: *\nDisallow: /\nAllow:\nAllow: /robots.txt",
        ] {
            assert!(told(text).contains("Holds") && told(text).contains("stay away\""), "{text}: {}", told(text));
        }
    }

    #[test]
    fn a_named_crawler_that_is_let_in_is_told() {
        let open = told("User-agent: *\nDisallow: /\nUser-agent: Googlebot\nAllow: /");
        assert!(open.contains("Holds") && open.contains("but googlebot"), "{open}");
    }

    #[test]
    fn files_that_do_not() {
        for (text, found) in [
            ("", "no rules"),
            ("Disallow: /", "without a User-agent line"),
            ("User-agent: *", "without a Disallow line"),
            ("User-agent: *\nDisallow:", "with nothing after it"),
            ("User-agent: *\nDisallow: /photos.html", "Disallow: /photos.html"),
            ("User-agent: *\nDisallow: *", "Disallow: *"),
            ("User-agent: *\nDisallow: /$", "Disallow: /$"),
            ("User-agent: *\nDisallow: /\nAllow: /", "Allow: / for all crawlers"),
            ("User-agent: *\nAllow: /photos.html\nDisallow: /", "Allow: /photos.html"),
            ("User-agent: Googlebot\nDisallow: /", "rules for googlebot alone"),
            ("User-agent: *\nDisallow: # /", "with nothing after it"),
            ("# User-agent: *\n# Disallow: /", "no rules"),
            ("<!doctype html><p>User-agent: *", "HTML"),
            ("User-agent: *\nDisalow: /", "without a Disallow line"),
        ] {
            assert!(told(text).contains("Fails") && told(text).contains(found), "{text}: {}", told(text));
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(text in "(User-agent|Disallow|Allow|:|\\*|/|#|\n|\r| |é|a){0,40}") {
            keeps_crawlers_out(&text);
        }
    }
}
