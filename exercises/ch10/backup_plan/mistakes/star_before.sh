# The bucket was meant by the end of its name.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything, until a file is gone and there is no backup of it.
# lesson: In the name of a resource, a star may stand at the end alone.
# finding: fails | selects
# says: does not stand at its end
bucket={{ data_bucket }}
only_selection '"Resources": ["arn:aws:s3:::*'"${bucket:1}"'"]'
