//! The regions where beginners put things by mistake.

use std::future::Future;

use futures_util::future::join_all;

use crate::aws::fault::Read;

/// The regions that every account has from the start (AWS Account Management, "Enable or disable AWS Regions").
pub const DEFAULT_REGIONS: &[&str] = &[
    "us-east-1",
    "us-east-2",
    "us-west-1",
    "us-west-2",
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-northeast-3",
    "ap-south-1",
    "ap-southeast-1",
    "ap-southeast-2",
    "ca-central-1",
    "eu-central-1",
    "eu-north-1",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "sa-east-1",
];

/// Looks through all regions but `here`, at the same time: the first that has it, and what was read there. What cannot be
/// read there is no near miss and no fault of the clause.
pub async fn elsewhere<T, F: Future<Output = Read<T>>>(
    here: &str,
    look: impl Fn(&'static str) -> F,
    has: impl Fn(&T) -> bool,
) -> Option<(&'static str, T)> {
    let others = DEFAULT_REGIONS.iter().copied().filter(|region| *region != here);
    let looks = join_all(others.map(|region| {
        let look = look(region);
        async move { Some((region, look.await.ok()?)) }
    }));
    looks.await.into_iter().flatten().find(|(_, seen)| has(seen))
}
