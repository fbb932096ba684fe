# The rule is for the analytics, and the file of chapters is not copied.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, until the region is gone and some files with it.
# lesson: A prefix leaves out all that begins otherwise.
# finding: fails | rule
# says: under any other key is not copied
replicate '"Status": "Enabled", "Filter": {"Prefix": "analytics/"}'
