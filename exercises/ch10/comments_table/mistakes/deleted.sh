# The table was deleted when it was tidied up.
# starts: solved
# verdict: not done
# visitor: Nobody can leave a comment: the API finds no table.
# lesson: With a table its items and its stream are gone.
# finding: fails | table
aws dynamodb delete-table --table-name comments
aws dynamodb wait table-not-exists --table-name comments
