# The alternate domain name is www.{{ domain }}, not {{ domain }}.
# starts: solved
# verdict: not done
# visitor: https://{{ domain }} will answer 403, and www.{{ domain }} the page.
# lesson: The alternate domain name is compared letter by letter.
# finding: fails | distribution
# says: www.{{ domain }}
update_distribution '`{
  "Aliases": {"Quantity": 1, "Items": ["www.{{ domain }}"]}
}`'
