# There is no integration response.
# starts: solved
# verdict: not done
# visitor: The item is written down, and the page gets 500 all the same.
# lesson: An integration that is no proxy needs to be told what it answers.
# finding: fails | answer
# says: no integration response
mapfile -t post < <(post_of_callback)
aws apigateway delete-integration-response "${post[@]}" --status-code 200
deploy
