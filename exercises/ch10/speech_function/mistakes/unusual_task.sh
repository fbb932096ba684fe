# Polly itself keeps the sound, as a task.
# starts: solved
# verdict: done
# visitor: The sound comes some seconds later.
# lesson: A task is for long texts, and its sound is kept in the name of the function.
# finding: holds | asks
# finding: holds | keeps
# says: a task
# finding: holds | allowed
cat >functions/create-speech/index.mjs <<'CODE'
import { PollyClient, StartSpeechSynthesisTaskCommand } from "@aws-sdk/client-polly";

const polly = new PollyClient();

export const handler = async (event) => {
  for (const { dynamodb } of event.Records) {
    await polly.send(
      new StartSpeechSynthesisTaskCommand({
        Text: dynamodb.NewImage.text.S,
        Engine: "neural",
        VoiceId: "Ruth",
        OutputFormat: "mp3",
        OutputS3BucketName: "{{ website_bucket }}",
        OutputS3KeyPrefix: "speech/",
      }),
    );
  }
};
CODE
aws iam put-role-policy --role-name function-create-speech \
  --policy-name function-create-speech --policy-document '{
    "Version": "2012-10-17", "Statement": [
      {"Effect": "Allow", "Action": "polly:StartSpeechSynthesisTask",
        "Resource": "*"},
      {"Effect": "Allow", "Action": "s3:PutObject",
        "Resource": "arn:{{ partition }}:s3:::{{ website_bucket }}/speech/*"},
      {"Effect": "Allow", "Action": ["dynamodb:DescribeStream",
        "dynamodb:GetRecords", "dynamodb:GetShardIterator"], "Resource":
        "arn:{{ partition }}:dynamodb:{{ region }}:{{ account }}:table/text-to-speech/stream/*"}]}'
(cd functions/create-speech && python3 -m zipfile -c function.zip index.mjs)
aws lambda update-function-code --function-name create-speech \
  --zip-file fileb://functions/create-speech/function.zip
aws lambda wait function-updated-v2 --function-name create-speech
