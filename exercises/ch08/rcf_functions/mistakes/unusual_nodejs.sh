# The training function is written in JavaScript.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: What the function does counts, and not its language.
# finding: holds | trains
# says: CreateTrainingJobCommand
cat >functions/sagemaker-rcf-run-training/index.mjs <<'CODE'
import {
  SageMakerClient,
  CreateTrainingJobCommand,
} from "@aws-sdk/client-sagemaker";

const sagemaker = new SageMakerClient();

export const handler = async () => {
  await sagemaker.send(
    new CreateTrainingJobCommand({
      TrainingJobName: `rcf-${Date.now()}`,
      RoleArn: process.env.ROLE,
      OutputDataConfig: { S3OutputPath: "s3://{{ data_bucket }}/rcf/output" },
    }),
  );
};
CODE
aws lambda update-function-configuration --function-name sagemaker-rcf-run-training \
  --runtime nodejs24.x --handler index.handler
aws lambda wait function-updated-v2 --function-name sagemaker-rcf-run-training
put_code sagemaker-rcf-run-training index.mjs
