# The function is there, and nothing calls it.
# starts: solved
# verdict: not done
# visitor: The API answers 403 Missing Authentication Token.
# lesson: A function without a way in runs when somebody presses Test.
# finding: holds | allowed
# finding: fails | called
# says: nothing
mapfile -t text < <(resource /account/text)
aws apigateway delete-resource "${text[@]}"
deploy
