# The role is for what starts the function, and not for the function.
# starts: solved
# verdict: not done
# visitor: The file of sign-ins never comes: Lambda refuses the role in exercise 8.12.
# lesson: A function takes on its role through Lambda, whatever starts it.
# finding: fails | trust
# says: it is for events.amazonaws.com
# finding: holds | allowed
aws iam update-assume-role-policy \
  --role-name function-rule-analytics-auth-callback \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "sts:AssumeRole",
     "Principal": {"Service": "events.amazonaws.com"}}]}'
