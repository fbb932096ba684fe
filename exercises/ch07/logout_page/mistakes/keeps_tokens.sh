# The script revokes the tokens, and leaves them where they are.
# starts: solved
# verdict: not done
# visitor: After signing out, the pages still show the links of those who have signed in.
# lesson: Signing out happens in two places: at Cognito, and in the browser.
# finding: fails | forgets
# says: a script that removes userFirstName
# finding: holds | revokes
edit_script logout.js '/removeItem("jwt")/d'
