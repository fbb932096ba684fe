//! S3 Control: the public access settings of the whole account, which no other service shows.

use super::*;

pub const SERVICE: Service = Service {
    api: Api { id: "S3 Control", settings_key: "s3_control", operations: OPERATIONS, rates: &[], always: &[] },
    health: health_of_aws(|aws, you| {
        let send = || aws.s3control().get_public_access_block().account_id(&you.account).send();
        let read = aws.answers(GET_ACCOUNT_PUBLIC_ACCESS_BLOCK, send);
        // An account without such settings answers as well.
        Box::pin(async move { read.await.absent_on(NONE).map(drop) })
    }),
};

operations! { "S3 Control", "s3control";
    GET_ACCOUNT_PUBLIC_ACCESS_BLOCK: "GetPublicAccessBlock" needs "s3:GetAccountPublicAccessBlock" on All;
}

/// The settings of the whole account.
pub const SETTINGS: Reader = Reader::of(&[reading_all(GET_ACCOUNT_PUBLIC_ACCESS_BLOCK)]);
pub const CONSOLE: Page = page("https://console.aws.amazon.com/s3/settings");

/// The account has never made such settings.
const NONE: &[&str] = &["NoSuchPublicAccessBlockConfiguration"];

impl Aws {
    /// The public access settings of the whole account, which outweigh the bucket's.
    pub async fn account_public_access(&self, you: &Learner) -> Read<PublicAccess> {
        let call = Call::new(GET_ACCOUNT_PUBLIC_ACCESS_BLOCK, "*");
        let send = || self.s3control().get_public_access_block().account_id(&you.account).send();
        let answer = self.ask(call, "", send).await.absent_on(NONE)?;
        let block = answer.as_deref().and_then(|answer| answer.public_access_block_configuration());
        Ok(block.map_or_else(PublicAccess::default, |block| PublicAccess {
            block_public_acls: block.block_public_acls().unwrap_or_default(),
            ignore_public_acls: block.ignore_public_acls().unwrap_or_default(),
            block_public_policy: block.block_public_policy().unwrap_or_default(),
            restrict_public_buckets: block.restrict_public_buckets().unwrap_or_default(),
        }))
    }

    fn s3control(&self) -> aws_sdk_s3control::Client {
        client!(self, aws_sdk_s3control, "")
    }
}
