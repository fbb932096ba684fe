# The table's name begins with a capital letter.
# starts: solved
# verdict: not done
# visitor: The API answers 500: the function finds no such table.
# lesson: DynamoDB distinguishes capital letters in names.
# finding: fails | table
# says: a table named Chapters
sed -i 's/TableName: "chapters"/TableName: "Chapters"/' \
  functions/get-chapters/index.mjs
(cd functions/get-chapters && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/get-chapters/function.zip
