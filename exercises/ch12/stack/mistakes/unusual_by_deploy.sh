# The stack was made by `aws cloudformation deploy`, with a change set, as tools do it.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: A change set that is executed makes the same stack.
# finding: holds | complete
# finding: holds | bucket
aws cloudformation deploy --stack-name website-stack \
  --template-file stacks/bucket.yaml
