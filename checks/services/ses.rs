//! Amazon SES: the identities that mail comes from, and how much was sent. The API is its second version.

use std::fmt;

use aws_sdk_sesv2::operation::get_email_identity::GetEmailIdentityOutput;
use aws_sdk_sesv2::operation::list_email_identities::ListEmailIdentitiesOutput;
use aws_sdk_sesv2::types::{DkimAttributes, IdentityType};

use crate::aws::service::prelude::*;
use crate::outside::dns::plain;

pub const SERVICE: Service = Service {
    api: Api {
        id: "SESv2",
        settings_key: "sesv2",
        operations: OPERATIONS,
        // Unpublished; others pace themselves so.
        rates: &[rate("", 5, 5).in_each_region()],
        always: &[
            always("GetEmailIdentity", &["IdentityType", "DkimAttributes"]),
            always("DkimAttributes", &["SigningEnabled", "Status"]),
            always("GetAccount", &["ProductionAccessEnabled", "SendQuota"]),
            always("SendQuota", &["SentLast24Hours"]),
            always("EmailIdentities", &["IdentityType", "IdentityName"]),
        ],
    },
    health: health(|aws, you| aws.answers(GET_ACCOUNT, || aws.ses(&you.region).get_account().send())),
};

operations! { "SESv2", "ses";
    GET_EMAIL_IDENTITY: "GetEmailIdentity" on Resource;
    LIST_EMAIL_IDENTITIES: "ListEmailIdentities" on All;
    GET_ACCOUNT: "GetAccount" on All;
}

/// The ARN of an identity, whose name is a domain or an address.
pub const IDENTITY_ARN: &str = "arn:{{ partition }}:ses:{{ region }}:{{ account }}:identity/{{ name }}";
const IDENTITIES: &ResourceSet =
    &resources_everywhere("EmailIdentities", "arn:{{ partition }}:ses:{{ region }}:{{ account }}:identity/*");
/// The identity of the domain. A missing one is looked for under other names, and in other regions.
pub const IDENTITY: Reader = Reader::of(&[reading(GET_EMAIL_IDENTITY, IDENTITIES), reading_all(LIST_EMAIL_IDENTITIES)]);
/// Whatever a review asks about the identity of the domain.
pub const REVIEWED: Reader = Reader::of(&[reading(GET_EMAIL_IDENTITY, IDENTITIES)]);
/// How much was sent, and to whom one may send.
pub const SENDING: Reader = Reader::of(&[reading_all(GET_ACCOUNT)]);
pub const CONSOLE: Page = page("https://{{ region }}.console.aws.amazon.com/ses/home?region={{ region }}#/identities");

/// Where Easy DKIM's keys are, unless an identity names another zone (Amazon SES Developer Guide, "Easy DKIM in Amazon SES").
const SIGNING_ZONE: &str = "dkim.amazonses.com";
/// What Easy DKIM's origin begins with: the account's own region, or another one whose keys are taken over (Amazon SES
/// Developer Guide, "Using Deterministic Easy DKIM in Amazon SES").
const EASY: &str = "AWS_SES";
const NOT_FOUND: &[&str] = &["NotFoundException"];

/// The identity of a domain.
#[derive(Clone, Debug)]
pub struct Identity {
    /// The domain.
    pub name: String,
    pub region: String,
    /// Whether messages from it are signed.
    pub signs: bool,
    /// Where the key comes from, in AWS's word; `EXTERNAL` for one of the owner's own.
    pub key_origin: String,
    /// What Easy DKIM calls its keys.
    pub tokens: Vec<String>,
    /// Where the keys of these names are.
    pub signing_zone: String,
    /// How far SES is with the records of DKIM, by which it verifies the domain.
    pub dkim: Verification,
    /// Why it is no further, in AWS's word.
    pub error: Option<String>,
    /// From where messages say that they come when nobody can be reached.
    pub mail_from: Option<MailFrom>,
}

impl fmt::Display for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the identity {}", self.name)
    }
}

impl Identity {
    /// Whether SES made the key, and changes it from time to time.
    pub fn has_easy_key(&self) -> bool {
        is_easy(&self.key_origin)
    }
}

/// A MAIL FROM domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailFrom {
    pub domain: String,
    pub status: Verification,
}

/// How far SES is with looking for records (service model of GetEmailIdentity, DkimStatus and MailFromDomainStatus).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verification {
    Success,
    /// It looks for them, and tells so in this word.
    Looking(String),
    /// It has given up.
    Failed,
}

impl Verification {
    fn of(status: &str) -> Self {
        match status {
            "SUCCESS" => Self::Success,
            "FAILED" => Self::Failed,
            other => Self::Looking(other.to_owned()),
        }
    }
}

/// What an account may send, and has sent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sending {
    /// Whether mail goes to verified addresses alone.
    pub is_in_sandbox: bool,
    /// How many messages were sent in the last 24 hours.
    pub last_day: f64,
}

impl Aws {
    /// The identity of the learner's domain in their region, or what a beginner made instead.
    pub async fn email_identity(&self, you: &Learner) -> Read<Found<Identity>> {
        match self.identity_in(you, &you.region).await? {
            Some(identity) => Ok(Found::Here(identity)),
            None => Ok(Found::Missing(self.identity_near(you).await)),
        }
    }

    /// The identity of the learner's domain in a region.
    pub(crate) async fn identity_in(&self, you: &Learner, region: &str) -> Read<Option<Identity>> {
        let call = Call::new(GET_EMAIL_IDENTITY, you.arn(IDENTITY_ARN, region, &you.domain)).at(region);
        let send = || self.ses(region).get_email_identity().email_identity(&you.domain).send();
        let Some(answer) = self.ask(call.clone(), region, send).await.absent_on(NOT_FOUND)? else { return Ok(None) };
        identity(you, region, &answer).map(Some).map_err(|lacks| Fault::incomplete(call, lacks))
    }

    /// What the account has sent in the last day, in the learner's region.
    pub async fn sending(&self, you: &Learner) -> Read<Sending> {
        let call = Call::new(GET_ACCOUNT, "*").at(&you.region);
        let answer = self.ask(call.clone(), &you.region, || self.ses(&you.region).get_account().send()).await?;
        let quota = answer.send_quota().ok_or_else(|| Fault::incomplete(call, "SendQuota"))?;
        Ok(Sending { is_in_sandbox: !answer.production_access_enabled(), last_day: quota.sent_last24_hours() })
    }

    /// What cannot be read when an identity is known to be missing leaves the miss a miss.
    async fn identity_near(&self, you: &Learner) -> Option<NearMiss> {
        let look = |region| self.identity_in(you, region);
        let elsewhere = self.elsewhere(you, &you.region, look, Option::is_some);
        let (here, elsewhere) = futures_util::join!(self.identities(&you.region), elsewhere);
        let in_region = elsewhere.map(|(region, _)| NearMiss::in_region("identity", &you.domain, region, &you.region));
        in_region.or_else(|| named_likewise(&here.ok()?, &you.domain))
    }

    /// The names of all identities of a region, each with whether it is a domain.
    async fn identities(&self, region: &str) -> Read<Vec<(String, bool)>> {
        let call = Call::new(LIST_EMAIL_IDENTITIES, "*").at(region);
        let send = |mark| self.ses(region).list_email_identities().set_next_token(mark).send();
        let read = |answer: &ListEmailIdentitiesOutput| {
            let listed = answer.email_identities.as_ref().ok_or("EmailIdentities")?;
            let is_domain = |kind: Option<&IdentityType>| kind != Some(&IdentityType::EmailAddress);
            let names =
                listed.iter().filter_map(|one| Some((plain(one.identity_name()?), is_domain(one.identity_type()))));
            Ok(Listing::marked(names.collect(), answer.next_token()))
        };
        self.all(call, region, send, read).await
    }

    pub(crate) fn ses(&self, region: &str) -> aws_sdk_sesv2::Client {
        client!(self, aws_sdk_sesv2, region)
    }
}

/// The identity, or the member that AWS always sends and that is missing.
fn identity(you: &Learner, region: &str, answer: &GetEmailIdentityOutput) -> Result<Identity, &'static str> {
    let dkim = answer.dkim_attributes().ok_or("DkimAttributes")?;
    let key_origin = dkim.signing_attributes_origin().map_or(EASY, |origin| origin.as_str()).to_owned();
    let mail_from = answer.mail_from_attributes().filter(|attributes| !attributes.mail_from_domain().is_empty());
    Ok(Identity {
        name: you.domain.clone(),
        region: region.to_owned(),
        signs: dkim.signing_enabled(),
        tokens: tokens(dkim, &key_origin)?,
        key_origin,
        signing_zone: plain(dkim.signing_hosted_zone().unwrap_or(SIGNING_ZONE)),
        dkim: Verification::of(dkim.status().ok_or("Status")?.as_str()),
        error: answer.verification_info().and_then(|info| info.error_type()).map(|error| error.as_str().to_owned()),
        mail_from: mail_from.map(|attributes| MailFrom {
            domain: plain(attributes.mail_from_domain()),
            status: Verification::of(attributes.mail_from_domain_status().as_str()),
        }),
    })
}

/// With keys of SES's own, there are always tokens.
fn tokens(dkim: &DkimAttributes, origin: &str) -> Result<Vec<String>, &'static str> {
    match &dkim.tokens {
        None if is_easy(origin) => Err("Tokens"),
        tokens => Ok(tokens.clone().unwrap_or_default()),
    }
}

fn is_easy(origin: &str) -> bool {
    origin.starts_with(EASY)
}

/// The identity of a domain like this one, or of an address.
fn named_likewise(identities: &[(String, bool)], domain: &str) -> Option<NearMiss> {
    let domains: Vec<&str> =
        identities.iter().filter(|(_, is_domain)| *is_domain).map(|(name, _)| name.as_str()).collect();
    if let Some(near) = nearest(domain, &domains, |name| name) {
        return Some(NearMiss {
            found: format!("the identity {near}"),
            advice: format!(
                "Create an identity for {domain} itself; or, if {near} is your domain, correct it in msl-learn.toml."
            ),
        });
    }
    identities.iter().any(|(_, is_domain)| !is_domain).then(|| NearMiss {
        found: "the identity of an e-mail address, and none of a domain".into(),
        advice: format!(
            "An address lets you send as that one address. It stays, since you need it for exercise 9.2. Create another identity, \
             of the type Domain, for {domain}."
        ),
    })
}
