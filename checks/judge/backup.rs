//! Judgements of plans for backups: when they run, what they take, and under which role.

pub mod role;
pub mod rule;
pub mod selection;

/// What may be backed up.
#[derive(Clone, Debug)]
pub struct Thing {
    pub arn: String,
    pub kind: ResourceKind,
    /// Its tags, each a key and a value.
    pub tags: Vec<(String, String)>,
}

/// The types of resources that the course has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResourceKind {
    Table,
    Bucket,
}

impl ResourceKind {
    /// What AWS Backup calls the type.
    pub fn name(self) -> &'static str {
        match self {
            Self::Table => "DynamoDB",
            Self::Bucket => "S3",
        }
    }
}
