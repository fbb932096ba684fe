//! The account that the emulator plays, and the keys that sign requests to it.

/// The account id that the emulator answers with.
pub const ACCOUNT: &str = "000000000000";
/// The access key id that signs requests. The emulator takes its owner for the root user.
pub const ACCESS_KEY: &str = "test";
/// The secret access key that belongs to [`ACCESS_KEY`].
pub const SECRET_KEY: &str = "test";
