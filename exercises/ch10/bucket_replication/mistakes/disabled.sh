# The rule is there, and disabled.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, until the region is gone and the copies are old.
# lesson: A rule that is disabled says so only in a column of the list.
# finding: fails | rule
# says: the rule everything, which is disabled
replicate '"Status": "Disabled", "Filter": {}'
