# The application is in TypeScript, as cdk init makes it; a broken one is beside it.
# starts: solved
# verdict: done
# visitor: Nobody sees anything: it is not deployed yet.
# lesson: One application that is right is enough.
rm cdk-app/bin/cdk-app.mjs
mkdir -p website/bin website/lib
cat >website/cdk.json <<'JSON'
{"app": "npx ts-node --prefer-ts-exts bin/website.ts", "watch": {"include": ["**"]}}
JSON
echo '{"devDependencies": {"aws-cdk-lib": "2.276.0"}}' >website/package.json
echo 'new WebsiteStack(new cdk.App(), "WebsiteStack");' >website/bin/website.ts
echo 'export class WebsiteStack extends cdk.Stack {}' >website/lib/website-stack.ts
