# The distribution lost its alternate name, so there is none for the domain.
# starts: before
# verdict: not done
# visitor: https://{{ domain }} answers 403 from CloudFront.
# lesson: CloudFront answers only for the names that the distribution has.
# finding: fails | distribution
update_distribution '`{
  "Aliases": {"Quantity": 0}
}`'
