# The table was deleted when it was tidied up.
# starts: solved
# verdict: not done
# visitor: Nobody will be able to have a text spoken: the API will find no table.
# lesson: With a table its items are gone.
# finding: fails | table
aws dynamodb delete-table --table-name text-to-speech
aws dynamodb wait table-not-exists --table-name text-to-speech
