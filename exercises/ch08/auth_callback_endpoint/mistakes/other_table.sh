# The template names the table of chapters.
# starts: solved
# verdict: not done
# visitor: Nothing is written down: the role may not write there.
# lesson: The template, and not the address, names the table.
# finding: fails | template
# says: the table chapters
puts_item "$(sed 's/"analytics"/"chapters"/' api/put-item.json)"
