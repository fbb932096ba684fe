# The architecture was left as the console suggests it.
# starts: solved
# verdict: not done
# visitor: The API will answer with the list, at a fifth more.
# lesson: The architecture changes the price and not the answer.
# finding: fails | architecture
# says: x86_64
aws lambda update-function-code --function-name get-chapters \
  --architectures x86_64 \
  --zip-file fileb://functions/get-chapters/function.zip
