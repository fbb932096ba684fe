# The layer is for Python, as pip installs into a folder, and lies at the top of the workspace.
# starts: solved
# verdict: done
# visitor: Nobody sees anything yet: functions of Python will find the module.
# lesson: Python looks into the folder python.
rm layers/chapters-text.zip
mkdir -p python/greeting python/greeting-1.0.dist-info
echo 'def hello(): return "hello"' >python/greeting/__init__.py
echo 'Name: greeting' >python/greeting-1.0.dist-info/METADATA
python3 -m zipfile -c greeting-layer.zip python
