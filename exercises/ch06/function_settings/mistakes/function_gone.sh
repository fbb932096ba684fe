# The function was deleted, to begin again with the new role.
# starts: before
# verdict: not done
# finding: fails | function
aws lambda delete-function --function-name get-chapters
