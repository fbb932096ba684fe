# The account has an identity for an address, and one for another domain, beside that of the domain.
# starts: solved
# verdict: done
# visitor: Mail comes, and is signed.
# lesson: An account may have as many identities as it needs.
# finding: holds | identity
# finding: holds | signing
aws sesv2 create-email-identity --email-identity ada@example.net
aws sesv2 create-email-identity --email-identity example.net
