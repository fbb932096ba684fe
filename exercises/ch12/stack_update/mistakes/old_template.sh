# The stack was updated with the old template and a new tag.
# starts: before
# verdict: not done
# visitor: Nobody sees anything: there is no function.
# lesson: An update is done when what was to change has changed, and not when it says complete.
# finding: fails | role
# finding: fails | function
aws cloudformation update-stack --stack-name website-stack \
  --template-body file://stacks/bucket.yaml --tags Key=course,Value=book
aws cloudformation wait stack-update-complete --stack-name website-stack
