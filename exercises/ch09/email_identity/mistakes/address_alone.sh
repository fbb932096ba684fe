# An address became an identity, and the domain did not.
# starts: before
# verdict: not done
# visitor: No mail comes from the domain: SES answers that it is not verified.
# lesson: The identity of an address lets you send as that one address.
# finding: fails | identity
# says: the identity of an e-mail address, and none of a domain
aws sesv2 create-email-identity --email-identity ada@example.net
