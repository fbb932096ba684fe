# The distribution was disabled, so it answers nobody.
# starts: solved
# verdict: not done
# finding: fails | enabled
update_distribution '`{
  "Enabled": false
}`'
