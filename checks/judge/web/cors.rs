//! Whose pages may read an answer: the rule of the header Access-Control-Allow-Origin, wherever it is set.

/// The pages of the learner's website, as browsers name where they come from.
pub struct OwnPages {
    /// Such as `https://example.com`.
    pub origin: String,
}

impl OwnPages {
    pub fn at(domain: &str) -> Self {
        Self { origin: format!("https://{domain}") }
    }

    /// Whether its pages may read an answer with this value of the header, which browsers compare letter by letter (Fetch
    /// Standard, "CORS check").
    pub fn may_read(&self, allowed: &str) -> bool {
        allowed == "*" || allowed == self.origin
    }

    /// What an answer is to have.
    pub fn expected(&self) -> String {
        format!("the header Access-Control-Allow-Origin with * or {}", self.origin)
    }
}
