# The identity is for the name with www.
# starts: before
# verdict: not done
# visitor: No mail comes from the domain: SES answers that it is not verified.
# lesson: An identity is for a domain and the names below it, and not for one above it.
# finding: fails | identity
# says: the identity www.{{ domain }}
aws sesv2 create-email-identity --email-identity www.{{ domain }}
