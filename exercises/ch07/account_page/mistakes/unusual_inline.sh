# The script stands in the page, and takes the tokens as a property.
# starts: solved
# verdict: done
# visitor: Everything works.
# lesson: What stands in a store is a property of it.
# finding: holds | looks
edit_page account/index.html \
  's|<script.*auth-check.*|<script>window.localStorage.jwt \|\| history.back()</script>|'
