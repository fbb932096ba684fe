# No default root object: the address without a path answers 403.
# starts: solved
# verdict: not done
# visitor: The address without a path answers 403, and /index.html shows the page.
# lesson: A bucket behind CloudFront knows no index document: the distribution names it.
# finding: fails | root
update_distribution '`{
  "DefaultRootObject": ""
}`'
