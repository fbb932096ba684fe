# The app client has no lists, as it was made.
# starts: solved
# verdict: done
# visitor: Saving a phone number works.
# lesson: Without a list every standard attribute may be read and written.
# finding: holds | number
update_client
