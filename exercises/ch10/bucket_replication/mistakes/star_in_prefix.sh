# The prefix is a star, which was meant as everything.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, until the region is gone and there are no copies.
# lesson: In a prefix, a star is a character like any other.
# finding: fails | rule
# says: no wildcard
replicate '"Status": "Enabled", "Filter": {"Prefix": "*"}'
