//! Whether a variable of a function looks like a secret, by its name and by how its value is made.

/// How the names of variables end that hold a secret, in upper case.
const NAMES: [&str; 9] =
    ["PASSWORD", "PASSWD", "SECRET", "SECRET_KEY", "API_KEY", "APIKEY", "PRIVATE_KEY", "ACCESS_KEY", "TOKEN"];
/// Shorter values are switches, numbers and the like.
const SHORTEST: usize = 8;
/// How values begin that tell where a secret is, and are none.
const PLACES: [&str; 6] = ["arn:", "/", "http://", "https://", "{{resolve:", "alias/"];
/// How access keys of AWS, tokens of GitHub and Slack, and keys in PEM begin.
const KEYS: [&str; 7] = ["AKIA", "ASIA", "ghp_", "github_pat_", "xoxb-", "sk_live_", "-----BEGIN"];

/// Whether it looks like a secret. What only names one is none.
pub(crate) fn is_secret(name: &str, value: &str) -> bool {
    let value = value.trim();
    if KEYS.iter().any(|start| value.starts_with(start)) && value.len() >= 16 {
        return true;
    }
    let is_named = NAMES.iter().any(|end| name.to_ascii_uppercase().ends_with(end));
    let is_place = PLACES.iter().any(|start| value.starts_with(start));
    is_named && !is_place && value.len() >= SHORTEST && !value.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_a_secret_and_what_only_leads_to_one() {
        for (name, value) in [
            ("DB_PASSWORD", "correct-horse-battery"),
            ("STRIPE_API_KEY", "4242424242424242"),
            ("githubToken", "0123456789abcdef"),
            ("ANYTHING", "AKIAIOSFODNN7EXAMPLE"),
            ("PEM", "-----BEGIN PRIVATE KEY-----"),
        ] {
            assert!(is_secret(name, value), "{name}");
        }
        for (name, value) in [
            ("TABLE", "chapters"),
            ("DB_PASSWORD", "/website/db-password"),
            ("API_SECRET", "arn:aws:secretsmanager:us-east-1:123456789012:secret:db"),
            ("TOKEN", ""),
            ("USE_TOKEN", "true"),
            ("TOKEN_URL", "https://auth.example.com/oauth2/token"),
            ("SECRET", "see the page of the team"),
            ("PASSWORD_MIN_LENGTH", "1234567890"),
        ] {
            assert!(!is_secret(name, value), "{name}");
        }
    }
}
