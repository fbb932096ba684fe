# The role was created and never chosen: the function still has its first.
# starts: solved
# verdict: not done
# visitor: The API works today, and answers 500 once the code reads the bucket.
# lesson: Making a role does not give it to the function.
# finding: fails | role
# says: That is still the role of exercise 5.10
# finding: holds | ready
aws lambda update-function-configuration --function-name get-chapters \
  --role arn:aws:iam::{{ account }}:role/service-role/get-chapters-role
aws lambda wait function-updated --function-name get-chapters
