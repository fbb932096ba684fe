//! The one write of this program: what a class's worker saw of a learner, put into the class's own bucket, at one key. Its client
//! sends nothing else, and no other client sends it.

use aws_sdk_s3::Client;
use aws_sdk_s3::operation::put_object::PutObjectInput;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeSerializationInterceptorContextRef;
use aws_smithy_runtime_api::client::interceptors::{Intercept, dyn_dispatch_hint};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

use crate::aws::Aws;
use crate::aws::api::{Api, Apis, rate};
use crate::aws::clients::client;
use crate::aws::fault::{Call, Fault, Read};
use crate::aws::operation::{Operation, Scope};

/// No account that is checked may send it.
const PUT_OBJECT: &Operation = &Operation {
    service: "S3",
    name: "PutObject",
    label: "s3:PutObject",
    action: "s3:PutObject",
    scope: Scope::Resource,
    beside: "",
};

/// All that the client may send which deposits.
const DEPOSITING: Apis =
    &[&Api { id: "S3", settings_key: "s3", operations: &[PUT_OBJECT], rates: &[rate("", 50, 50)], always: &[] }];

/// The one object that may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deposit {
    pub bucket: String,
    pub key: String,
}

/// Another object was about to be written.
#[derive(Debug, thiserror::Error)]
#[error("nothing but {} may be written in the bucket {}", .0.key, .0.bucket)]
pub struct NotTheDeposit(Deposit);

#[dyn_dispatch_hint]
impl Intercept for Deposit {
    fn name(&self) -> &'static str {
        "guard of the one write"
    }

    fn read_before_serialization(
        &self,
        context: &BeforeSerializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let put = context.input().downcast_ref::<PutObjectInput>();
        let is_it = |put: &PutObjectInput| put.bucket() == Some(&self.bucket) && put.key() == Some(&self.key);
        if put.is_some_and(is_it) { Ok(()) } else { Err(NotTheDeposit(self.clone()).into()) }
    }
}

impl Aws {
    /// Writes the one object, over one that is there.
    ///
    /// # Errors
    /// If S3 does not take it.
    pub async fn deposit(&self, place: Deposit, content: Vec<u8>) -> Read<()> {
        let door = self.depositing();
        let call = Call::new(PUT_OBJECT, format!("{}/{}", place.bucket, place.key));
        let send = || {
            let request = writer(&door, place.clone()).put_object().bucket(place.bucket).key(place.key);
            request.content_type("application/json").body(content.into()).send()
        };
        let answer = door.ask(call.clone(), "", send).await?;
        // The answer has no body, so this alone tells it from a proxy's page.
        answer.e_tag().map(|_| ()).ok_or_else(|| Fault::incomplete(call, "ETag"))
    }

    /// The same account, through a client that reads nothing.
    fn depositing(&self) -> Self {
        let outside = self.outside().without_memory();
        Self::new(self.sdk_config().clone(), DEPOSITING, self.is_emulated(), outside).within(self.patience())
    }
}

fn writer(door: &Aws, place: Deposit) -> Client {
    client!(door, aws_sdk_s3, "", |builder| builder.force_path_style(door.is_emulated()).interceptor(place))
}

#[cfg(test)]
mod tests {
    use aws_smithy_types::error::display::DisplayErrorContext;

    use super::*;
    use crate::testing::{Account, Answer, ok};

    fn place() -> Deposit {
        Deposit { bucket: "class".into(), key: "runs/r1/l-1.json".into() }
    }

    #[tokio::test]
    async fn one_object_is_written_and_the_account_is_still_read_alone() {
        let answer = Answer::Http { status: 200, headers: &[("ETag", "\"1\"")], body: String::new() };
        let account = Account::empty().answers("s3:PutObject", answer);
        let aws = account.open();
        aws.deposit(place(), b"{}".to_vec()).await.expect("written");
        assert_eq!(account.asked().len(), 1);
        assert!(account.asked()[0].contains("runs/r1/l-1.json"), "{:?}", account.asked());
        assert!(aws.sent().is_empty());
        let refused = aws.s3("us-east-1").put_object().bucket("class").key("runs/r1/l-1.json").send().await;
        assert!(format!("{refused:?}").contains("NotReadOnly"), "{refused:?}");
    }

    #[tokio::test]
    async fn what_does_not_say_that_it_was_written_was_not() {
        let account = Account::empty().answers("s3:PutObject", ok("<p>Sign in to the Wi-Fi"));
        assert!(account.open().deposit(place(), b"{}".to_vec()).await.is_err());
    }

    /// Whatever else the client could write, or read.
    #[tokio::test]
    async fn every_other_write_is_refused_before_it_is_sent() {
        let account = Account::empty();
        let door = account.open().depositing();
        let s3 = writer(&door, place());
        let elsewhere = [("class", "runs/r1/l-2.json"), ("other", "runs/r1/l-1.json"), ("class", "roster.jsonl")];
        for (bucket, key) in elsewhere {
            let error = s3.put_object().bucket(bucket).key(key).send().await.expect_err("refused");
            let shown = DisplayErrorContext(&error).to_string();
            assert!(shown.contains("nothing but runs/r1/l-1.json may be written in the bucket class"), "{shown}");
        }
        let said = [
            format!("{:?}", s3.delete_object().bucket("class").key("runs/r1/l-1.json").send().await),
            format!("{:?}", s3.create_bucket().bucket("class").send().await),
            format!("{:?}", s3.copy_object().bucket("class").key("k").copy_source("a/b").send().await),
            format!("{:?}", s3.get_object().bucket("class").key("runs/r1/l-1.json").send().await),
            format!("{:?}", door.sts().get_caller_identity().send().await),
        ];
        for refused in said {
            assert!(refused.contains("NotReadOnly") || refused.contains("NotTheDeposit"), "{refused}");
        }
        assert_eq!((account.asked(), door.sent()), (Vec::<String>::new(), vec![]));
    }
}
