# A tool wrote the statements into the role of the function, for the domain alone.
# starts: before
# verdict: done
# visitor: The mail comes; in the sandbox, only to addresses of the domain.
# lesson: A policy may be part of the role that has it.
# finding: holds | policy
# says: of the role
# finding: holds | sends
# says: In the SES sandbox
aws iam create-role --role-name website-PutAccountInfoRole-1A2B3C \
  --assume-role-policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "sts:AssumeRole",
      "Principal": {"Service": "lambda.amazonaws.com"}}]}'
aws iam put-role-policy --role-name website-PutAccountInfoRole-1A2B3C \
  --policy-name Mail --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "ses:SendEmail",
     "Resource": "arn:{{ partition }}:ses:{{ region }}:{{ account }}:identity/{{ domain }}"}]}'
