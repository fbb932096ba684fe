# The new template has the role, and no function.
# starts: before
# verdict: not done
# visitor: Nobody sees anything: there is no function.
# lesson: A role does nothing until something works under it.
# finding: fails | function
sed '/^  Hello:/,$d' stacks/website.yaml >other.yaml
update_stack website-stack other.yaml
rm other.yaml
