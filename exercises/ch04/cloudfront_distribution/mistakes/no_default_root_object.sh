# No default root object: the address without a path answers 403.
# starts: solved
# verdict: not done
# finding: fails | root
update_distribution '`{
  "DefaultRootObject": ""
}`'
