# Nothing was changed.
# starts: before
# verdict: not done
# visitor: The sign-in page is gray, with the logo of nobody.
# lesson: People type a password where the page looks like the one that they came from.
# finding: fails | style
# says: as Cognito comes with it
:
