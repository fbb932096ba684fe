# API Gateway may not invoke the function.
# starts: solved
# verdict: not done
# visitor: The page says that nothing was seen: the API answers 500.
# lesson: A method that names a function needs the leave of that function.
# finding: holds | called
# finding: fails | permitted
aws lambda remove-permission --function-name analyze-images \
  --statement-id website-analyze-images
