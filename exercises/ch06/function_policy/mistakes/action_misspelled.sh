# The action is s3:GetObjects, which AWS takes and which is none of its own.
# starts: solved
# verdict: not done
# visitor: The API will answer 500: the function is denied the file.
# lesson: IAM takes an action that does not exist, and it allows nothing.
# finding: fails | reads_data
# says: the statement ReadTheData allows s3:GetObjects
sed -i 's#s3:GetObject#s3:GetObjects#' policies/function-get-chapters.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters \
  --policy-document file://policies/function-get-chapters.json
