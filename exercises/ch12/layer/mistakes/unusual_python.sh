# The layer is for Python, has another name, and says no runtime; a broken one is beside it.
# starts: solved
# verdict: done
# visitor: Nobody sees anything: functions of Python find the module.
# lesson: The runtimes that a layer names only inform.
aws lambda delete-layer-version --layer-name chapters-text --version-number 1
mkdir python
echo 'def hello(): return "hello"' >python/greeting.py
python3 -m zipfile -c layers/python.zip python
(cd layers/nodejs && python3 -m zipfile -c ../wrong.zip node_modules)
aws lambda publish-layer-version --layer-name a-first-try \
  --zip-file fileb://layers/wrong.zip
aws lambda publish-layer-version --layer-name greeting \
  --zip-file fileb://layers/python.zip
