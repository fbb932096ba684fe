# Two users saved another name, one after the other.
# starts: before
# verdict: done
# visitor: Each of them gets a letter.
# lesson: A function answers each call by itself.
# finding: holds | ran
# says: 2 of the last 2 runs ended without an error
new_user ada
new_user grace
put_name "$(token_of ada AccessToken)"
put_name "$(token_of grace AccessToken)"
