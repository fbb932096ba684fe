# The file is an ES module, and the code is from an older example.
# starts: solved
# verdict: not done
# visitor: The API will answer 502: the function fails at its start.
# lesson: A file ending in .mjs says export, not exports.
# finding: fails | handler
# says: as CommonJS has it
# says: export const handler
sed -i 's/^export const handler/exports.handler/' \
  functions/get-chapters/index.mjs
(cd functions/get-chapters && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/get-chapters/function.zip
