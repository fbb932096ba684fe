//! The API of a service: which operations may be sent to it, and how fast.

use super::complete::Always;
use super::operation::Operation;

/// What the account's machinery knows of a service.
#[derive(Debug)]
pub struct Api {
    /// The service id in the SDK, such as `Route 53`.
    pub id: &'static str,
    /// The service in configuration files, such as `route_53`, where it may have its own endpoint.
    pub settings_key: &'static str,
    /// The only operations that may be sent. All of them read.
    pub operations: &'static [&'static Operation],
    /// Lower than AWS publishes; empty if AWS publishes nothing for the service.
    pub rates: &'static [Rate],
    /// What its answers always have, of all that verdicts are made of: an answer without it is incomplete.
    pub always: &'static [Always],
}

/// What AWS allows an account: a burst of reads after a pause, then a number of reads per second.
#[derive(Debug, PartialEq, Eq)]
pub struct Rate {
    /// The one operation with this rate; empty for all operations of the service without a rate of their own.
    pub operation: &'static str,
    pub burst: u32,
    pub per_second: u32,
    /// Whether each region has a bucket of its own. Where AWS does not say, all regions share one.
    pub regional: bool,
}

/// The rate of an operation by its name, or, with `""`, of all others of the service. The first match counts. If AWS
/// publishes no burst, it is the rate of one second.
pub const fn rate(operation: &'static str, burst: u32, per_second: u32) -> Rate {
    Rate { operation, burst, per_second, regional: false }
}

impl Rate {
    /// A rate that AWS allows in each region.
    pub const fn in_each_region(self) -> Self {
        Self { regional: true, ..self }
    }
}

/// All services that are asked.
pub type Apis = &'static [&'static Api];

/// Every operation that may be sent.
pub fn operations(apis: Apis) -> impl Iterator<Item = &'static Operation> {
    apis.iter().flat_map(|api| api.operations).copied()
}

/// Looks an operation up by what the SDK says of it.
pub fn allowed(apis: Apis, service: &str, name: &str) -> Option<&'static Operation> {
    operations(apis).find(|operation| operation.service == service && operation.name == name)
}
