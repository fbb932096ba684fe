# The script that was uploaded is the one of exercise 7.5.
# starts: solved
# verdict: not done
# visitor: Whoever signs in notices nothing, and the table stays empty.
# lesson: A file that was changed must be uploaded, too.
# finding: fails | sends
edit_script auth-callback.js '/await record/d; /^async function record/,/^}/d'
