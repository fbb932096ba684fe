# The resource is the bucket, and not an object in it.
# starts: solved
# verdict: not done
# visitor: The file of sign-ins never comes: S3 refuses the function.
# lesson: Reading and writing is about objects.
# finding: fails | file
# says: arn:aws:s3:::{{ data_bucket }}
sed 's|/analytics/auth-callback.csv||' \
  policies/function-rule-analytics-auth-callback.json >wrong.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-rule-analytics-auth-callback \
  --policy-document file://wrong.json
