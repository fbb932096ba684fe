# The permission to send is part of the role itself.
# starts: before
# verdict: done
# visitor: The mail comes.
# lesson: What a role may do counts, and not in how many policies it stands.
# finding: holds | sends
# finding: holds | logs
aws iam put-role-policy --role-name function-put-account-info \
  --policy-name mail --policy-document \
  file://policies/function-put-account-info.json
