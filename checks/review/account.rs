//! Practices about the account itself: the root user, public access, and the record of its configuration.

use super::subject::prelude::*;
use crate::judge;
use crate::services::config::Recorder;
use crate::services::iam::RootUser;
use crate::services::s3::PublicAccess;

/// What is known of the account.
pub(crate) struct AccountFacts {
    root: Read<RootUser>,
    public: Read<PublicAccess>,
    recorder: Read<Option<Recorder>>,
}

practices! { AccountFacts;
    ACCOUNT_ROOT_KEYS: "the root user has no access keys", Security, High,
        "SEC01-BP02 Secure account root user and properties", as "Security Hub IAM.4",
        or "Sign in as root, open Security credentials and delete the access keys. Work as an IAM user or with IAM Identity Center.",
        costs "nothing", taught in "ch04/aws_account", at iam::CONSOLE, by root_keys;
    ACCOUNT_ROOT_MFA: "the root user signs in with MFA", Security, High,
        "SEC02-BP01 Use strong sign-in mechanisms", as "Security Hub IAM.9",
        or "Sign in as root, open Security credentials and assign an MFA device.",
        costs "nothing with an app or a passkey", taught in "ch04/aws_account", at iam::CONSOLE, by root_mfa;
    ACCOUNT_PUBLIC_ACCESS: "no bucket of the account can become public", Security, Medium,
        "SEC03-BP07 Analyze public and cross-account access", as "Security Hub S3.1",
        or "In S3, under Block Public Access settings for this account, switch on all four settings. The distribution reads the website's bucket all the same.",
        costs "nothing", at s3::account::CONSOLE, by public_access;
    ACCOUNT_RECORDED: "AWS Config records how resources are set", OperationalExcellence, Medium,
        "OPS05-BP03 Use configuration management systems", as "Security Hub Config.1",
        or "In AWS Config, set up a recorder for the types of resources that you use, with daily recording.",
        costs "$0.012 for each change that daily recording keeps", taught in "ch10/config_recorder", at config::CONSOLE, by recorded;
}

impl Subject for AccountFacts {
    const NOUN: &'static str = "the account";
    const READS: Reads = &[iam::ROOT_USER, s3::account::SETTINGS, config::RECORDER];
    const PRACTICES: &'static [Rule<Self>] = PRACTICES;

    async fn names(_: &Aws, you: &Learner, _: Scope<'_>) -> Read<Vec<String>> {
        Ok(vec![you.account.clone()])
    }

    async fn facts(aws: &Aws, you: &Learner, _: &str) -> Read<Option<Self>> {
        // A practice account has neither a root user nor settings of its own.
        let (root, public, recorder) = if you.practice {
            let none = || Err(Fault::nowhere(PRACTICE));
            (none(), Err(Fault::nowhere(PRACTICE)), aws.recorder_in(&you.region).await)
        } else {
            join!(aws.root_user(), aws.account_public_access(you), aws.recorder_in(&you.region))
        };
        Ok(Some(Self { root, public, recorder }))
    }
}

const PRACTICE: &str = "a practice account has none";

/// The judgement of a read that a practice account does not have.
fn of_aws<T>(read: &Read<T>, judge: impl FnOnce(&T) -> Judgement) -> Read<Judgement> {
    match read.as_ref().err().and_then(Fault::why_nowhere) {
        Some(why) => Ok(Judgement::skips(why)),
        None => read.judged(judge),
    }
}

fn root_keys(account: &AccountFacts, _: &Learner) -> Read<Judgement> {
    of_aws(&account.root, |root| match root.has_access_keys {
        true => Judgement::fails("no access key", "access keys of the root user"),
        false => Judgement::holds("no access key"),
    })
}

fn root_mfa(account: &AccountFacts, _: &Learner) -> Read<Judgement> {
    of_aws(&account.root, |root| match (root.has_mfa, root.has_password) {
        (true, _) => Judgement::holds("MFA"),
        (false, false) => Judgement::holds("nobody can sign in as root: there is no password"),
        (false, true) => Judgement::fails("an MFA device", "a password alone"),
    })
}

fn public_access(account: &AccountFacts, _: &Learner) -> Read<Judgement> {
    const EXPECTED: &str = "all four settings are on for the whole account";
    of_aws(&account.public, |settings| match settings.all_on() {
        true => Judgement::holds(EXPECTED),
        false => Judgement::fails(EXPECTED, settings.describe()),
    })
}

fn recorded(account: &AccountFacts, _: &Learner) -> Read<Judgement> {
    account.recorder.judged(|recorder| match recorder {
        Some(recorder) => judge::config::recorder::records(recorder),
        None => Judgement::fails("a recorder", "none in this region"),
    })
}
