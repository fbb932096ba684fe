// A stack with a queue, which costs nothing while nobody uses it.
import { CfnOutput, Duration, Stack } from "aws-cdk-lib";
import { Queue } from "aws-cdk-lib/aws-sqs";

export class CdkAppStack extends Stack {
  constructor(scope, id, props) {
    super(scope, id, props);

    const queue = new Queue(this, "Queue", { visibilityTimeout: Duration.seconds(30) });
    new CfnOutput(this, "QueueName", { value: queue.queueName });
  }
}
