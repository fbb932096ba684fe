# The policy has another name and a path, and is about every bucket and every table.
# starts: before
# verdict: not done
# visitor: Nobody sees a difference, and the function may overwrite the website.
# lesson: Name the resource that is meant.
# finding: holds | policy
# finding: fails | narrow
# says: a statement
sed 's|"Resource": "arn:[a-z-]*:[ds][y3][^"]*"|"Resource": "*"|; s|"Sid": .*||' \
  policies/function-rule-analytics-auth-callback.json >wrong.json
aws iam create-policy --policy-name sign-ins-to-csv --path /website/ \
  --policy-document file://wrong.json
