# Somebody signed up, and nobody has saved another name.
# starts: before
# verdict: not done
# visitor: Nobody sees anything: the function waits.
# lesson: What was built is proved by using it.
# finding: fails | ran
# says: the function was never called
new_user ada
