# The table was deleted when it was tidied up.
# starts: solved
# verdict: not done
# visitor: Nobody will be able to leave a comment: the API will find no table.
# lesson: With a table its items and its stream are gone.
# finding: fails | table
aws dynamodb delete-table --table-name comments
aws dynamodb wait table-not-exists --table-name comments
