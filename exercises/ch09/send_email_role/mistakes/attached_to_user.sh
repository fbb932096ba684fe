# The policy was attached to a user instead of the role.
# starts: before
# verdict: not done
# visitor: No mail comes: SES refuses the function.
# lesson: A function has the permissions of its role, not yours.
# finding: fails | sends
# says: function-put-account-info is attached to the user author
aws iam create-user --user-name author
aws iam attach-user-policy --user-name author --policy-arn \
  arn:{{ partition }}:iam::{{ account }}:policy/function-put-account-info
