# A change set was made, and never executed.
# starts: before
# verdict: not done
# visitor: Nobody sees anything: nothing was made.
# lesson: A change set only says what would be done.
# finding: fails | complete
# says: REVIEW_IN_PROGRESS
aws cloudformation create-change-set --stack-name HelloCdkStack \
  --change-set-name first --change-set-type CREATE \
  --template-body file://stacks/HelloCdkStack.yaml
aws cloudformation wait change-set-create-complete \
  --stack-name HelloCdkStack --change-set-name first
