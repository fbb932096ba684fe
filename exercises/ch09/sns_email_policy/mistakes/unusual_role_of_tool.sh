# A tool wrote the statements into the role of the function.
# starts: before
# verdict: done
# visitor: The letter comes.
# lesson: A policy may be part of the role that has it.
# finding: holds | policy
# says: of the role
aws iam create-role --role-name website-EmailRole-1A2B3C \
  --assume-role-policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "sts:AssumeRole",
      "Principal": {"Service": "lambda.amazonaws.com"}}]}'
aws iam put-role-policy --role-name website-EmailRole-1A2B3C \
  --policy-name Email --policy-document \
  file://policies/function-sns-send-email.json
