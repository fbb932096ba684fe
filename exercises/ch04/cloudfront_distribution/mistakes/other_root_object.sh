# The default root object is home.html, which is not in the bucket.
# starts: solved
# verdict: not done
# visitor: The address without a path answers 403, for home.html does not exist.
# lesson: The default root object must be a key that is in the bucket.
# finding: fails | root
# says: home.html
update_distribution '`{
  "DefaultRootObject": "home.html"
}`'
