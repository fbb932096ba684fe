# The code asks AWS End User Messaging itself.
# starts: solved
# verdict: done
# visitor: The message comes.
# lesson: SNS has the same service deliver its text messages.
# finding: holds | sends
# says: SendTextMessageCommand
# finding: holds | allowed
aws iam delete-role-policy --role-name function-sns-send-text \
  --policy-name text-messages 2>/dev/null || true
aws iam detach-role-policy --role-name function-sns-send-text --policy-arn \
  arn:{{ partition }}:iam::{{ account }}:policy/function-sns-send-text
aws iam put-role-policy --role-name function-sns-send-text \
  --policy-name own --policy-document '{
    "Version": "2012-10-17", "Statement": [{"Effect": "Allow",
      "Action": "sms-voice:SendTextMessage", "Resource": "*"}]}'
cat >functions/sns-send-text/index.mjs <<'CODE'
import {
  PinpointSMSVoiceV2Client, SendTextMessageCommand,
} from "@aws-sdk/client-pinpoint-sms-voice-v2";
const client = new PinpointSMSVoiceV2Client();
export const handler = async (event) => {
  const { phone_number: phone } = event.requestContext.authorizer.claims;
  await client.send(new SendTextMessageCommand({
    DestinationPhoneNumber: phone, MessageBody: "Hello",
  }));
  return {
    statusCode: 200,
    headers: { "Access-Control-Allow-Origin": "*" },
    body: "{}",
  };
};
CODE
(cd functions/sns-send-text && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name sns-send-text \
  --zip-file fileb://functions/sns-send-text/function.zip
aws lambda wait function-updated-v2 --function-name sns-send-text
