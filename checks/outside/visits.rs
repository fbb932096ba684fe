//! What visitors get at the learner's addresses.

use futures_util::future::join_all;

use crate::aws::Aws;
use crate::aws::fault::{Call, Fault, Read};
use crate::learner::Learner;
use crate::learner::website_endpoint::website_endpoint;
use crate::outside::web::{Answer, Served, Url};
use crate::services::apigateway::RestApi;
use crate::services::lambda::Function;
use crate::services::s3::Bucket;

impl Aws {
    /// What a visitor gets at the URL: from S3, CloudFront or API Gateway. Anything else that answers tells nothing.
    pub async fn visit(&self, url: &Url) -> Read<Answer> {
        self.has_visitors()?;
        let call = Call::new(url.operation(), url.to_string());
        self.looks(&call, "", self.outside().web.visit(url, &call)).await
    }

    /// What a visitor gets at the URL, from whom the certificate matters. A practice account shows none.
    pub async fn presented(&self, url: &Url) -> Read<Answer> {
        self.is_on_internet()?;
        self.visit(url).await
    }

    /// What a visitor gets at the URL, beside the object of that key in the bucket that it comes from.
    pub async fn served(&self, you: &Learner, url: &Url, bucket: &str, key: &str) -> Read<Served> {
        self.has_visitors()?;
        let (answer, etag) = futures_util::join!(self.visit(url), self.etag(you, bucket, key));
        Ok(Served { answer: answer?, etag: etag? })
    }

    /// The same at the address of each of these objects of the website.
    pub async fn served_each(&self, you: &Learner, bucket: &str, keys: &[&'static str]) -> Read<Vec<Served>> {
        let looks = keys.iter().map(|key| async move {
            let url = Url::https(&you.domain).page(&format!("/{key}"));
            self.served(you, &url, bucket, key).await
        });
        // Each is waited for: one that is dropped half-way would be sent a second time, for another exercise that asks the same.
        join_all(looks).await.into_iter().collect()
    }

    /// What a visitor gets at the bucket's website endpoint.
    pub async fn visit_website(&self, bucket: &Bucket) -> Read<Answer> {
        let endpoint = website_endpoint(&bucket.region).ok_or_else(|| Fault::unknown_region(&bucket.region))?;
        self.visit(&Url::http(format!("{}.{}", bucket.name, endpoint.host()))).await
    }

    /// What the function answers when it is called with the event, in a copy of a practice account. Elsewhere nothing is called.
    pub async fn try_function(&self, function: &Function, event: String) -> Read<Answer> {
        const READS_ALONE: &str = "`check` calls no function of yours; exercise 5.12 shows what it answers";
        self.try_at(&Url::call(&function.region, &function.name, event), READS_ALONE).await
    }

    /// What a function that works by the clock adds to a file when it is run, in a copy of a practice account.
    pub async fn try_run(&self, function: &Function, trial: String) -> Read<Answer> {
        const READS_ALONE: &str = "`check` calls no function of yours; exercise 8.14 shows what it writes";
        self.try_at(&Url::run(&function.region, &function.name, trial), READS_ALONE).await
    }

    /// What a function sends when a user calls it, in a copy of a practice account.
    pub async fn try_mail(&self, function: &Function, trial: String) -> Read<Answer> {
        const READS_ALONE: &str = "`check` calls no function of yours; exercise 9.7 shows what it sends";
        self.try_at(&Url::mail(&function.region, &function.name, trial), READS_ALONE).await
    }

    /// What a function makes of a user's given name when that user calls it, in a copy of a practice account.
    pub async fn try_change(&self, function: &Function, trial: String) -> Read<Answer> {
        const READS_ALONE: &str = "`check` calls no function of yours; exercise 7.21 shows what it changes";
        self.try_at(&Url::mail(&function.region, &function.name, trial), READS_ALONE).await
    }

    /// What comes of a POST to a method of the API, in a copy of a practice account.
    pub async fn try_post(&self, api: &RestApi, trial: String) -> Read<Answer> {
        const READS_ALONE: &str = "`check` calls no function of yours and sends no POST; see exercise 8.8";
        self.try_at(&Url::post(&api.region, &api.id, trial), READS_ALONE).await
    }

    async fn try_at(&self, url: &Url, reads_alone: &str) -> Read<Answer> {
        if !self.outside().web.is_practice() {
            return Err(Fault::nowhere(reads_alone));
        }
        self.visit(url).await
    }

    async fn etag(&self, you: &Learner, bucket: &str, key: &str) -> Read<Option<String>> {
        let Some(bucket) = self.bucket(you, bucket).await?.here() else { return Ok(None) };
        Ok(self.object(&bucket, key).await?.here().and_then(|object| object.etag))
    }
}
