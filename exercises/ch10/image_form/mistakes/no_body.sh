# The request has everything but the image.
# starts: solved
# verdict: not done
# visitor: The API says that there is no image.
# lesson: What is not in the request does not arrive.
# finding: fails | body
# says: a request without a body
edit_script images.js '/body: JSON/d'
