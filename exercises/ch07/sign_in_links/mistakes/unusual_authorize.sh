# The links lead to /oauth2/authorize, with raw ampersands and addresses that are not encoded, as in the book.
# starts: solved
# verdict: done
# visitor: Everything works.
# lesson: /oauth2/authorize shows the same page as /login.
edit_page index.html \
  's|/login?|/oauth2/authorize?|; s|&amp;|\&|g; s|%3A%2F%2F|://|g; s|%2F|/|g'
