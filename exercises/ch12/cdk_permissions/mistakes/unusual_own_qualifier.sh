# The toolkit has a qualifier of its own, as teams choose it that share an account.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: The roles of a toolkit have its qualifier in their names.
# finding: holds | assumes
aws iam put-group-policy --group-name serverless-deploy --policy-name cdk \
  --policy-document '{"Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Action": "sts:AssumeRole", "Resource":
    "arn:{{ partition }}:iam::{{ account }}:role/cdk-website-*"}]}'
