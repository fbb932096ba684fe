# The page tells the API last, and is left without waiting for that.
# starts: solved
# verdict: not done
# visitor: Whoever signs in is signed in, and hardly a sign-in is written down.
# lesson: What is under way when a page is left is broken off.
# finding: fails | sends
# says: the page is left right after the request is sent
edit_script auth-callback.js \
  '/await record(/d; s|location.replace|record(tokens.access_token); &|'
