# The modules are for one version of Node.js alone, and a package.json beside them is what npm leaves.
# starts: solved
# verdict: done
# visitor: Nobody sees anything yet: functions of that version will find the module.
# lesson: Node.js looks into nodejs/node24/node_modules as well, if the function is of that version.
mkdir layers/nodejs/node24
mv layers/nodejs/node_modules layers/nodejs/node24/node_modules
echo '{}' >layers/nodejs/package.json
(cd layers && rm chapters-text.zip && python3 -m zipfile -c chapters-text.zip nodejs)
