# Nobody has to tell a given name.
# starts: before
# verdict: not done
# visitor: The sign-up form does not ask for a name, and the account page greets nobody.
# lesson: Required attributes are chosen when a pool is created, and never change.
# finding: fails | given_name
# says: given_name, not required
# finding: holds | sign_in
create_pool --username-attributes email --auto-verified-attributes email \
  --schema Name=email,Required=true,Mutable=true \
  Name=given_name,Required=false,Mutable=true
