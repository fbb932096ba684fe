//! Judgements of REST APIs.

pub mod api;
pub mod authorizer;
pub mod deployment;
pub mod domain;
pub mod export;
pub mod mock;
pub mod posted;
pub mod put_item;
pub mod starting;
pub mod visitors;
