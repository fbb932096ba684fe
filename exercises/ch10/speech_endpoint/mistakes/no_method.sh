# There is a function, and nothing in the API that leads to it.
# starts: solved
# verdict: not done
# visitor: The API answers 403 Missing Authentication Token.
# lesson: A function without a way in runs when somebody presses Test.
# finding: fails | method
mapfile -t own < <(resource /speech)
aws apigateway delete-resource "${own[@]}"
deploy
