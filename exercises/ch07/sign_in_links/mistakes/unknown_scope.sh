# The link asks for a scope that the app client lacks.
# starts: solved
# verdict: not done
# visitor: Log in leads to an error page of Cognito's: invalid_scope.
# lesson: A link asks for no more than the app client may give.
# finding: fails | home_in
# says: Add phone
edit_page index.html 's|openid+profile|openid+phone|g'
