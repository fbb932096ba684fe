# The policy has another name, and allows raw messages as well, from any identity of the account.
# starts: before
# verdict: done
# visitor: The mail comes.
# lesson: What a policy is called does not matter to what it allows.
# finding: holds | policy
# says: website-mail
aws iam create-policy --policy-name website-mail \
  --policy-document '{"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": ["ses:SendEmail", "ses:SendRawEmail"],
     "Resource": "arn:{{ partition }}:ses:{{ region }}:{{ account }}:identity/*"}]}'
