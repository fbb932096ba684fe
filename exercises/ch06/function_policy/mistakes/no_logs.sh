# The statement about the logs names the group and not what lies in it.
# starts: solved
# verdict: not done
# visitor: The API works, and its errors are nowhere to be read.
# lesson: The ARN of a log group's streams ends in :*.
# finding: holds | reads_data
# finding: fails | logs
# says: log-group:/aws/lambda/get-chapters:*
sed -i 's#get-chapters:\*#get-chapters#' policies/function-get-chapters.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:aws:iam::{{ account }}:policy/function-get-chapters \
  --policy-document file://policies/function-get-chapters.json
