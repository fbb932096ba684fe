# The policy has another name: one letter is missing.
# starts: before
# verdict: not done
# visitor: Nobody sees anything: the role will look for another policy.
# lesson: Names of policies are exact.
# finding: fails | policy
# says: the policy function-get-chapter
aws iam create-policy --policy-name function-get-chapter \
  --policy-document file://policies/function-get-chapters.json
