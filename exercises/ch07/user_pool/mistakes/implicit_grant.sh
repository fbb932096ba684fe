# The app client hands out tokens in the address, with the implicit grant.
# starts: solved
# verdict: not done
# visitor: The sign-in page refuses the request: unauthorized_client.
# lesson: With the code grant the address holds a code that is used once, and no token.
# finding: fails | code
# says: implicit
update_client --allowed-o-auth-flows implicit
