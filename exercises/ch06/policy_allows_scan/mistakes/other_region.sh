# The ARN names another region than that of the table.
# starts: solved
# verdict: not done
# visitor: The API will answer 500: the function is denied the scan.
# lesson: Every part of an ARN counts, the region too.
# finding: fails | scans
# says: the statement ReadTheTable is about arn:{{ partition }}:dynamodb:eu-west-1:
sed -i 's#dynamodb:{{ region }}#dynamodb:eu-west-1#' \
  policies/function-get-chapters-scan.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters \
  --policy-document file://policies/function-get-chapters-scan.json
