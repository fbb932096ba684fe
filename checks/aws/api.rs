//! The API of a service: which operations may be sent to it, and how fast.

use super::operation::Operation;

/// What the account's machinery knows of a service.
#[derive(Debug)]
pub struct Api {
    /// The service id in the SDK, such as `Route 53`.
    pub id: &'static str,
    /// As configuration files spell it, such as `route_53`: there an endpoint of its own may be set.
    pub settings_key: &'static str,
    /// The only operations that may ever be sent, all of which read.
    pub operations: &'static [&'static Operation],
    /// Below what AWS publishes; none for a service of which nothing is known.
    pub rates: &'static [Rate],
}

/// What AWS allows an account, as reads that are sent at once after a rest, and reads a second from then on.
#[derive(Debug, PartialEq, Eq)]
pub struct Rate {
    /// The one operation that has this rate to itself; empty for all of the service's that have no rate of their own.
    pub operation: &'static str,
    pub burst: u32,
    pub per_second: u32,
    /// Whether each region has a bucket of its own. Where AWS does not say, all regions share one.
    pub regional: bool,
}

/// The rate of an operation by its name, or, with `""`, of all others of the service. The first that fits counts. A
/// second's worth is the burst where AWS publishes none.
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
