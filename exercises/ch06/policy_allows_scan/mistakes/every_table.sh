# The policy allows scanning every table.
# starts: solved
# verdict: not done
# finding: holds | the policy allows dynamodb:Scan on the table chapters
# finding: fails | for DynamoDB, the policy names the table chapters and nothing else
# says: table/*
sed -i 's#table/chapters#table/*#' policies/function-get-chapters-scan.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters \
  --policy-document file://policies/function-get-chapters-scan.json
