# The role was created and never chosen: the function still has its first.
# starts: solved
# verdict: not done
# finding: fails | the function works under the role function-get-chapters, or one like it
# says: That is still the role of exercise 5.10
# finding: holds | the function is active, and its last change succeeded
aws lambda update-function-configuration --function-name get-chapters \
  --role arn:aws:iam::{{ account }}:role/service-role/get-chapters-role
aws lambda wait function-updated --function-name get-chapters
