//! What became of a certificate that will not be issued, or no longer holds: what it means, and the fix.
//! Source: ACM User Guide, "Troubleshoot certificate requests"; ACM API Reference, CertificateDetail.

/// What to do about a certificate in a final status, by AWS's reason where it gives one.
pub fn fix(status: &str, reason: Option<&str>) -> String {
    let by_reason = reason.and_then(|reason| REASONS.iter().find(|(known, _)| *known == reason));
    let by_status = || STATUSES.iter().find(|(known, _)| *known == status);
    let meaning = by_reason.or_else(by_status).map_or("It cannot become valid any more.", |(_, meaning)| meaning);
    format!("{meaning} {AGAIN}")
}

const AGAIN: &str =
    "Then request a new certificate with both names, create its records in Route 53, and delete this one.";

const STATUSES: &[(&str, &str)] = &[
    (
        "VALIDATION_TIMED_OUT",
        "AWS looked for the validation records for 72 hours and gave up. See that your domain is delegated to your \
         hosted zone (exercise 4.2).",
    ),
    ("FAILED", "AWS gave up on the request."),
    (
        "EXPIRED",
        "Its time is over: AWS renews a certificate only while it is in use and its validation records are there.",
    ),
    ("REVOKED", "It was revoked, and browsers refuse it. If that was not you, find out who did it."),
    ("INACTIVE", "AWS does not use it any more."),
];

const PRIVATE: &str =
    "It was requested from a private certificate authority. The book needs a public certificate, which costs nothing.";

const REASONS: &[(&str, &str)] = &[
    ("NO_AVAILABLE_CONTACTS", "Validation by e-mail found nobody to write to. Choose DNS validation."),
    (
        "ADDITIONAL_VERIFICATION_REQUIRED",
        "AWS wants to know more before it issues a certificate for such a domain. Open a case with AWS Support; there is no \
         charge for that.",
    ),
    (
        "DOMAIN_NOT_ALLOWED",
        "A list of unsafe domains names yours, perhaps because of what an earlier owner did. Ask that list to take it off, or \
         ask AWS Support which list it is.",
    ),
    ("INVALID_PUBLIC_DOMAIN", "The name is not one that can be on the public internet. See how your domain is spelt."),
    ("DOMAIN_VALIDATION_DENIED", "Whoever got the validation e-mail refused. Choose DNS validation."),
    (
        "CAA_ERROR",
        "A CAA record of your domain, or of the one above it, names other certificate authorities. Add one with the value \
         0 issue \"amazon.com\", or delete them.",
    ),
    ("OTHER", "AWS does not say why; most often a name is misspelt. See how both names are spelt."),
    ("PCA_LIMIT_EXCEEDED", PRIVATE),
    ("PCA_INVALID_ARN", PRIVATE),
    ("PCA_INVALID_STATE", PRIVATE),
    ("PCA_REQUEST_FAILED", PRIVATE),
    ("PCA_NAME_CONSTRAINTS_VALIDATION", PRIVATE),
    ("PCA_RESOURCE_NOT_FOUND", PRIVATE),
    ("PCA_INVALID_ARGS", PRIVATE),
    ("PCA_INVALID_DURATION", PRIVATE),
    ("PCA_ACCESS_DENIED", PRIVATE),
    ("SLR_NOT_FOUND", PRIVATE),
];

#[cfg(test)]
mod tests {
    use aws_sdk_acm::types::{CertificateStatus, FailureReason};

    use super::*;

    #[test]
    fn every_reason_and_every_final_status_of_the_service_model_has_its_cure() {
        let known = |table: &[(&str, &str)]| {
            let mut names: Vec<String> = table.iter().map(|(name, _)| (*name).to_owned()).collect();
            names.sort();
            names
        };
        let mut reasons: Vec<_> = FailureReason::values().iter().map(ToString::to_string).collect();
        reasons.sort();
        assert_eq!(known(REASONS), reasons);
        let going_on = ["ISSUED", "PENDING_VALIDATION"];
        let statuses = CertificateStatus::values().iter().filter(|status| !going_on.contains(status));
        let mut statuses: Vec<_> = statuses.map(ToString::to_string).collect();
        statuses.sort();
        assert_eq!(known(STATUSES), statuses);
    }
}
