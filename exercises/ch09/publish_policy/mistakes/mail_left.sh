# The permission to publish came, and the one to send mail stayed.
# starts: solved
# verdict: not done
# visitor: Nobody sees a difference, and two functions may write letters in your name.
# lesson: A permission that nobody uses is a risk without a use.
# finding: fails | no_mail
# says: the policy function-put-account-info still allows ses:SendEmail
# finding: holds | publishes
topic=$(topic)
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-put-account-info \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "ses:SendEmail",
     "Resource": "arn:{{ partition }}:ses:{{ region }}:{{ account }}:identity/*"},
    {"Effect": "Allow", "Action": "sns:Publish",
     "Resource": "'"$topic"'"}]}'
