# The policy of the inference function names its log group in a way that is no ARN.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, and the function leaves no log.
# lesson: IAM takes any text for a resource, and says nothing of one that matches nothing.
# finding: fails | infers
# says: logs
sed 's|:log-group:/aws/lambda|:/aws/lambda|' \
  policies/function-sagemaker-rcf-run-inference.json >wrong.json
aws iam create-policy-version --set-as-default \
  --policy-arn arn:{{ partition }}:iam::{{ account }}:policy/function-sagemaker-rcf-run-inference \
  --policy-document file://wrong.json
