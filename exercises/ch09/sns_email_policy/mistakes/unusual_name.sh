# The policy has another name, and a condition on who sends.
# starts: before
# verdict: done
# visitor: The letter comes.
# lesson: What a policy is called does not matter to what it allows.
# finding: holds | policy
# says: letters-of-the-website
logs=arn:{{ partition }}:logs:{{ region }}:{{ account }}:log-group
aws iam create-policy --policy-name letters-of-the-website \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "ses:SendEmail", "Resource": "*",
     "Condition": {"StringLike": {"ses:FromAddress": "*@{{ domain }}"}}},
    {"Effect": "Allow", "Action": "logs:*",
     "Resource": "'"$logs"':/aws/lambda/sns-*"}]}'
