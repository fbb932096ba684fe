# The default root object is home.html, which is not in the bucket.
# starts: solved
# verdict: not done
# finding: fails | root
# says: home.html
update_distribution '`{
  "DefaultRootObject": "home.html"
}`'
