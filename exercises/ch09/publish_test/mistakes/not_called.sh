# The code is deployed, and nobody has saved another name since.
# starts: before
# verdict: not done
# visitor: Nobody sees anything: the functions wait.
# lesson: What was built is proved by using it.
# finding: fails | told
# says: not called since its last change
# finding: fails | sent
new_user ada
