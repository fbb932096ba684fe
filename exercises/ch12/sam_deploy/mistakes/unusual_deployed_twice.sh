# The application was changed, and deployed once more.
# starts: solved
# verdict: done
# visitor: Nobody sees a difference.
# lesson: A stack that was updated is as complete as one that was created.
# finding: holds | complete
# says: UPDATE_COMPLETE
sed 's/Timeout: 3/Timeout: 10/' stacks/hello-sam.yaml >other.yaml
aws cloudformation update-stack --stack-name hello-sam \
  --template-body file://other.yaml --capabilities CAPABILITY_IAM
rm other.yaml
settled hello-sam
