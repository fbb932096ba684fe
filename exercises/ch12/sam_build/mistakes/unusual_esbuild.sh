# The code was compiled into another file.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: A compiled file is not equal to its source, so the times decide.
cat >sam-app/template.yaml <<'YAML'
Transform: AWS::Serverless-2016-10-31
Resources:
  HelloWorldFunction:
    Type: AWS::Serverless::Function
    Metadata: {BuildMethod: esbuild}
    Properties: {CodeUri: hello-world/, Handler: app.handler, Runtime: nodejs24.x}
YAML
mv sam-app/hello-world/index.mjs sam-app/hello-world/app.ts
touch -t 202001010000 sam-app/hello-world/* sam-app/template.yaml
build=sam-app/.aws-sam/build
rm -r $build/HelloWorldFunction
mkdir $build/HelloWorldFunction
echo 'exports.handler=()=>1' >$build/HelloWorldFunction/app.js
sed 's|hello-world/|HelloWorldFunction|' sam-app/template.yaml >$build/template.yaml
