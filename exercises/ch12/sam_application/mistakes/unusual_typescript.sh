# The function is in TypeScript, which SAM compiles with esbuild; an older template is beside it.
# starts: solved
# verdict: done
# visitor: Nobody sees anything: it is not deployed yet.
# lesson: What is built into another file has its handler there.
mkdir old
echo 'Resources: {Store: {Type: AWS::S3::Bucket}}' >old/template.yaml
mv sam-app/hello-world/index.mjs sam-app/hello-world/app.ts
cat >sam-app/template.yaml <<'YAML'
Transform: AWS::Serverless-2016-10-31
Resources:
  HelloWorldFunction:
    Type: AWS::Serverless::Function
    Metadata:
      BuildMethod: esbuild
      BuildProperties: {Minify: true, Target: es2022, EntryPoints: [app.ts]}
    Properties:
      CodeUri: hello-world/
      Handler: app.handler
      Runtime: nodejs24.x
YAML
