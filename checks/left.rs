//! What exercises leave in an account: whether a thing of that name still stands, by which id, and how much it holds.

mod find;
mod shared;

/// The kinds of things that exercises leave, in the order in which they can be removed: what uses another comes before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftKind {
    /// A stack of CloudFormation, with what it made.
    Stack,
    /// The alias records of a host name in the hosted zone of the domain.
    AliasRecord,
    /// A distribution of a host name, with its origin access control.
    Distribution,
    /// A custom domain name of API Gateway.
    ApiDomain,
    /// The records of the hosted zone that the mail of the domain needs.
    MailRecord,
    /// A path of the API, with everything below it.
    ApiResource,
    ApiAuthorizer,
    ApiStage,
    RestApi,
    /// The domain of a pool's sign-in pages.
    PoolDomain,
    /// The certificate of the domain and everything below it, which domains and distributions use.
    Certificate,
    /// The records of the hosted zone that validate certificates.
    ValidationRecord,
    /// A user pool, with its clients and users.
    UserPool,
    /// What reads a stream for the function of that name.
    EventSource,
    /// The event notifications of a bucket.
    Notifications,
    /// A rule of EventBridge.
    Rule,
    /// The schedules of EventBridge Scheduler that run the function of that name.
    Schedule,
    /// The subscription of a function to a topic of the same name.
    Subscription,
    Topic,
    Function,
    Layer,
    StateMachine,
    LogGroup,
    /// A plan of AWS Backup, with what it takes.
    BackupPlan,
    BackupVault,
    /// The backups of a table.
    TableBackup,
    /// Point-in-time recovery of a table.
    Recovery,
    Table,
    Parameter,
    ConformancePack,
    /// The recorder of AWS Config, with its delivery channel.
    Recorder,
    /// A rule that copies what is put into a bucket.
    Replication,
    /// An object, `BUCKET/KEY`; with an asterisk at the end, all that begin so.
    Object,
    /// A bucket policy that lets CloudFront read. One that lets everyone read goes with its bucket.
    BucketPolicy,
    /// The earlier versions that a bucket keeps.
    Versioning,
    Bucket,
    EmailIdentity,
    /// A rented number for text messages.
    PhoneNumber,
    /// A phone in the sandbox of text messages.
    SandboxPhone,
    Role,
    Group,
    /// A user who is in a group, and not the learner.
    Member,
    Policy,
    HostedZone,
    /// A registered domain that renews itself.
    Domain,
    User,
}

/// A thing that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What AWS's operations call it: an id, an ARN or its name.
    pub id: String,
    /// How many bytes are paid for, where AWS tells.
    pub bytes: Option<u64>,
    /// Why it is not the course's alone, or not known to be.
    pub stays: Option<String>,
}

impl Standing {
    fn of(id: impl Into<String>) -> Self {
        Self { id: id.into(), bytes: None, stays: None }
    }
}
