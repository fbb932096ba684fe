# The function that tells the API is in the script, and nothing calls it.
# starts: solved
# verdict: not done
# visitor: Whoever signs in notices nothing, and the table stays empty.
# lesson: A function does nothing before it is called.
# finding: fails | sends
# says: in a function that nothing calls
edit_script auth-callback.js '/await record/d'
