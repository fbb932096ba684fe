//! Judgements of CloudFront's invalidations: whether its old copies of an object are gone.

use crate::aws::fault::Read;
use crate::judgement::{Found, Judgement};
use crate::services::cloudfront::invalidation::{FileInvalidations, Invalidation, Invalidations};
use crate::wait::INVALIDATION;

/// An invalidation that was created after the last change of the object `key` covers one of the paths that visitors ask
/// for it by, and is completed.
pub fn invalidated(seen: &Invalidations, key: &str, paths: &[&str]) -> Read<Judgement> {
    let expected =
        format!("a completed invalidation of {}, created after the last upload of {key}", paths.join(" or "));
    let covering: Vec<&Invalidation> = seen.since.iter().filter(|one| one.covers(paths)).collect();
    if let Some(done) = covering.iter().find(|one| one.completed) {
        return Ok(Judgement::holds(describe(done)));
    }
    if let Some(under_way) = covering.first() {
        let found = format!("{}: {}", describe(under_way), under_way.status);
        return Ok(Judgement::waits(expected, found, INVALIDATION));
    }
    if let Some(fault) = &seen.unread {
        return Err(fault.clone());
    }
    Ok(match (seen.since.last(), &seen.before) {
        (Some(other), _) => Judgement::fails(expected, describe(other)).advising(why_not(other, paths)),
        (None, Some(before)) => Judgement::fails(expected, format!("{}, from before the upload", describe(before)))
            .advising(format!(
                "CloudFront may have fetched the old {key} again since then. Create an invalidation after each upload."
            )),
        (None, None) => match &seen.elsewhere {
            Some(other) => Judgement::absent(expected, format!("one of the distribution {other}"))
                .advising("That is not the distribution for your domain. Create the invalidation in that one."),
            None => Judgement::absent(expected, "no invalidation"),
        },
    })
}

/// The same of a page and of each file that it loads; the first that does not hold tells.
pub fn page_invalidated(files: Found<Vec<FileInvalidations>>) -> Read<Judgement> {
    let files = match files {
        Found::Here(files) => files,
        missing @ Found::Missing(_) => return Ok(missing.judged(|_| Judgement::holds("the page"))),
    };
    let mut keys = Vec::new();
    for file in &files {
        let paths: Vec<&str> = file.paths.iter().map(String::as_str).collect();
        let judged = invalidated(&file.seen, &file.key, &paths)?;
        if !judged.does_hold() {
            return Ok(judged);
        }
        keys.push(file.key.as_str());
    }
    Ok(Judgement::holds(keys.join(", ")))
}

/// How the paths of an invalidation miss, or what they lack.
fn why_not(other: &Invalidation, paths: &[&str]) -> String {
    let path = paths.last().copied().unwrap_or_default();
    let name = path.trim_start_matches('/');
    let near = |fits: &dyn Fn(&str) -> bool| other.paths.iter().any(|path| fits(path));
    if near(&|found| found.starts_with('#')) {
        return format!("Tags are not looked into here. Create an invalidation of the path {path}.");
    }
    if near(&|found| found.contains('%')) {
        return format!("Write the path as it is, {path}: encoded, it names another file to CloudFront.");
    }
    if near(&|found| found.eq_ignore_ascii_case(path)) {
        return format!("Capital letters count in paths. Create an invalidation of {path}.");
    }
    if near(&|found| found.len() > path.len() && found.ends_with(name)) {
        return format!("A path begins at the top of the website, without the bucket's or a folder's name: {path}.");
    }
    format!("Create an invalidation of {path}.")
}

fn describe(one: &Invalidation) -> String {
    const SHOWN: usize = 5;
    let more = if one.paths.len() > SHOWN { ", …" } else { "" };
    let paths: Vec<&str> = one.paths.iter().take(SHOWN).map(String::as_str).collect();
    format!("the invalidation {} of {}{more}", one.id, paths.join(", "))
}
