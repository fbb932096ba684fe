# The policy allows to take on every role that lets one in.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: Who may take a role on is said by its own policy as well.
# finding: holds | assumes
aws iam put-group-policy --group-name serverless-deploy --policy-name cdk \
  --policy-document '{"Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*"}]}'
