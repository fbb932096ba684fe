# API Gateway may not invoke the function.
# starts: solved
# verdict: not done
# visitor: The API answers 500, and the log of the function is empty.
# lesson: A method that names a function needs the leave of that function.
# finding: holds | allowed
# finding: fails | permission
aws lambda remove-permission --function-name put-speech \
  --statement-id website-put-speech
