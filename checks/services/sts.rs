//! STS: who is asking.

use crate::aws::service::prelude::*;
use crate::services::iam::User;

pub const SERVICE: Service = Service {
    api: Api {
        id: "STS",
        settings_key: "sts",
        operations: OPERATIONS,
        // IAM User Guide, "IAM and AWS STS quotas": 600 a second, far above what a check needs.
        rates: &[rate("", 20, 20)],
        always: &[],
    },
    // Whoever asks the others has asked it before.
    health: None,
};

operations! { "STS", "sts";
    GET_CALLER_IDENTITY: "GetCallerIdentity" on Free;
}

pub const CALLER: Reader = Reader::of(&[reading_all(GET_CALLER_IDENTITY)]);

/// Who is asking, as AWS sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// Twelve digits.
    pub account: String,
    pub arn: String,
}

impl Caller {
    /// The partition in the ARN, such as `aws`.
    pub fn partition(&self) -> &str {
        self.arn.split(':').nth(1).unwrap_or("aws")
    }

    /// Whether these are the root user's credentials.
    pub fn is_root(&self) -> bool {
        self.arn.ends_with(":root")
    }

    /// The IAM user, if it is one.
    pub(crate) fn user(&self) -> Option<User> {
        let path = self.arn.split(":user/").nth(1)?;
        path.rsplit('/').next().map(|name| User { name: name.to_owned(), arn: self.arn.clone() })
    }
}

impl Aws {
    /// Who is asking.
    ///
    /// # Errors
    /// If the identity cannot be read.
    pub async fn caller(&self) -> Read<Caller> {
        let call = Call::new(GET_CALLER_IDENTITY, "*");
        let answer = self.ask(call.clone(), "", || self.sts().get_caller_identity().send()).await?;
        match (answer.account(), answer.arn()) {
            (Some(account), Some(arn)) => Ok(Caller { account: account.to_owned(), arn: arn.to_owned() }),
            _ => Err(Fault::incomplete(call, "Account and Arn")),
        }
    }

    pub(crate) fn sts(&self) -> aws_sdk_sts::Client {
        client!(self, aws_sdk_sts, "")
    }
}
