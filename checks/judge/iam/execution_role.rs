//! Judgements of the role that a function works under, and of what Lambda made for it at first.

use crate::judgement::Judgement;
use crate::services::iam::{CustomerPolicy, ListedRole, is_made_for};
use crate::services::lambda::Function;

/// The function works under the role of that name, whatever the role's path.
pub fn works_under(function: &Function, role: &str) -> Judgement {
    let name = function.role_name();
    if name == role {
        return Judgement::holds(&function.role);
    }
    let judgement = Judgement::fails(role, name);
    if is_made_for(name, &function.name) {
        return judgement.advising(format!(
            "That is still the role of exercise 5.10. Open the function: Configuration, Permissions, Edit, Use an existing role, {role}."
        ));
    }
    judgement
}

/// The function works under a role that is there, and not under the one that Lambda made for it.
pub fn own_role(function: &Function, roles: &[ListedRole], such_as: &str) -> Judgement {
    let name = function.role_name();
    let expected = format!("a role such as {such_as}");
    if is_made_for(name, &function.name) {
        return Judgement::fails(expected, format!("still the role {name}"));
    }
    if roles.iter().any(|role| role.arn == function.role) {
        return Judgement::holds(&function.role);
    }
    Judgement::absent(expected, format!("the role {name}, which is not there")).advising(
        "The role that the function works under is deleted, so the function fails: create it again (exercise 6.3). \
         A new role of the same name is another role to AWS: choose it for the function once more (exercise 6.4).",
    )
}

/// No role is left that Lambda made for the function.
pub fn no_made_role(function: &Function, roles: &[ListedRole]) -> Judgement {
    let expected = format!("no role whose name begins with {}-role", function.name);
    let Some(left) = roles.iter().find(|role| is_made_for(&role.name, &function.name)) else {
        return Judgement::holds(expected);
    };
    let judgement = Judgement::fails(expected, format!("the role {}", left.name));
    if left.arn == function.role {
        return judgement.advising("The function still works under it: do exercise 6.4 first.");
    }
    judgement
}

/// No policy is left that Lambda made for the function.
pub fn no_made_policy(policies: &[CustomerPolicy]) -> Judgement {
    match policies.first() {
        None => Judgement::holds("no policy that Lambda made"),
        Some(left) => {
            Judgement::fails("no policy that Lambda made", format!("the policy {}", left.name)).advising(format!(
                "Deleting a role leaves its policy in the account. In IAM, under Policies, search {} and delete it.",
                left.name
            ))
        }
    }
}
