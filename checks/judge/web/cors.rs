//! Whose pages may read an answer, and what they may send: the rules of the Access-Control-Allow headers, wherever they
//! are set.

/// What a page sends that browsers ask about before: a verb, and headers beyond those that every page may send.
#[derive(Clone, Copy, Debug)]
pub struct Asking<'a> {
    pub verb: &'a str,
    pub headers: &'a [&'a str],
}

/// Whether a list of methods has the verb.
pub fn has_verb(listed: &str, verb: &str) -> bool {
    is_any(listed, |one| one == verb || one == "*")
}

/// The first of the headers that a list of headers does not cover. Browsers compare their names without regard to capital
/// letters; `*` stands for all but Authorization (Fetch Standard, "CORS-preflight fetch").
pub fn missing_header<'a>(listed: &str, wanted: &[&'a str]) -> Option<&'a str> {
    let covers = |one: &str, name: &str| one.eq_ignore_ascii_case(name) || (one == "*" && name != "Authorization");
    wanted.iter().copied().find(|name| !is_any(listed, |one| covers(one, name)))
}

fn is_any(listed: &str, is: impl Fn(&str) -> bool) -> bool {
    listed.split(',').any(|one| is(one.trim()))
}

/// The pages of the learner's website, as browsers name where they come from.
pub struct OwnPages {
    /// Such as `https://example.com`.
    pub origin: String,
}

impl OwnPages {
    pub fn at(domain: &str) -> Self {
        Self { origin: format!("https://{domain}") }
    }

    /// Whether its pages may read an answer with this value of the header, which browsers compare letter by letter (Fetch
    /// Standard, "CORS check").
    pub fn may_read(&self, allowed: &str) -> bool {
        allowed == "*" || allowed == self.origin
    }

    /// What an answer is to have.
    pub fn expected(&self) -> String {
        format!("the header Access-Control-Allow-Origin with * or {}", self.origin)
    }
}
