//! The code with which a learner joins a class: one word to paste, with a check against slips.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest};
use serde::{Deserialize, Serialize};

use super::folder::ClassFolder;
use super::kinds::ClassAccounts;
use super::roster::ClassLearner;
use crate::failure::{Failure, Result};

/// How a code begins.
const MARK: &str = "msl1.";
/// How many characters of the digest a code ends with.
const CHECK: usize = 6;

/// What a code says. None of it is a key: AWS counts an external id as no secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JoinCode {
    /// The class's id.
    pub class: String,
    /// The class's name.
    pub name: String,
    pub accounts: ClassAccounts,
    /// The account that is to read; none if learners hand in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instructor_account: Option<String>,
    pub chapters: Vec<u8>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leave_out: Vec<String>,
    /// The learner's pseudonym.
    pub learner: String,
    pub external_id: String,
}

impl JoinCode {
    /// The code of a learner.
    pub fn of(class: &ClassFolder, learner: &ClassLearner) -> Self {
        let settings = &class.settings;
        Self {
            class: settings.id.clone(),
            name: settings.name.clone(),
            accounts: settings.accounts,
            instructor_account: settings.instructor_account.clone().filter(|_| settings.accounts == ClassAccounts::Own),
            chapters: settings.chapters.clone(),
            leave_out: settings.leave_out.clone(),
            learner: learner.pseudonym.clone(),
            external_id: learner.external_id.clone(),
        }
    }

    /// One word without blanks.
    pub fn text(&self) -> String {
        let json = serde_json::to_string(self).unwrap_or_else(|_| unreachable!("texts and numbers alone"));
        let body = URL_SAFE_NO_PAD.encode(json);
        format!("{MARK}{body}.{}", check(&body))
    }

    /// Reads a code.
    ///
    /// # Errors
    /// If it is none, or was copied in part.
    pub fn read(text: &str) -> Result<Self> {
        let text: String = text.split_whitespace().collect();
        let bad = |what: &str| {
            Failure::usage(format!("the join code {what}"))
                .hint("Copy the whole code from your instructor's message; it is one word that begins with msl1.")
        };
        let rest = text.strip_prefix(MARK).ok_or_else(|| bad("does not begin with msl1."))?;
        let (body, ending) = rest.rsplit_once('.').ok_or_else(|| bad("has lost its end"))?;
        if check(body) != ending {
            return Err(bad("has lost or changed a character"));
        }
        let json = URL_SAFE_NO_PAD.decode(body).map_err(|_| bad("is invalid"))?;
        let code: Self = serde_json::from_slice(&json).map_err(|_| bad("is of another version of msl-learn"))?;
        let is_plain = |text: &String| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let ids = [&code.class, &code.learner, &code.external_id];
        let account = code.instructor_account.as_ref().is_none_or(|id| id.bytes().all(|byte| byte.is_ascii_digit()));
        let known = code.chapters.iter().all(|number| crate::catalog::chapter(*number).is_ok());
        if ids.into_iter().all(is_plain) && account && known { Ok(code) } else { Err(bad("is invalid")) }
    }
}

fn check(body: &str) -> String {
    let digest = digest(&SHA256, body.as_bytes());
    URL_SAFE_NO_PAD.encode(digest.as_ref()).chars().take(CHECK).collect()
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// The code of a learner of a practice class.
    pub fn example() -> JoinCode {
        JoinCode {
            class: "c1a55".into(),
            name: "Sérverless, autumn".into(),
            accounts: ClassAccounts::Practice,
            instructor_account: None,
            chapters: vec![4],
            leave_out: Vec::new(),
            learner: "l-ab12cd".into(),
            external_id: "0123456789abcdefghjkmnpqrs".into(),
        }
    }

    #[test]
    fn a_code_is_read_as_it_was_written_even_if_a_mail_wrapped_it() {
        let text = example().text();
        assert!(!text.contains(char::is_whitespace));
        let (start, end) = text.split_at(40);
        assert_eq!(JoinCode::read(&format!(" {start}\r\n{end}\n")).expect("a code"), example());
    }

    #[test]
    fn a_slip_is_noticed() {
        let text = example().text();
        let (short, swapped) = (&text[..text.len() - 1], text.replacen('J', "K", 1));
        for bad in ["", "hello", short, &swapped, &text.to_lowercase()] {
            assert!(JoinCode::read(bad).is_err(), "{bad}");
        }
    }
}
