# The caller says of what kind the item is.
# starts: solved
# verdict: not done
# visitor: Whoever signed in may write items of any kind.
# lesson: What must be so stands in the template, and not in the request.
# finding: fails | template
# says: dataType, as the caller sends it
puts_item "$(sed "s/auth-callback/\$input.path('\$.dataType')/" \
  api/put-item.json)"
