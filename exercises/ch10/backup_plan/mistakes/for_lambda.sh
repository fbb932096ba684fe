# The role was made for Lambda, like those of chapters 6 to 9.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything; in AWS Backup every job fails.
# lesson: Who may take on a role stands in its trust policy.
# finding: fails | trust
# says: it is for lambda.amazonaws.com
aws iam update-assume-role-policy --role-name website-backup \
  --policy-document '{"Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"},
    "Action": "sts:AssumeRole"}]}'
