# One statement for every identity, with a condition on the sender; a Deny keeps all other senders out.
# starts: solved
# verdict: done
# visitor: The mail comes.
# lesson: A condition on the sender says from which domain mail may come, whatever the resource is.
# finding: holds | sends
# finding: holds | narrow
cat >right.json <<'JSON'
{"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": "ses:SendEmail", "Resource": "*",
   "Condition": {"StringLike": {"ses:FromAddress": "*@{{ domain }}"}}},
  {"Effect": "Deny", "Action": "ses:SendEmail", "Resource": "*",
   "Condition": {"StringNotLike": {"ses:FromAddress": "*@{{ domain }}"}}}]}
JSON
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-put-account-info \
  --policy-document file://right.json
