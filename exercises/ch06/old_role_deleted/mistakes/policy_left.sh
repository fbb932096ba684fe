# The role is deleted, and its policy was forgotten.
# starts: solved
# verdict: not done
# finding: holds | the role that Lambda made in exercise 5.10 is deleted
# finding: fails | the policy that Lambda made with it is deleted
# says: the policy AWSLambdaBasicExecutionRole-0f5c
aws iam create-policy --path /service-role/ \
  --policy-name AWSLambdaBasicExecutionRole-0f5c \
  --policy-document file://policies/get-chapters-logs.json
