# The handler takes a callback, which its runtime refuses.
# starts: solved
# verdict: not done
# visitor: The API will answer 502: the function fails at its start.
# lesson: From Node.js 24 on a handler is asynchronous and takes no callback.
# finding: fails | handler
# says: a handler with a callback
# says: Make the handler asynchronous
sed -i 's/async () => ({/(event, context, done) => done(null, {/' \
  functions/get-chapters/index.mjs
(cd functions/get-chapters && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name get-chapters \
  --zip-file fileb://functions/get-chapters/function.zip
