# The new template has the function, and no bucket any more.
# starts: before
# verdict: not done
# visitor: Nobody sees anything; whoever kept files in the bucket misses it.
# lesson: What a template does not name any more is deleted.
# finding: fails | bucket
sed -e '/^  Bucket:/,/Status: Enabled/d' -e '/^Outputs:/,$d' \
  stacks/website.yaml >other.yaml
update_stack website-stack other.yaml
rm other.yaml
