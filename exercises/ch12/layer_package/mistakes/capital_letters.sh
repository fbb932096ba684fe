# The folder has a capital letter.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything yet: a function with this layer would not find the module.
# lesson: Linux, on which Lambda runs, takes NodeJS and nodejs for two folders.
# finding: fails | modules
# says: the folder NodeJS
mv layers/nodejs layers/NodeJS
(cd layers && rm chapters-text.zip && python3 -m zipfile -c chapters-text.zip NodeJS)
