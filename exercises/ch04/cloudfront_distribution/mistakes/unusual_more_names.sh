# The distribution also answers for www.{{ domain }}.
# starts: solved
# verdict: done
# visitor: The page appears at www.{{ domain }} as well.
# lesson: A distribution may have several alternate names.
update_distribution '`{
  "Aliases": {
    "Quantity": 2, "Items": ["www.{{ domain }}", "{{ domain }}"]
  }
}`'
