# The group of administrators is the one that deploys.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: It works, and each key of its users opens the account.
# finding: holds | stacks
# says: It allows everything
aws iam create-group --group-name administrators
aws iam put-group-policy --group-name administrators --policy-name all \
  --policy-document '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
    "Action": "*", "Resource": "*"}]}'
aws iam create-user --user-name ada-lovelace
aws iam add-user-to-group --group-name administrators \
  --user-name ada-lovelace
