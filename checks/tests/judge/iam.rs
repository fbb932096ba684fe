//! Policies and roles.

mod execution_role;
mod permissions;
