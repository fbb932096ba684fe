# The code sends a query, which wants a key.
# starts: solved
# verdict: not done
# visitor: The API answers 500: a query needs a key.
# lesson: Scan reads everything, and Query one partition key.
# finding: fails | scan
# says: QueryCommand and no scan
sed -i 's/ScanCommand/QueryCommand/' functions/get-chapters/index.mjs
(cd functions/get-chapters && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/get-chapters/function.zip
