//! A page of a website with all that it loads from the website's bucket.

use futures_util::future::try_join_all;
use futures_util::join;

use crate::aws::service::prelude::*;
use crate::documents::address::Address;
use crate::documents::html::{Document, line_of};
use crate::services::s3::object::Content;
pub use crate::services::s3::scripts::{RefusedScript, Scripts};
use crate::services::s3::{Bucket, Object};

/// A page as it lies in the bucket, read as it stands at its address.
#[derive(Debug)]
pub struct WebPage {
    pub content: Content,
    pub address: Address,
    pub document: Document,
    pub scripts: Read<Scripts>,
    /// The stylesheets of the website's own, by their keys; without an object those that are missing.
    pub styles: Read<Vec<(String, Option<Object>)>>,
}

impl std::fmt::Display for WebPage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.content.object.fmt(f)
    }
}

impl WebPage {
    /// Where a text stands first, in the page or in a script of its own: such as `line 3 of auth-callback.js`.
    pub fn place_of(&self, text: &str) -> Option<String> {
        let scripts = self.scripts.iter().flat_map(|scripts| &scripts.files);
        let scripts = scripts.map(|file| (&file.object.key, line_of(&file.text, text)));
        let mut files = scripts.chain([(&self.content.object.key, self.document.line_of(text))]);
        files.find_map(|(key, line)| Some(format!("line {} of {key}", line?)))
    }

    /// The keys of the website's own files that the page loads.
    pub fn loaded(&self) -> Read<Vec<&str>> {
        let scripts = self.scripts.as_ref().map_err(Clone::clone)?;
        let styles = self.styles.as_ref().map_err(Clone::clone)?;
        let scripts = scripts.files.iter().map(|file| file.object.key.as_str());
        Ok(scripts.chain(styles.iter().map(|(key, _)| key.as_str())).collect())
    }
}

impl Aws {
    /// The page under `key` of the bucket of the website `host`, and what it loads from there.
    async fn web_page(&self, bucket: &Bucket, key: &str, host: &str) -> Read<Found<WebPage>> {
        let content = match self.content(bucket, key).await? {
            Found::Here(content) => content,
            Found::Missing(near) => return Ok(Found::Missing(near)),
        };
        let address = Address::https(host, &format!("/{key}"));
        let document = Document::parse(&content.text, address.clone());
        let (scripts, styles) = join!(self.scripts(bucket, &document, host), self.styles(bucket, &document, host));
        Ok(Found::Here(WebPage { content, address, document, scripts, styles }))
    }

    /// The same of a bucket that may itself be missing.
    pub async fn web_page_in(&self, bucket: Read<Found<Bucket>>, key: &str, host: &str) -> Read<Found<WebPage>> {
        match bucket? {
            Found::Here(bucket) => self.web_page(&bucket, key, host).await,
            Found::Missing(near) => Ok(Found::Missing(near)),
        }
    }

    /// The account's own bucket of that name, and the page in it.
    pub async fn web_page_of(
        &self,
        you: &Learner,
        bucket: &str,
        key: &str,
    ) -> (Read<Found<Bucket>>, Read<Found<WebPage>>) {
        let bucket = self.bucket(you, bucket).await;
        let page = self.web_page_in(bucket.clone(), key, &you.domain).await;
        (bucket, page)
    }

    async fn styles(&self, bucket: &Bucket, page: &Document, host: &str) -> Read<Vec<(String, Option<Object>)>> {
        let own = page.stylesheets().into_iter().filter(|file| file.host == host);
        let keys: Vec<String> = own.map(|file| file.decoded_path().trim_start_matches('/').to_owned()).collect();
        let objects = try_join_all(keys.iter().map(|key| self.object(bucket, key))).await?;
        Ok(keys.into_iter().zip(objects).map(|(key, found)| (key, found.here())).collect())
    }
}
