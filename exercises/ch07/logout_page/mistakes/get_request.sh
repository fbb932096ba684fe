# The script asks by GET.
# starts: solved
# verdict: not done
# visitor: After signing out, the page says that Cognito did not revoke the tokens.
# lesson: What changes something is sent by POST.
# finding: fails | revokes
# says: add method: "POST"
edit_script logout.js '/method: "POST"/d'
