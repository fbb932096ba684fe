//! Another account, read through a role that its owner has made. The session lasts 15 minutes, and nothing of it is written.

use std::time::SystemTime;

use aws_config::Region;
use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;

use crate::aws::Aws;
use crate::aws::access::identities;
use crate::aws::api::{Api, Apis, rate};
use crate::aws::fault::{Call, Fault, Read};
use crate::aws::operation::{Operation, Scope};

/// How long a session lasts, in seconds: the shortest that AWS STS gives (AWS STS API Reference, "AssumeRole").
const SECONDS: i32 = 900;

/// It changes nothing, and is no read: no account that is checked may send it.
const ASSUME_ROLE: &Operation = &Operation {
    service: "STS",
    name: "AssumeRole",
    label: "sts:AssumeRole",
    action: "sts:AssumeRole",
    scope: Scope::Resource,
    beside: "",
};

/// All that the client may send which assumes roles.
const ASSUMING: Apis =
    &[&Api { id: "STS", settings_key: "sts", operations: &[ASSUME_ROLE], rates: &[rate("", 20, 20)], always: &[] }];

/// A role to assume.
#[derive(Clone, Copy, Debug)]
pub struct RoleSession<'a> {
    pub arn: &'a str,
    /// What the role asks for; none to try whether it asks at all.
    pub external_id: Option<&'a str>,
    /// What the owner's CloudTrail calls the session.
    pub name: &'a str,
    /// The region to read.
    pub region: &'a str,
}

impl Aws {
    /// The account that the role leads to, of which nothing is known yet. Its clients send reads alone, as all others.
    ///
    /// # Errors
    /// If AWS does not let these credentials assume the role.
    pub async fn assume(&self, role: RoleSession<'_>) -> Read<Self> {
        let credentials = self.session(role).await?;
        let config = self
            .sdk_config()
            .to_builder()
            .region(Region::new(role.region.to_owned()))
            .credentials_provider(SharedCredentialsProvider::new(credentials))
            .identity_cache(identities(&self.patience()))
            .build();
        let outside = self.outside().without_memory();
        Ok(Self::new(config, self.apis, self.is_emulated(), outside).within(self.patience()))
    }

    async fn session(&self, role: RoleSession<'_>) -> Read<Credentials> {
        let door = Self::new(self.sdk_config().clone(), ASSUMING, self.is_emulated(), self.outside().without_memory())
            .within(self.patience());
        let call = Call::new(ASSUME_ROLE, role.arn);
        let send = || {
            let request = door.sts().assume_role().role_arn(role.arn).role_session_name(role.name);
            request.set_external_id(role.external_id.map(str::to_owned)).duration_seconds(SECONDS).send()
        };
        let answer = door.ask(call.clone(), "", send).await?;
        let given = answer.credentials().ok_or_else(|| Fault::incomplete(call, "Credentials"))?;
        let expires = SystemTime::try_from(*given.expiration()).ok();
        let token = Some(given.session_token().to_owned());
        Ok(Credentials::new(given.access_key_id(), given.secret_access_key(), token, expires, "class role"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aws::fault::FaultKind;
    use crate::testing::{Account, ok};

    const ROLE: RoleSession<'_> = RoleSession {
        arn: "arn:aws:iam::210987654321:role/msl-learn-class-c1",
        external_id: Some("0123456789"),
        name: "msl-learn-c1",
        region: "us-east-1",
    };
    const SESSION: &str = "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAEXAMPLE</AccessKeyId>\
        <SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken>\
        <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>";

    #[tokio::test]
    async fn a_role_leads_to_an_account_that_is_read_alone() {
        let account = Account::empty().answers("sts:AssumeRole", ok(SESSION)).open();
        let theirs = account.assume(ROLE).await.expect("a session");
        assert!(account.sent().is_empty() && theirs.sent().is_empty());
        let signed = theirs.signed_in().await.expect("credentials");
        assert!(signed.temporary && signed.expires.is_some(), "{signed:?}");
        let refused = theirs.sts().assume_role().role_arn(ROLE.arn).role_session_name("x").send().await;
        assert!(format!("{refused:?}").contains("NotReadOnly"), "{refused:?}");
    }

    #[tokio::test]
    async fn a_role_that_does_not_let_in_is_a_denial() {
        let account = Account::empty().refuses("sts:AssumeRole", (403, "AccessDenied"), "not authorized").open();
        let fault = account.assume(ROLE).await.err().expect("a fault");
        assert_eq!(fault.kind(), FaultKind::Denied);
    }
}
