# The files of the module are at the root, as in the package of a function.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything yet: a function with this layer would not find the module.
# lesson: A layer is no function: its files need the folder that the language looks into.
# finding: fails | modules
# says: index.mjs at the root
(cd layers/chapters-text && python3 -m zipfile -c ../chapters-text.zip index.mjs package.json)
