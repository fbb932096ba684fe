# The functions may pass a role of another name than the one there is.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: SageMaker refuses the job.
# lesson: The permission to pass a role is for the role of exactly that name.
# finding: holds | sagemaker
# finding: fails | passed
# says: role/sagemaker-execution
for NAME in function-sagemaker-rcf-run-training \
  function-sagemaker-rcf-run-inference; do
  sed 's|role/sagemaker-rcf|role/sagemaker-execution|' \
    "policies/$NAME.json" >wrong.json
  aws iam create-policy-version --set-as-default \
    --policy-arn "arn:{{ partition }}:iam::{{ account }}:policy/$NAME" \
    --policy-document file://wrong.json
done
