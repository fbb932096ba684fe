# A second policy of the role denies what the first allows.
# starts: solved
# verdict: not done
# visitor: The function would get AccessDenied, with an explicit deny.
# lesson: All policies of a role count together, and a Deny wins.
# finding: fails | attached
# says: the statement NoData denies it
aws iam put-role-policy --role-name function-get-chapters \
  --policy-name quarantine --policy-document '{
    "Version": "2012-10-17", "Statement": [
      {"Sid": "NoData", "Effect": "Deny", "NotAction": "logs:*",
       "Resource": "*"}]}'
