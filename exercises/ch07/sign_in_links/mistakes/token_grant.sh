# The link asks for a token instead of a code.
# starts: solved
# verdict: not done
# visitor: Log in leads to an error page of Cognito's: unauthorized_client.
# lesson: A link asks for what the app client gives: a code.
# finding: fails | chapters_in
# says: response_type=token
edit_page chapters.html 's|response_type=code|response_type=token|g'
