# The e-mail address is an alias of a user name, as the CDK sets it.
# starts: before
# verdict: done
# visitor: The sign-up form asks for a user name too; people sign in with either.
# lesson: An alias attribute signs people in as well.
create_pool --alias-attributes email --auto-verified-attributes email \
  --schema Name=email,Required=true,Mutable=true \
  Name=given_name,Required=true,Mutable=true
