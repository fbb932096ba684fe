# The archive begins with node_modules.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything yet: a function with this layer would not find the module.
# lesson: Lambda's Node.js looks into nodejs/node_modules, so nodejs comes first.
# finding: fails | modules
# says: node_modules/ at the root
(cd layers/nodejs && python3 -m zipfile -c ../chapters-text.zip node_modules)
