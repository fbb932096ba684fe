//! What AWS's words tell of a denial: who may not do what to which resource, and which type of policy says so.
//! Source: IAM User Guide, "Troubleshoot access denied error messages". Some services say less, or nothing.

/// A denial as AWS words it; every text is foreign.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Denial {
    pub principal: Option<String>,
    /// The IAM action that AWS checked, which is not always the operation's name.
    pub action: Option<String>,
    pub resource: Option<String>,
    pub policy: PolicyType,
    /// Whether a Deny statement says so, which no Allow outweighs.
    pub explicit: bool,
    /// The decision in a form that `sts:DecodeAuthorizationMessage` reads.
    pub encoded: Option<String>,
}

/// The types of policies that can deny.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PolicyType {
    /// AWS does not say which.
    #[default]
    Unnamed,
    Identity,
    Resource,
    RoleTrust,
    PermissionsBoundary,
    Session,
    ServiceControl,
    ResourceControl,
    VpcEndpoint,
}

impl PolicyType {
    /// How scripts know it; part of the JSON promise.
    pub fn name(self) -> &'static str {
        match self {
            PolicyType::Unnamed => "unnamed_policy",
            PolicyType::Identity => "identity_policy",
            PolicyType::Resource => "resource_policy",
            PolicyType::RoleTrust => "role_trust_policy",
            PolicyType::PermissionsBoundary => "permissions_boundary",
            PolicyType::Session => "session_policy",
            PolicyType::ServiceControl => "service_control_policy",
            PolicyType::ResourceControl => "resource_control_policy",
            PolicyType::VpcEndpoint => "vpc_endpoint_policy",
        }
    }

    /// The type that a message names first, whatever its case.
    fn named_in(text: &str) -> Self {
        const WORDS: [(&str, PolicyType); 8] = [
            ("identity-based polic", PolicyType::Identity),
            ("resource-based polic", PolicyType::Resource),
            ("role trust polic", PolicyType::RoleTrust),
            ("permissions boundar", PolicyType::PermissionsBoundary),
            ("session polic", PolicyType::Session),
            ("service control polic", PolicyType::ServiceControl),
            ("resource control polic", PolicyType::ResourceControl),
            ("vpc endpoint polic", PolicyType::VpcEndpoint),
        ];
        let text = text.to_ascii_lowercase();
        let named = WORDS.into_iter().filter_map(|(words, policy)| Some((text.find(words)?, policy)));
        named.min_by_key(|(place, _)| *place).map_or_else(Self::default, |(_, policy)| policy)
    }
}

impl Denial {
    /// Reads a message; what it does not say stays unknown.
    pub fn parse(message: &str) -> Self {
        let (message, encoded) = match message.split_once("ncoded authorization failure message:") {
            Some((before, encoded)) => (before, word(encoded)),
            None => (message, None),
        };
        // The reason stands last, so that no name in the message can pass for it.
        let deny = message.rfind("explicit deny");
        let reason = deny.or_else(|| message.rfind("because no ")).map_or("", |place| &message[place..]);
        Self {
            principal: word_after(message, "User: "),
            action: word_after(message, "not authorized to perform: "),
            resource: word_after(message, " on resource: "),
            policy: PolicyType::named_in(reason),
            explicit: deny.is_some(),
            encoded,
        }
    }

    /// Whether one Allow more can help: no Allow outweighs a Deny, and those of control policies and boundaries only
    /// limit what other policies allow.
    pub fn is_curable_by_allow(&self) -> bool {
        const LIMITS: [PolicyType; 3] =
            [PolicyType::PermissionsBoundary, PolicyType::ServiceControl, PolicyType::ResourceControl];
        !self.explicit && !LIMITS.contains(&self.policy)
    }
}

fn word_after(text: &str, mark: &str) -> Option<String> {
    text.split_once(mark).and_then(|(_, rest)| word(rest))
}

fn word(text: &str) -> Option<String> {
    let word = text.split_whitespace().next()?.trim_matches(['"', '\'', '.', ',', ';']);
    (!word.is_empty()).then(|| word.to_owned())
}
