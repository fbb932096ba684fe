# Makes the domain an identity of Amazon SES, with Easy DKIM.
if ! aws sesv2 get-email-identity --email-identity {{ domain }} \
  >/dev/null 2>&1; then
  aws sesv2 create-email-identity --email-identity {{ domain }}
fi

# What is sent from it is signed.
aws sesv2 put-email-identity-dkim-attributes \
  --email-identity {{ domain }} --signing-enabled
