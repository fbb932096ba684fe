# A text has the name of an archive.
# starts: solved
# verdict: not done
# visitor: Nobody sees anything yet: Lambda would refuse the file.
# lesson: The ending of a name makes no archive.
# finding: fails | modules
# says: no .zip file
echo 'export const lines = () => "";' >layers/chapters-text.zip
