# A second policy of the group denies uploads.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything; the deployment ends at the upload.
# lesson: An explicit Deny outweighs every Allow.
# finding: fails | files
# says: Deny
aws iam put-group-policy --group-name serverless-deploy \
  --policy-name no-uploads --policy-document '{"Version": "2012-10-17",
    "Statement": [{"Effect": "Deny", "Action": "s3:Put*", "Resource": "*"}]}'
