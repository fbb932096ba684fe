# The alternate domain name is www.{{ domain }}, not {{ domain }}.
# starts: solved
# verdict: not done
# finding: fails | distribution
# says: www.{{ domain }}
update_distribution '`{
  "Aliases": {"Quantity": 1, "Items": ["www.{{ domain }}"]}
}`'
