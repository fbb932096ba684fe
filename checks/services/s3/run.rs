//! What the worker of a class has put into the class's own bucket, read back.

use crate::aws::Aws;
use crate::aws::fault::{Call, Fault, Read};
use crate::services::s3::{Bucket, GET_OBJECT};

/// Where the results of a class's runs are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultBucket<'a> {
    pub name: &'a str,
    pub region: &'a str,
}

impl ResultBucket<'_> {
    fn bucket(&self) -> Bucket {
        Bucket { name: self.name.into(), arn: format!("arn:aws:s3:::{}", self.name), region: self.region.into() }
    }
}

impl Aws {
    /// The keys that begin with `prefix`, of very many the first 10,000.
    ///
    /// # Errors
    /// If the bucket cannot be listed.
    pub async fn result_keys(&self, place: &ResultBucket<'_>, prefix: &str) -> Read<Vec<String>> {
        let objects = self.objects_under(&place.bucket(), prefix).await?;
        Ok(objects.into_iter().map(|object| object.key).collect())
    }

    /// The first MiB of an object; `None` if it is not there, or empty.
    ///
    /// # Errors
    /// If it cannot be read.
    pub async fn result_object(&self, place: &ResultBucket<'_>, key: &str) -> Read<Option<Vec<u8>>> {
        let Some(body) = self.body(&place.bucket(), key).await? else { return Ok(None) };
        let call = Call::new(GET_OBJECT, format!("{}/{key}", place.name));
        body.bytes.clone().map(Some).map_err(|error| Fault::unreadable(call, error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Account, ok};

    #[tokio::test]
    async fn what_was_put_there_is_read() {
        let list = "<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>runs/r1/l-1.json</Key>\
             <Size>2</Size></Contents></ListBucketResult>";
        let account = Account::empty().answers("s3:ListObjectsV2", ok(list)).answers("s3:GetObject", ok("{}"));
        let (aws, place) = (account.open(), ResultBucket { name: "class", region: "us-east-1" });
        assert_eq!(aws.result_keys(&place, "runs/r1/").await.expect("a list"), ["runs/r1/l-1.json"]);
        assert_eq!(aws.result_object(&place, "runs/r1/l-1.json").await.expect("an object"), Some(b"{}".to_vec()));
        assert!(account.asked()[0].contains("prefix=runs%2Fr1%2F"), "{:?}", account.asked());
    }
}
