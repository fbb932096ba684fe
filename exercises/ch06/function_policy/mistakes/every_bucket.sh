# The policy allows reading in every bucket.
# starts: solved
# verdict: not done
# visitor: The API works, and a hole in the function opens every bucket.
# lesson: Least privilege names the one bucket that is needed.
# finding: holds | reads_data
# finding: fails | one_bucket
# says: the statement ReadTheData is about *
sed -i 's#"arn:aws:s3:::{{ data_bucket }}/\*"#"*"#' \
  policies/function-get-chapters.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters \
  --policy-document file://policies/function-get-chapters.json
