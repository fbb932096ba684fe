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

/// The classic two-pointer walk: on a mismatch, the last `*` takes one character more.
fn wildcard(pattern: &[char], text: &[char]) -> bool {
    let (mut p, mut t) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while t < text.len() {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p + 1, t));
                p += 1;
            }
            Some('?') => (p, t) = (p + 1, t + 1),
            Some(c) if *c == text[t] => (p, t) = (p + 1, t + 1),
            _ => {
                let Some((after, taken)) = star else { return false };
                star = Some((after, taken + 1));
                (p, t) = (after, taken + 1);
            }
        }
    }
    pattern[p..].iter().all(|c| *c == '*')
}
