# The role was made for Lambda, like those of chapters 6 to 9.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything; new objects have the replication status FAILED.
# lesson: The one who copies is S3, and so S3 must be let into the role.
# finding: fails | trust
# says: it is for lambda.amazonaws.com
aws iam update-assume-role-policy --role-name s3-replication \
  --policy-document '{"Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"},
    "Action": "sts:AssumeRole"}]}'
