# The code in the function is still that of exercise 7.15.
# starts: before
# verdict: not done
# visitor: The name is changed, and no mail comes.
# lesson: The code in the editor runs once it is deployed, and not before.
# finding: holds | changes
# finding: fails | sends
# says: nothing that sends mail
# finding: skipped | sender
true
