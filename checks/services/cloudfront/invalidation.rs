//! CloudFront's invalidations: which copies it was told to forget, when, and whether it has done so.

use std::sync::Arc;

use aws_sdk_cloudfront::operation::list_invalidations::ListInvalidationsOutput;
use aws_sdk_cloudfront::types::InvalidationSummary;
use futures_util::future::try_join_all;
use futures_util::join;

use super::{Distribution, GET_INVALIDATION, LIST_INVALIDATIONS};
use crate::aws::paging::first_page_of;
use crate::aws::service::prelude::*;
use crate::services::s3::{Bucket, HEAD_OBJECT};

/// How many invalidations are read; AWS's rates allow few a second.
const MOST: usize = 30;
/// How many of them at the same time: most often the first after an upload is the one for it.
const AT_ONCE: usize = 2;
/// The same for each of several files, which are read together.
const AT_ONCE_OF_MANY: usize = 1;
/// How many other distributions are read if this one has no invalidation.
const OTHERS: usize = 2;

/// One invalidation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalidation {
    pub id: String,
    /// In seconds since 1970.
    pub created: i64,
    pub completed: bool,
    pub status: String,
    pub paths: Vec<String>,
}

impl Invalidation {
    /// Whether CloudFront forgets one of the paths by it.
    pub fn covers(&self, paths: &[&str]) -> bool {
        self.paths.iter().any(|pattern| paths.iter().any(|path| covers(pattern, path)))
    }
}

/// The invalidations of a distribution, as far as they matter for an object that was put there at a certain time.
#[derive(Clone, Debug, Default)]
pub struct Invalidations {
    /// Those created since then, the earliest first, as far as they were read.
    pub since: Vec<Invalidation>,
    /// Why not all of those are among them, when there are too many.
    pub unread: Option<Fault>,
    /// Where there are none since then: the latest one before.
    pub before: Option<Invalidation>,
    /// Where there are none at all: another distribution that has some since then, by its id.
    pub elsewhere: Option<String>,
}

/// The invalidations of a distribution since one file of a website was put there.
#[derive(Clone, Debug)]
pub struct FileInvalidations {
    pub key: String,
    /// The paths that visitors ask for the file by.
    pub paths: Vec<String>,
    pub seen: Invalidations,
}

/// One row of the list, which has no paths.
#[derive(Clone, Debug)]
struct Listed {
    id: String,
    created: i64,
}

impl Aws {
    /// The invalidations since the object under `key` was last put there, up to the first completed one of `paths`;
    /// none where there is no such object or no distribution.
    pub async fn invalidations_since(
        &self,
        distribution: Read<Found<Distribution>>,
        bucket: Read<Found<Bucket>>,
        key: &str,
        paths: &[&str],
    ) -> Read<Invalidations> {
        self.invalidations_of(distribution, bucket, (key, paths), AT_ONCE).await
    }

    async fn invalidations_of(
        &self,
        distribution: Read<Found<Distribution>>,
        bucket: Read<Found<Bucket>>,
        (key, paths): (&str, &[&str]),
        at_once: usize,
    ) -> Read<Invalidations> {
        let Found::Here(distribution) = distribution? else { return Ok(Invalidations::default()) };
        // The first page is the same for any time.
        let (object, _) = join!(self.object_in(bucket.clone(), key), self.first_page(&distribution));
        let (Found::Here(bucket), Found::Here(object)) = (bucket?, object?) else {
            return Ok(Invalidations::default());
        };
        let call = Call::new(HEAD_OBJECT, format!("{}/{key}", bucket.arn));
        let time = object.changed.ok_or_else(|| Fault::incomplete(call, "LastModified"))?;
        self.invalidations(&distribution, time, paths, at_once).await
    }

    /// The same of the page under `key` of the website `host`, and of each file of the website's own that it loads; missing
    /// where there is no such page.
    pub async fn page_invalidations_since(
        &self,
        distribution: Read<Found<Distribution>>,
        bucket: Read<Found<Bucket>>,
        host: &str,
        (key, paths): (&str, &[&str]),
    ) -> Read<Found<Vec<FileInvalidations>>> {
        let (page, own) = join!(
            self.web_page_in(bucket.clone(), key, host),
            self.invalidations_of(distribution.clone(), bucket.clone(), (key, paths), AT_ONCE_OF_MANY)
        );
        let page = match page? {
            Found::Here(page) => page,
            Found::Missing(near) => return Ok(Found::Missing(near)),
        };
        let paths = paths.iter().map(|path| (*path).to_owned()).collect();
        let mut files = vec![FileInvalidations { key: key.to_owned(), paths, seen: own? }];
        let loaded = page.loaded()?.into_iter().map(|key| {
            let (distribution, bucket, path) = (distribution.clone(), bucket.clone(), format!("/{key}"));
            async move {
                let file = (key, &[path.as_str()][..]);
                let seen = self.invalidations_of(distribution, bucket, file, AT_ONCE_OF_MANY).await?;
                Ok(FileInvalidations { key: key.to_owned(), paths: vec![path], seen })
            }
        });
        files.extend(try_join_all(loaded).await?);
        Ok(Found::Here(files))
    }

    async fn invalidations(
        &self,
        distribution: &Distribution,
        time: i64,
        paths: &[&str],
        at_once: usize,
    ) -> Read<Invalidations> {
        let mut listed = self.listed_invalidations(distribution, time).await?;
        listed.sort_by_key(|row| row.created);
        let first = listed.partition_point(|row| row.created < time);
        let since = &listed[first..];
        let mut details: Vec<Invalidation> = Vec::new();
        for some in since[..since.len().min(MOST)].chunks(at_once) {
            details.extend(try_join_all(some.iter().map(|row| self.invalidation(distribution, row))).await?);
            if details.iter().any(|one| one.completed && one.covers(paths)) {
                return Ok(Invalidations { since: details, ..Invalidations::default() });
            }
        }
        let before = match listed[..first].last() {
            Some(last) if since.is_empty() => Some(self.invalidation(distribution, last).await?),
            _ => None,
        };
        let unread = (since.len() > MOST).then(|| too_many(distribution, since.len()));
        // What cannot be read there is no near miss.
        let elsewhere = match listed.is_empty() {
            true => self.invalidated_elsewhere(distribution, time).await.unwrap_or_default(),
            false => None,
        };
        Ok(Invalidations { since: details, unread, before, elsewhere })
    }

    async fn invalidated_elsewhere(&self, own: &Distribution, time: i64) -> Read<Option<String>> {
        let others: Vec<Distribution> =
            self.distributions().await?.into_iter().filter(|one| one.id != own.id).take(OTHERS).collect();
        let lists = try_join_all(others.iter().map(|other| self.first_page(other))).await?;
        let has_some = |list: &ListInvalidationsOutput| {
            let rows = list.invalidation_list().map(|list| list.items()).unwrap_or_default();
            rows.iter().any(|row| row.create_time().secs() >= time)
        };
        Ok(others.iter().zip(lists).find(|(_, list)| has_some(list)).map(|(other, _)| other.id.clone()))
    }

    /// The list begins with the latest (CloudFront API Reference, ListInvalidations), so that it need not be read
    /// beyond the first that is too old.
    async fn listed_invalidations(&self, distribution: &Distribution, time: i64) -> Read<Vec<Listed>> {
        let call = Call::new(LIST_INVALIDATIONS, &distribution.arn);
        let list = || self.cloudfront().list_invalidations().distribution_id(&distribution.id);
        let send = |mark| list().set_marker(mark).send();
        let read = |answer: &ListInvalidationsOutput| {
            let list = answer.invalidation_list().ok_or("InvalidationList")?;
            let rows: Vec<Listed> = list.items().iter().map(row).collect();
            let is_enough = rows.iter().any(|row| row.created < time);
            Ok(Listing::truncated(rows, list.is_truncated(), list.next_marker()).enough_if(is_enough))
        };
        self.all(call, "", send, read).await
    }

    async fn first_page(&self, distribution: &Distribution) -> Read<Arc<ListInvalidationsOutput>> {
        let call = Call::new(LIST_INVALIDATIONS, &distribution.arn);
        let send = || self.cloudfront().list_invalidations().distribution_id(&distribution.id).send();
        self.ask(call, &first_page_of(""), send).await
    }

    async fn invalidation(&self, distribution: &Distribution, row: &Listed) -> Read<Invalidation> {
        let call = Call::new(GET_INVALIDATION, &distribution.arn);
        let send = || self.cloudfront().get_invalidation().distribution_id(&distribution.id).id(&row.id).send();
        let answer = self.ask(call.clone(), &row.id, send).await?;
        let found = answer.invalidation().ok_or_else(|| Fault::incomplete(call.clone(), "Invalidation"))?;
        let paths = found.invalidation_batch().and_then(|batch| batch.paths());
        let paths = paths.ok_or_else(|| Fault::incomplete(call, "Paths"))?;
        Ok(Invalidation {
            id: row.id.clone(),
            created: row.created,
            completed: found.status().eq_ignore_ascii_case("Completed"),
            status: found.status().to_owned(),
            paths: paths.items().to_vec(),
        })
    }
}

fn too_many(distribution: &Distribution, count: usize) -> Fault {
    let call = Call::new(GET_INVALIDATION, &distribution.arn);
    Fault::unreadable(call, format!("{count} invalidations since the upload are more than are read"))
}

fn row(summary: &InvalidationSummary) -> Listed {
    Listed { id: summary.id().to_owned(), created: summary.create_time().secs() }
}

/// Whether CloudFront forgets `path` by an invalidation of `pattern`: capital letters count, and `*` is a wildcard at
/// its end alone (CloudFront Developer Guide, "What you need to know when invalidating paths").
fn covers(pattern: &str, path: &str) -> bool {
    // The console lets the first slash be left out.
    let pattern = pattern.strip_prefix('/').unwrap_or(pattern);
    let path = path.strip_prefix('/').unwrap_or(path);
    match pattern.strip_suffix('*') {
        Some(beginning) => path.starts_with(beginning),
        None => pattern == path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_covered_as_cloudfront_reads_it() {
        for pattern in ["/photos.html", "/*", "/photos*", "/photos.html*", "/p*", "photos.html"] {
            assert!(covers(pattern, "/photos.html"), "{pattern}");
        }
        for pattern in ["/Photos.html", "/photos", "/", "/*.html", "/photos.html?*", "/website/*", "/photos%2Ehtml"] {
            assert!(!covers(pattern, "/photos.html"), "{pattern}");
        }
        assert!(covers("/", "/") && covers("/*", "/") && !covers("/index.html", "/"));
    }
}
