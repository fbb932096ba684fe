# The permission is part of the role, and names every topic of the account.
# starts: solved
# verdict: done
# visitor: The letter comes.
# lesson: What a role may do counts, and not in how many policies it stands.
# finding: holds | publishes
aws iam detach-role-policy --role-name function-put-account-info \
  --policy-arn \
  arn:{{ partition }}:iam::{{ account }}:policy/function-put-account-info
aws iam put-role-policy --role-name function-put-account-info \
  --policy-name topics --policy-document '{"Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "sns:Publish",
      "Resource": "arn:{{ partition }}:sns:{{ region }}:{{ account }}:*"}]}'
