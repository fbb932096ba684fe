"""Runs a program and writes to a file how much memory it had at most, in KiB.

Usage: python -I peak.py FILE PROGRAM ARGUMENT... Ends with the program's exit code.
"""

import resource
import subprocess
import sys

code = subprocess.call(sys.argv[2:])
with open(sys.argv[1], "w") as file:
    file.write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
sys.exit(code)
