# The log-in link sends people back to the home page.
# starts: solved
# verdict: not done
# visitor: Log in leads to an error page of Cognito's: redirect_mismatch.
# lesson: Cognito sends people only to addresses that the app client lists.
# finding: fails | home_in
# says: redirect_uri=https://{{ domain }}/index.html
# finding: holds | home_out
# finding: holds | chapters_in
edit_page index.html 's|auth-callback\.html|index.html|g'
