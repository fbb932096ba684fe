//! 8.3: API Gateway may take on a role that may put items into the table analytics.

use crate::book::analytics_policy;
use crate::judge::iam::{caller, trust};
use crate::verifier::prelude::*;

clauses! {
    ROLE: "your account has the role api-analytics-put-item, or another that serves the same end",
        or "In IAM, under Roles, create a role for API Gateway and name it api-analytics-put-item.", at iam::CONSOLE_ROLES;
    TRUST: "API Gateway may take on the role",
        or "Edit the role's trust policy: the principal is the service apigateway.amazonaws.com, the action sts:AssumeRole.",
        at iam::CONSOLE_ROLES;
    NO_ONE_ELSE: "nobody outside of your account may take on the role",
        or "Edit the role's trust policy: leave only the service apigateway.amazonaws.com in it.", at iam::CONSOLE_ROLES, pillar Security;
    ALLOWED: "with the role, one may put items into the table analytics",
        or "Attach the policy of exercise 8.2 to the role.", at iam::CONSOLE_ROLES;
}

pub const READS: Reads = &[iam::ROLE_PERMISSIONS, apigateway::REST_API];

pub async fn verify(aws: &Aws, you: &Learner, it: &mut Report<'_>) -> Outcome {
    let fits = |permissions: &iam::RolePermissions| analytics_policy::is_allowed_to(permissions, you);
    let named = (analytics_policy::SERVICE, analytics_policy::PUT_ITEM);
    let ((role, permissions), api) =
        join!(aws.role_with_permissions_for_service(you, named, fits), aws.rest_api(you, book::api(you)));
    let role = it.finds(ROLE, role)?;
    let taken_on =
        |source: String| trust::service_may_take_on(&role.trust, analytics_policy::SERVICE, &you.account, &source);
    it.expects(
        TRUST,
        api.map(|api| analytics_policy::source(you, api.here().as_ref().map(|api| api.id.as_str()))).and_then(taken_on),
    );
    it.expects(NO_ONE_ELSE, trust::no_one_but(analytics_policy::SERVICE, &role.trust, &you.account));
    let asks = analytics_policy::caller(you, Some(role.arn));
    let allowed = |of| caller::role_allows(&of, &asks, &[analytics_policy::puts_item(you)]);
    it.expects(ALLOWED, permissions.expect("read with the role").and_then(allowed));
    Ok(())
}
