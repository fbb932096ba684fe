# The policy allows reading in every bucket.
# starts: solved
# verdict: not done
# finding: holds | the policy allows s3:GetObject on chapters.json in the bucket {{ data_bucket }}
# finding: fails | for S3, the policy names the bucket and not every bucket
# says: the statement ReadTheData is about *
sed -i 's#"arn:aws:s3:::{{ data_bucket }}/\*"#"*"#' \
  policies/function-get-chapters.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters \
  --policy-document file://policies/function-get-chapters.json
