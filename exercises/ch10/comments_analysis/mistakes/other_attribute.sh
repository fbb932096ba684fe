# The code takes an attribute that the items do not have.
# starts: solved
# verdict: not done
# visitor: Comments are kept, and nothing is written beside them.
# lesson: Two functions that share a table must call things by the same names.
# finding: fails | called
# says: code that takes text
sed -i 's/NewImage?.comment?.S/NewImage?.text?.S/' \
  functions/analyze-comments/index.mjs
(cd functions/analyze-comments && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name analyze-comments \
  --zip-file fileb://functions/analyze-comments/function.zip
aws lambda wait function-updated-v2 --function-name analyze-comments
