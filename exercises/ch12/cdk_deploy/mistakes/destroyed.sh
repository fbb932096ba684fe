# The stack was destroyed again.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything.
# lesson: What is destroyed is gone; only a bucket that is to be kept stays.
# finding: fails | stack
aws cloudformation delete-stack --stack-name HelloCdkStack
aws cloudformation wait stack-delete-complete --stack-name HelloCdkStack
