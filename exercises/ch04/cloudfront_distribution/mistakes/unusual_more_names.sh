# The distribution also answers for www.{{ domain }}.
# starts: solved
# verdict: done
update_distribution '`{
  "Aliases": {
    "Quantity": 2, "Items": ["www.{{ domain }}", "{{ domain }}"]
  }
}`'
