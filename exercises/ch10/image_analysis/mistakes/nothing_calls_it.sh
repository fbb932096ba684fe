# The function is there, and nothing calls it.
# starts: solved
# verdict: not done
# visitor: The API answers 403 Missing Authentication Token.
# lesson: A function runs when something calls it.
# finding: holds | allowed
# finding: fails | called
# says: none of them
mapfile -t own < <(resource /labels)
aws apigateway delete-resource "${own[@]}"
deploy
