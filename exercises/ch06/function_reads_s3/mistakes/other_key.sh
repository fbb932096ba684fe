# The key is misspelt.
# starts: solved
# verdict: not done
# visitor: The API answers 500: there is no such file.
# lesson: Keys are exact.
# finding: fails | names
# says: an object named chapter.json
sed -i 's/chapters.json"/chapter.json"/' functions/get-chapters/index.mjs
(cd functions/get-chapters && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/get-chapters/function.zip
