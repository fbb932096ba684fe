# A voice of the neural engine, and no engine.
# starts: solved
# verdict: not done
# visitor: The page waits, and no sound comes: Polly refuses the voice.
# lesson: Without a word, the engine is the oldest one.
# finding: holds | asks
# finding: fails | voice
# says: the voice Ruth, and no engine
sed -i -e '/Engine: "neural",/d' -e 's/VoiceId: "Joanna"/VoiceId: "Ruth"/' \
  functions/create-speech/index.mjs
(cd functions/create-speech && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name create-speech \
  --zip-file fileb://functions/create-speech/function.zip
aws lambda wait function-updated-v2 --function-name create-speech
