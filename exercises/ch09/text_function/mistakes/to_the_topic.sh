# The code publishes to a topic instead of a phone.
# starts: solved
# verdict: not done
# visitor: The API answers 500: the policy denies topics.
# lesson: A topic goes to all who subscribed, and a phone number to one.
# finding: fails | sends
# says: a publication to a topic
sed -i 's|PhoneNumber: phone.Value|TopicArn: "arn:{{ partition }}:sns:{{ region }}:{{ account }}:function-sns-send-text"|' \
  functions/sns-send-text/index.mjs
(cd functions/sns-send-text && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name sns-send-text \
  --zip-file fileb://functions/sns-send-text/function.zip
aws lambda wait function-updated-v2 --function-name sns-send-text
