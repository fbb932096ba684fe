# The function is asked with PUT, which Lambda does not take.
# starts: solved
# verdict: not done
# visitor: Whoever signed in gets 500 Internal Server Error.
# lesson: API Gateway invokes a function with POST, whatever the visitor sent.
# finding: fails | proxy
# says: POST as integration HTTP method
mapfile -t put < <(put_of_info)
put_account_info_answers "${put[@]}" --integration-http-method PUT
deploy
