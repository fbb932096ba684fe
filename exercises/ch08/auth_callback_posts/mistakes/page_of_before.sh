# The page is that of exercise 7.5, which posts nothing.
# starts: solved
# verdict: not done
# visitor: Whoever signs in notices nothing, and the table stays empty.
# lesson: What nobody sends is written down nowhere.
# finding: fails | sends
# finding: skipped | token
edit_script auth-callback.js '/await record/d; /^async function record/,/^}/d'
