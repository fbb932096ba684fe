//! How long anything may take: without limits the SDK hangs on a server that never answers.

use std::time::Duration;

use aws_smithy_types::timeout::TimeoutConfig;

/// The time limits of one account's reads. Each is longer than those before it, so that the narrowest fault is
/// reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// To open a connection, the look-up of its name and TLS included. 5 seconds.
    pub connect: Duration,
    /// From a request to the head of its answer. 10 seconds.
    pub read: Duration,
    /// To find credentials, from wherever they come: a sign-in server, the machine's or container's own, a
    /// `credential_process`. 15 seconds, since the last may ask somebody to touch a key.
    pub credentials: Duration,
    /// For one attempt, credentials and the body of the answer included. 20 seconds.
    pub attempt: Duration,
    /// For one read with all of its attempts. 25 seconds.
    pub operation: Duration,
    /// For one run, from its first read on: whatever it still waits for then is given up. 60 seconds.
    pub run: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            read: Duration::from_secs(10),
            credentials: Duration::from_secs(15),
            attempt: Duration::from_secs(20),
            operation: Duration::from_secs(25),
            run: Duration::from_secs(60),
        }
    }
}

impl Patience {
    /// The limits that the SDK keeps itself. The clients of the credential providers keep them too.
    pub(crate) fn timeouts(&self) -> TimeoutConfig {
        TimeoutConfig::builder()
            .connect_timeout(self.connect)
            .read_timeout(self.read)
            .operation_attempt_timeout(self.attempt)
            .operation_timeout(self.operation)
            .build()
    }
}
