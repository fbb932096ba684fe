//! What the course has in common with other work in the account: the toolkits with which CDK and SAM deploy every application of
//! a region, and the one recorder that AWS Config has there.

use super::LeftKind;
use crate::aws::Aws;
use crate::aws::fault::Read;
use crate::book::deploying::{CDK_STACK, SAM_STACK, STACK};
use crate::judge::cloudformation::owner::{BOOTSTRAP_VERSION, OF_SAM, TOOLKIT};
use crate::learner::Learner;
use crate::services::cloudformation::Stack;

/// How the name of the bucket begins that the toolkit of CDK has made.
const BUCKET_OF_CDK: &str = "cdk-hnb659fds-assets-";
/// The most names of stacks that are told.
const MOST: usize = 3;

impl Aws {
    /// Why the thing is not the course's alone; none if it is.
    pub(super) async fn shared(&self, you: &Learner, kind: LeftKind, name: &str) -> Read<Option<String>> {
        let uses: fn(&Stack) -> bool = match kind {
            LeftKind::Stack if name == TOOLKIT => is_of_cdk,
            LeftKind::Bucket if name.starts_with(BUCKET_OF_CDK) => is_of_cdk,
            LeftKind::Stack if name == OF_SAM => |stack| !is_of_cdk(stack),
            LeftKind::Recorder => return self.recorded_for_others(you).await,
            _ => return Ok(None),
        };
        let own = [CDK_STACK, SAM_STACK, STACK, TOOLKIT, OF_SAM];
        let stacks = self.stacks(you).await?.into_iter();
        let others = stacks.filter(|stack| uses(stack) && !stack.is_nested && !own.contains(&stack.name.as_str()));
        let names: Vec<String> = others.map(|stack| stack.name).take(MOST).collect();
        Ok((!names.is_empty()).then(|| format!("stacks that are not the course's may need it ({})", names.join(", "))))
    }

    /// A region has one recorder, of the same name in most accounts: whose it is tells the bucket that its history goes to.
    async fn recorded_for_others(&self, you: &Learner) -> Read<Option<String>> {
        let Some(channel) = self.delivery_channel(you).await? else { return Ok(None) };
        let own = [&you.names.data_bucket, &you.names.website_bucket];
        let is_own = own.iter().any(|name| channel.bucket.starts_with(*name));
        Ok((!is_own).then(|| format!("its history goes to the bucket {}, which is not the course's", channel.bucket)))
    }
}

/// Whether its template asks for the version of the toolkit.
fn is_of_cdk(stack: &Stack) -> bool {
    stack.parameters.iter().any(|key| key == BOOTSTRAP_VERSION)
}
