# The distribution was disabled, so it answers nobody.
# starts: solved
# verdict: not done
# visitor: The distribution's address does not answer.
# lesson: A disabled distribution keeps its settings and serves nobody.
# finding: fails | enabled
update_distribution '`{
  "Enabled": false
}`'
