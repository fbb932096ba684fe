# The role is for what starts the function, and not for the function.
# starts: solved
# verdict: not done
# visitor: No mail comes: Lambda refuses the role in exercise 9.11.
# lesson: A function takes on its role through Lambda, whatever starts it.
# finding: fails | trust
# says: it is for sns.amazonaws.com
# finding: holds | sends
aws iam update-assume-role-policy --role-name function-sns-send-email \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "sts:AssumeRole",
     "Principal": {"Service": "sns.amazonaws.com"}}]}'
