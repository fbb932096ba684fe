# Nobody made a record.
# starts: before
# verdict: not done
# visitor: The browser finds no server for {{ auth_domain }}.
# lesson: A custom domain exists for the world once the DNS knows it.
# finding: fails | record
# finding: holds | domain
:
