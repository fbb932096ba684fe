# The function was deleted, to begin again with the new role.
# starts: before
# verdict: not done
# visitor: The API answers 500.
# lesson: A role is a setting: nothing needs to be deleted to change it.
# finding: fails | function
aws lambda delete-function --function-name get-chapters
