//! Checks names against the rules of AWS and the DNS. Names go into texts and commands, so everything else is refused.

use std::net::Ipv4Addr;

/// Beginnings and ends that S3 reserves: Amazon S3 User Guide, "General purpose bucket naming rules".
const RESERVED_STARTS: [&str; 3] = ["xn--", "sthree-", "amzn-s3-demo-"];
const RESERVED_ENDS: [&str; 5] = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];

/// The error says what the name is and what was expected; it continues a sentence that begins with the setting's name.
type Validity = Result<(), String>;

/// Accepts a domain name as people own them.
pub fn domain(name: &str) -> Validity {
    let is_domain = name.len() <= 253 && name.contains('.') && name.split('.').all(is_label);
    let expected = "a domain in lower case such as example.com, without https:// and without a final dot";
    check(name, &[(is_domain, expected)])
}

/// Accepts the name of a bucket: Amazon S3 User Guide, "General purpose bucket naming rules".
pub fn bucket(name: &str) -> Validity {
    let is_allowed = |byte| is_of_a_label(byte) || byte == b'.';
    let characters = (3..=63).contains(&name.len()) && name.bytes().all(is_allowed);
    let parts = name.split('.').all(|part| !part.is_empty()) && !name.starts_with('-') && !name.ends_with('-');
    let is_reserved = RESERVED_STARTS.iter().any(|start| name.starts_with(start))
        || RESERVED_ENDS.iter().any(|end| name.ends_with(end));
    check(
        name,
        &[
            (characters, "the name of a bucket: 3 to 63 lower-case letters, digits, hyphens and dots"),
            (parts, "a name that begins and ends with a letter or a digit and has no two dots in a row"),
            (name.parse::<Ipv4Addr>().is_err(), "a name that is not written like an IP address"),
            (!is_reserved, "a name that S3 does not reserve, such as those that begin with xn-- or end with -s3alias"),
        ],
    )
}

/// Accepts the URL of an endpoint: a scheme and a host, perhaps a port, and no credentials.
pub fn endpoint(url: &str) -> Validity {
    let host = url.strip_prefix("http://").or_else(|| url.strip_prefix("https://")).unwrap_or_default();
    let begins = host.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '[');
    check(url, &[(begins && !host.contains([' ', '@']), "a URL such as http://127.0.0.1:4566")])
}

/// Accepts what looks like a region.
pub fn region(name: &str) -> Validity {
    let mut parts = name.split('-').rev();
    let number = parts.next().is_some_and(|last| last.len() == 1 && last.bytes().all(|byte| byte.is_ascii_digit()));
    let words: Vec<&str> = parts.collect();
    let is_region = number && words.len() >= 2 && words.iter().all(|word| is_word(word));
    check(name, &[(is_region, "a region's code such as us-east-1")])
}

/// Accepts the number of an account.
pub fn account(id: &str) -> Validity {
    let is_account = id.len() == 12 && id.bytes().all(|byte| byte.is_ascii_digit());
    check(id, &[(is_account, "the twelve digits of an account, in quotes")])
}

/// Accepts what looks like a partition, such as `aws` or `aws-us-gov`.
pub fn partition(name: &str) -> Validity {
    let mut words = name.split('-');
    let is_partition = words.next() == Some("aws") && words.all(is_word);
    check(name, &[(is_partition, "a partition such as aws or aws-us-gov")])
}

/// Expects the first of `rules` that does not hold.
fn check(name: &str, rules: &[(bool, &str)]) -> Validity {
    match rules.iter().find(|(holds, _)| !holds) {
        Some((_, expected)) => Err(format!("is `{name}`; expected {expected}")),
        None => Ok(()),
    }
}

fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.bytes().all(is_of_a_label)
}

fn is_of_a_label(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'
}

fn is_word(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each of `good` is accepted, and each of `wrong` is not.
    fn judge(check: fn(&str) -> Validity, good: &[&str], wrong: &[&str]) {
        good.iter().for_each(|name| assert_eq!(check(name), Ok(()), "{name}"));
        wrong.iter().for_each(|name| assert!(check(name).is_err(), "{name}"));
    }

    #[test]
    fn endpoints_are_urls_without_credentials() {
        let wrong = ["", "127.0.0.1:4566", "http://", "ftp://a", "http:// a", "http://me:secret@localhost"];
        judge(endpoint, &["http://127.0.0.1:4566", "https://localhost", "http://[::1]:4566/"], &wrong);
    }

    #[test]
    fn domains_as_people_own_them() {
        let wrong = ["", "example", "Example.com", "example.com.", "https://example.com", "a..b", "-a.com", "a b.com"];
        judge(domain, &["example.com", "my-site.co.uk", "xn--bcher-kva.example"], &wrong);
    }

    #[test]
    fn buckets_as_s3_has_them() {
        let long = ["a".repeat(63), "a".repeat(64)];
        judge(bucket, &["abc", "example.com", "1-2.3--4", &long[0]], &["ab", &long[1]]);
        judge(bucket, &[], &["Example", "a_b", "a b", "-abc", "abc-", ".abc", "abc.", "a..b", "192.168.5.4"]);
        judge(bucket, &[], &["xn--bcher-kva.example", "sthree-a", "abc-s3alias", "abc--ol-s3", "abc.mrap"]);
    }

    #[test]
    fn what_would_break_out_of_a_text_is_no_name() {
        let hostile =
            ["a`b", "a*b*", "a\nb", "<b>a", "a|b", "[a](b)", "a$(b)", "a;b", "a\"b", "a\u{1b}[31m", "{{ a }}"];
        for check in [bucket, domain, region, account, partition] {
            judge(check, &[], &hostile);
            judge(check, &[], &hostile.map(|name| format!("{name}.com")).each_ref().map(String::as_str));
        }
    }

    #[test]
    fn regions_accounts_and_partitions() {
        judge(region, &["us-east-1", "us-gov-west-1"], &["", "useast1", "us-east", "US-EAST-1", "us--1", "us-east-11"]);
        judge(account, &["123456789012"], &["", "12345678901", "1234-5678-9012"]);
        judge(partition, &["aws", "aws-cn", "aws-us-gov", "aws-iso-b"], &["", "amazon", "aws-", "AWS", "aws/x"]);
    }
}
