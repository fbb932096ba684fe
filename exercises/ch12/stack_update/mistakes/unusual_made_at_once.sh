# The stack was deleted, and made again with all that it has to have.
# starts: before
# verdict: done
# visitor: Nobody sees a difference.
# lesson: A template says what there shall be, whatever was there before.
# finding: holds | updated
aws cloudformation delete-stack --stack-name website-stack
aws cloudformation wait stack-delete-complete --stack-name website-stack
aws cloudformation create-stack --stack-name website-stack \
  --template-body file://stacks/website.yaml \
  --capabilities CAPABILITY_NAMED_IAM
aws cloudformation wait stack-create-complete --stack-name website-stack
