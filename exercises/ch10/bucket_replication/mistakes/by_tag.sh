# The rule is for tagged objects, and nothing tags any.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, until the region is gone and there are no copies.
# lesson: A rule copies what its filter lets through, and nothing else.
# finding: fails | rule
# says: the tag copy=yes
replicate '"Status": "Enabled",
  "Filter": {"Tag": {"Key": "copy", "Value": "yes"}}'
