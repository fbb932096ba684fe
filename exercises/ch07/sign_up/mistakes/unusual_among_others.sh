# Beside the user there are others who never entered the code.
# starts: solved
# verdict: done
# visitor: The user signs in; the others are asked for their codes.
# lesson: A pool that is open to everyone has users who never come back.
sign_up first@{{ domain }}
sign_up second@{{ domain }}
