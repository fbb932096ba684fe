# The policy was attached to the role of another function.
# starts: before
# verdict: not done
# visitor: No mail comes: SES refuses the function.
# lesson: Each function has a role of its own, and acts with that one alone.
# finding: fails | sends
# says: is attached to the role function-other
# finding: holds | logs
aws iam create-role --role-name function-other \
  --assume-role-policy-document file://policies/lambda-trust.json
aws iam attach-role-policy --role-name function-other --policy-arn \
  arn:{{ partition }}:iam::{{ account }}:policy/function-put-account-info
