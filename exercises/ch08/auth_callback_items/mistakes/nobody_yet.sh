# Nobody has signed in since the page posts.
# starts: before
# verdict: not done
# visitor: Nobody sees anything: the table waits.
# lesson: What was built is proved by using it.
# finding: fails | item
# finding: skipped | time
new_user ada
