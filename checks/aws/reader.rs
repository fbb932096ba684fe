//! What a reader sends, near misses included, and to which of the learner's resources. The policy for a checking user
//! is built from it.

use super::operation::Operation;

/// What the book calls one of the things that its exercises create.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// For the identifiers of policy statements: letters and digits, such as `GetChapters`.
    pub label: &'static str,
    /// Such as `get-chapters`; a template over the learner's names.
    pub text: &'static str,
}

/// A thing of the book: its label for policy statements, and its name.
pub const fn name(label: &'static str, text: &'static str) -> Name {
    Name { label, text }
}

/// No thing in particular.
const NOTHING: Name = name("", "");

/// A set of resources that a policy statement names.
#[derive(Debug, PartialEq, Eq)]
pub struct ResourceSet {
    /// The statement's identifier; `{{ label }}` is that of the thing's name, `{{ home }}` that of what the thing is
    /// in.
    pub sid: &'static str,
    /// A template: `{{ partition }}`, `{{ account }}`, `{{ region }}`, `{{ name }}`, and `{{ home }}` for what the
    /// thing is in, such as an object's bucket.
    pub arn: &'static str,
    /// Whether other regions are looked in, too: their ARNs are in the set as well.
    pub in_every_region: bool,
}

/// The resources of the learner's region, or of a service without regions.
pub const fn resources(sid: &'static str, arn: &'static str) -> ResourceSet {
    ResourceSet { sid, arn, in_every_region: false }
}

/// The resources of all regions.
pub const fn resources_everywhere(sid: &'static str, arn: &'static str) -> ResourceSet {
    ResourceSet { sid, arn, in_every_region: true }
}

const EVERYTHING: &ResourceSet = &resources("WhatHasNoResource", "*");

/// One operation on one set of resources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    pub operation: &'static Operation,
    pub on: &'static ResourceSet,
    /// Whether it is sent in practice accounts alone, which need no policy.
    pub in_practice_alone: bool,
}

/// An operation on a set of resources.
pub const fn reading(operation: &'static Operation, on: &'static ResourceSet) -> Reading {
    Reading { operation, on, in_practice_alone: false }
}

/// An operation whose action takes no resource.
pub const fn reading_all(operation: &'static Operation) -> Reading {
    reading(operation, EVERYTHING)
}

/// What a reader sends, in whatever state the account is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader {
    pub readings: &'static [Reading],
    /// The thing that is looked for.
    pub name: Name,
    /// What the thing is in.
    pub home: Name,
}

impl Reader {
    pub const fn of(readings: &'static [Reading]) -> Self {
        Self { readings, name: NOTHING, home: NOTHING }
    }

    /// The reader of one thing.
    pub const fn named(self, name: Name) -> Self {
        Self { name, ..self }
    }

    /// The reader of a thing that is in another.
    pub const fn within(self, home: Name) -> Self {
        Self { home, ..self }
    }
}

/// What a verifier reads: the readers that it calls, each with the thing that it asks for.
pub type Reads = &'static [Reader];
