//! Where a learner works, as a hand-in and the roster of a cloud run say it.

use msl_learn_checks::Names;
use serde::{Deserialize, Serialize};

use crate::workspace::{NameOverrides, Settings};

/// Where a learner works.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LearnerPlace {
    /// Whether the account is a practice account, or an emulator stands for AWS.
    pub practice: bool,
    domain: String,
    region: String,
    pub account: String,
    partition: String,
    names: Names,
}

impl LearnerPlace {
    /// The place that settings describe.
    pub fn of(settings: &Settings) -> Self {
        let learner = settings.learner();
        Self {
            practice: settings.practice || settings.endpoint.is_some(),
            domain: learner.domain,
            region: learner.region,
            account: learner.account,
            partition: learner.partition,
            names: learner.names,
        }
    }

    /// The settings of the learner, which the class keeps.
    pub fn settings(&self) -> Settings {
        let names = self.names.clone();
        Settings {
            region: self.region.clone(),
            partition: self.partition.clone(),
            practice: self.practice,
            names: NameOverrides {
                website_bucket: Some(names.website_bucket),
                data_bucket: Some(names.data_bucket),
                api_domain: Some(names.api_domain),
                auth_domain: Some(names.auth_domain),
            },
            ..Settings::new(&self.domain, &self.account)
        }
    }
}
