# Somebody signed up, and nobody has saved a name since the code sends mail.
# starts: before
# verdict: not done
# visitor: Nobody sees anything: the function waits.
# lesson: Code that was changed is proved by using it again.
# finding: fails | ran
# says: the function was not called since its last change
new_user ada
