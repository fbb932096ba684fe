# The program makes an application without a stack.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: the CLI says that the app contains no stacks.
# lesson: What is deployed are stacks, and an application has at least one.
# finding: fails | stack
rm -r cdk-app/lib
cat >cdk-app/bin/cdk-app.mjs <<'CODE'
import { App } from "aws-cdk-lib";

new App();
CODE
