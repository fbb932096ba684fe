//! Which of the names that are there a beginner most likely meant.

/// How many letters may differ in a misspelled name.
const SLIP: usize = 2;

/// Returns the name most like `wanted`: in another case, with or without a prefix such as `www.`, or misspelled.
pub fn nearest<'a, T>(wanted: &str, things: &'a [T], name: impl Fn(&T) -> &str) -> Option<&'a T> {
    things
        .iter()
        .filter_map(|thing| Some((distance(wanted, name(thing))?, thing)))
        .min_by_key(|(d, _)| *d)
        .map(|(_, t)| t)
}

fn distance(wanted: &str, name: &str) -> Option<usize> {
    let (wanted, name) = (wanted.to_lowercase(), name.to_lowercase());
    if wanted == name {
        return Some(0);
    }
    let part = |long: &str, short: &str| {
        !short.is_empty() && long.strip_suffix(short).is_some_and(|rest| rest.ends_with(['.', '-', '/']))
    };
    let prefixed = |long: &str, short: &str| long.strip_prefix("www").is_some_and(|rest| rest == short);
    if part(&name, &wanted) || part(&wanted, &name) || prefixed(&name, &wanted) || prefixed(&wanted, &name) {
        return Some(1);
    }
    let first = |text: &str| text.split('.').next().unwrap_or_default().to_owned();
    if first(&wanted) == first(&name) {
        return Some(2);
    }
    if wanted.len().abs_diff(name.len()) > 4 * SLIP {
        return None; // letters have at most four bytes, and a name may be as long as its owner pleases
    }
    let slips = edits(&wanted, &name);
    (slips <= SLIP && wanted.len() > 2 * SLIP).then_some(2 + slips)
}

/// The number of letters to insert, drop or change (Levenshtein), row by row.
fn edits(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let change = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(wanted: &str, names: &[&'static str]) -> Option<&'static str> {
        nearest(wanted, names, |name| name).copied()
    }

    #[test]
    fn the_names_beginners_give() {
        assert_eq!(of("example.com", &["logs", "www.example.com"]), Some("www.example.com"));
        assert_eq!(of("example.com", &["exmaple.com"]), Some("exmaple.com"));
        assert_eq!(of("example.com", &["Example.com", "example.org"]), Some("Example.com"));
        assert_eq!(of("example.com", &["example.org"]), Some("example.org"));
        assert_eq!(of("example.com", &["wwwexample.com"]), Some("wwwexample.com"));
        assert_eq!(of("index.html", &["site/index.html", "Index.html"]), Some("Index.html"));
    }

    #[test]
    fn other_names_are_other_things() {
        assert_eq!(of("example.com", &["logs", "photos.net", ""]), None);
    }

    #[test]
    fn the_likeliest_comes_first_wherever_it_stands() {
        let names = ["exmaple.com", "example.org", "www.example.com", "EXAMPLE.com"];
        for end in (1..=names.len()).rev() {
            assert_eq!(of("example.com", &names[..end]), Some(names[end - 1]));
        }
        assert_eq!(of("a.io", &["b.io"]), None, "one letter of a short name is no slip");
    }

    proptest! {
        #[test]
        fn a_letter_too_many_or_too_few_is_a_slip(name in "[a-z]{6,12}", at in 0..6_usize) {
            let (mut more, mut fewer) = (name.clone(), name.clone());
            more.insert(at, 'x');
            fewer.remove(at);
            let others = ["1234567890", more.as_str(), "0987654321"];
            prop_assert_eq!(nearest(&name, &others, |n| n), Some(&others[1]));
            let others = ["1234567890", fewer.as_str()];
            prop_assert_eq!(nearest(&name, &others, |n| n), Some(&others[1]));
        }
    }
}
