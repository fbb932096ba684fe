# The new version was saved, but the old one is still in force.
# starts: solved
# verdict: not done
# visitor: The API will answer 500: the function is denied the scan.
# lesson: Only the default version of a policy is in force.
# finding: fails | scans
# says: Set as default
arn=arn:aws:iam::{{ account }}:policy/function-get-chapters
version=$(aws iam create-policy-version --policy-arn $arn --set-as-default \
  --policy-document file://policies/function-get-chapters.json \
  --query PolicyVersion.VersionId --output text)
aws iam create-policy-version --policy-arn $arn \
  --policy-document file://policies/function-get-chapters-scan.json
