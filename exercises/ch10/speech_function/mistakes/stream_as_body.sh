# The code hands the stream of the sound on to S3 as it is.
# starts: solved
# verdict: not done
# visitor: The page waits, and no sound comes: the function fails.
# lesson: S3 wants to know how long an object is.
# finding: fails | keeps
# says: whose length nobody knows
sed -i 's/await AudioStream.transformToByteArray()/AudioStream/' \
  functions/create-speech/index.mjs
(cd functions/create-speech && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name create-speech \
  --zip-file fileb://functions/create-speech/function.zip
aws lambda wait function-updated-v2 --function-name create-speech
