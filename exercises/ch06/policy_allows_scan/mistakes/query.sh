# The policy allows dynamodb:Query, and the function scans.
# starts: solved
# verdict: not done
# visitor: The API will answer 500: the function is denied the scan.
# lesson: Scan, Query and GetItem are three actions.
# finding: fails | scans
# says: the statement ReadTheTable allows dynamodb:Query
sed -i 's#dynamodb:Scan#dynamodb:Query#' \
  policies/function-get-chapters-scan.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters \
  --policy-document file://policies/function-get-chapters-scan.json
