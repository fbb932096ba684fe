# The address after signing out is the home page, and not logout.html.
# starts: solved
# verdict: not done
# visitor: Whoever signs out sees an error page of Cognito's instead of the website.
# lesson: Cognito sends people only to addresses that the app client lists.
# finding: fails | sign_out
# says: https://{{ domain }}/
update_client --logout-urls '["https://{{ domain }}/"]'
