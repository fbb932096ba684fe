//! A service as its file declares it: its API, and one cheap read by which `doctor` tells whether it answers.

use futures_util::future::LocalBoxFuture;

use super::Aws;
use super::api::Api;
use super::fault::Read;
use crate::learner::Learner;

/// A service that is asked.
pub struct Service {
    pub api: Api,
    pub health: Option<HealthRead>,
}

/// The read by which a service shows that it answers.
#[derive(Clone, Copy)]
pub struct HealthRead {
    pub ask: for<'a> fn(&'a Aws, &'a Learner) -> LocalBoxFuture<'a, Read<()>>,
    /// Whether no emulator answers it.
    pub of_aws_alone: bool,
}

/// A read that emulators answer as well.
pub const fn health(ask: for<'a> fn(&'a Aws, &'a Learner) -> LocalBoxFuture<'a, Read<()>>) -> Option<HealthRead> {
    Some(HealthRead { ask, of_aws_alone: false })
}

/// A read that AWS alone answers.
pub const fn health_of_aws(
    ask: for<'a> fn(&'a Aws, &'a Learner) -> LocalBoxFuture<'a, Read<()>>,
) -> Option<HealthRead> {
    Some(HealthRead { ask, of_aws_alone: true })
}

/// What the files of the services use.
pub(crate) mod prelude {
    pub(crate) use super::{Service, health, health_of_aws};
    pub(crate) use crate::aws::api::{Api, rate};
    pub(crate) use crate::aws::clients::client;
    pub(crate) use crate::aws::complete::always;
    pub(crate) use crate::aws::console::{Page, page};
    pub(crate) use crate::aws::fault::{Call, Cause, Fault, PolicyType, Read};
    pub(crate) use crate::aws::operation::operations;
    pub(crate) use crate::aws::paging::Listing;
    pub(crate) use crate::aws::reader::{
        Reader, Reading, ResourceSet, reading, reading_all, resources, resources_everywhere,
    };
    pub(crate) use crate::aws::{Absent, Aws};
    pub(crate) use crate::judgement::{Found, NearMiss};
    pub(crate) use crate::learner::Learner;
    pub(crate) use crate::near::nearest;
}
