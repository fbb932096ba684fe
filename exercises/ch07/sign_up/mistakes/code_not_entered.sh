# Somebody signed up, and never entered the code.
# starts: before
# verdict: not done
# visitor: Whoever signs in is asked for the code from the mail.
# lesson: A user who has proved no address is nobody yet.
# finding: fails | confirmed
# says: UNCONFIRMED
# finding: skipped | verified
sign_up reader@{{ domain }}
