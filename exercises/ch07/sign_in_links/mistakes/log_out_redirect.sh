# The log-out link names its address in redirect_uri.
# starts: solved
# verdict: not done
# visitor: Log out leads to an error page of Cognito's.
# lesson: After signing out, people are sent to logout_uri; redirect_uri begins another log-in.
# finding: fails | home_out
# says: Name the address in logout_uri
edit_page index.html 's|logout_uri|redirect_uri|g'
