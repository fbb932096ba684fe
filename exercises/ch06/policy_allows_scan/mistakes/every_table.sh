# The policy allows scanning every table.
# starts: solved
# verdict: not done
# visitor: The API works, and a hole in the function opens every table.
# lesson: Least privilege names the one table that is needed.
# finding: holds | scans
# finding: fails | one_table
# says: table/*
sed -i 's#table/chapters#table/*#' policies/function-get-chapters-scan.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters \
  --policy-document file://policies/function-get-chapters-scan.json
