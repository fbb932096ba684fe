//! IAM's wildcards: `*` for any run of characters, `?` for one.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    Sensitive,
    Insensitive,
}

/// Whether `text` matches `pattern`, in time proportional to the product of their lengths at most.
pub fn matches(pattern: &str, text: &str, case: Case) -> bool {
    let fold = |s: &str| match case {
        Case::Sensitive => s.chars().collect::<Vec<_>>(),
        Case::Insensitive => s.to_lowercase().chars().collect(),
    };
    wildcard(&fold(pattern), &fold(text))
}

/// Whether `pattern` matches everything that the pattern `narrower` matches. It may miss a match, but never claims a
/// wrong one.
pub fn covers(pattern: &str, narrower: &str, case: Case) -> bool {
    let fold = |s: &str| match case {
        Case::Sensitive => s.to_owned(),
        Case::Insensitive => s.to_lowercase(),
    };
    // A `?` of the pattern stands for one character, which a `*` need not be.
    let (pattern, narrower) = (fold(pattern), fold(narrower));
    wildcard_by(&pattern.chars().collect::<Vec<_>>(), &narrower.chars().collect::<Vec<_>>(), |c| c != '*')
}

/// The classic two-pointer walk: on a mismatch, the last `*` takes one character more.
fn wildcard(pattern: &[char], text: &[char]) -> bool {
    wildcard_by(pattern, text, |_| true)
}

/// `one` tells which characters a `?` stands for.
fn wildcard_by(pattern: &[char], text: &[char], one: impl Fn(char) -> bool) -> bool {
    let (mut p, mut t) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while t < text.len() {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p + 1, t));
                p += 1;
            }
            Some('?') if one(text[t]) => (p, t) = (p + 1, t + 1),
            Some(c) if *c != '?' && *c == text[t] => (p, t) = (p + 1, t + 1),
            _ => {
                let Some((after, taken)) = star else { return false };
                star = Some((after, taken + 1));
                (p, t) = (after, taken + 1);
            }
        }
    }
    pattern[p..].iter().all(|c| *c == '*')
}
