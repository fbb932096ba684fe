# The bucket in the code is one that nobody has made.
# starts: solved
# verdict: not done
# visitor: The page waits, and no sound comes.
# lesson: A role may be allowed what is not there, and that helps nobody.
# finding: fails | asks
# says: the bucket {{ website_bucket }}-audio, which is not among yours
sed -i 's/Bucket: "{{ website_bucket }}"/Bucket: "{{ website_bucket }}-audio"/' \
  functions/create-speech/index.mjs
(cd functions/create-speech && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name create-speech \
  --zip-file fileb://functions/create-speech/function.zip
aws lambda wait function-updated-v2 --function-name create-speech
