// The program that the CDK runs: it makes the stacks, and deploys nothing itself.
import { App } from "aws-cdk-lib";

import { CdkAppStack } from "../lib/cdk-app-stack.mjs";

const app = new App();
new CdkAppStack(app, "CdkAppStack", { env: { account: "123456789012", region: "us-east-1" } });
