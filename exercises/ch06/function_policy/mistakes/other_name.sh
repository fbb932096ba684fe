# The policy has another name: one letter is missing.
# starts: before
# verdict: not done
# finding: fails | policy
# says: the policy function-get-chapter
aws iam create-policy --policy-name function-get-chapter \
  --policy-document file://policies/function-get-chapters.json
