# The file in the bucket is no JSON: a comma is missing.
# starts: before
# verdict: not done
# visitor: The API answers 500: the chapters cannot be read.
# lesson: A function is as good as its data, and its log says what is wrong with it.
# finding: fails | page
# says: The chapters cannot be read
# says: SyntaxError
# says: its log says why
sed 's/},$/}/' data/chapters.json >broken.json
aws s3 cp broken.json s3://{{ data_bucket }}/chapters.json
(cd functions/get-chapters && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/get-chapters/function.zip
aws lambda wait function-updated-v2 --function-name get-chapters
