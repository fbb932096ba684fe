# The recorder was stopped before the pack was deployed.
# starts: before
# verdict: not done
# visitor: Nobody sees anything; the rules have nothing to look at.
# lesson: A pack without a recorder that records is a list of questions that nobody answers.
# finding: fails | records
# says: stopped
aws configservice stop-configuration-recorder \
  --configuration-recorder-name default
