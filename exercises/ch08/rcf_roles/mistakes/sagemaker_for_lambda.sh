# The role for SageMaker was created for Lambda, as the two others.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything: SageMaker cannot take on the role, and refuses the job.
# lesson: A role is for the service in its trust policy, whoever passes it.
# finding: fails | sagemaker_trust
# says: it is for lambda.amazonaws.com
aws iam update-assume-role-policy --role-name sagemaker-rcf \
  --policy-document file://policies/rcf-functions-trust.json
