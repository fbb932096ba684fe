# The code asks the bucket of the website.
# starts: solved
# verdict: not done
# visitor: The API answers 500: the function is denied the file.
# lesson: The code must name the bucket that the policy allows.
# finding: fails | names
# says: a bucket named {{ website_bucket }}
sed -i 's/{{ data_bucket }}/{{ website_bucket }}/' \
  functions/get-chapters/index.mjs
(cd functions/get-chapters && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/get-chapters/function.zip
