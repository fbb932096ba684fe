"""How soon a chapter is there to be read, highlighted and filled with the learner's names, beside `cat` of its source."""

import re
import tempfile
from pathlib import Path

from measure import medians, output, program, say, seconds
from table import Row, at_most

RUNS = 60
CHAPTER_MS = 50
WALKTHROUGH_MS = 8

SETTINGS = """
domain = "my-own-domain.example.com"
region = "us-east-1"
account = "000000000000"
practice = true
"""


def figures(binary, root):
    say("read: the longest chapter and walkthrough, highlighted, beside cat")
    with tempfile.TemporaryDirectory(prefix="msl-learn-figures-") as folder:
        Path(folder, "msl-learn.toml").write_text(SETTINGS)
        read = [binary, "-C", folder, "--color", "always", "read", "--no-pager"]
        chapter, source = longest_chapter(root)
        walkthrough = longest_walkthrough(read, chapter, source)
        commands = {
            "chapter": [*read, chapter],
            "walkthrough": [*read, walkthrough],
            "start": [binary, "--version"],
            "cat": [program("cat"), str(source)],
        }
        took = medians({name: lambda command=command: seconds(command) for name, command in commands.items()}, RUNS)
    ms = {name: time * 1000 for name, time in took.items()}
    return [
        at_most(f"read {chapter}: whole process, highlighted", ms["chapter"], CHAPTER_MS, "ms"),
        Row("cat of its source: whole process", f"{ms['cat']:.1f} ms"),
        # A redraw fills nothing in and writes less, so it is quicker than what a process does beyond starting.
        at_most(f"read {walkthrough}: filled, laid out and written", ms["walkthrough"] - ms["start"], WALKTHROUGH_MS, "ms"),
    ]


def longest_chapter(root):
    """The number of the chapter with the most text, and its file."""
    files = [file for file in (root / "chapters").glob("ch*.md") if re.fullmatch(r"ch\d\d\.md", file.name)]
    file = max(files, key=lambda file: file.stat().st_size)
    return str(int(file.stem[2:])), file


def longest_walkthrough(read, chapter, source):
    """The exercise of that chapter with the longest page."""
    numbers = re.findall(r"^## Exercise (\d+):", source.read_text(), re.MULTILINE)
    return max((f"{chapter}.{number}" for number in numbers), key=lambda name: len(output([*read, name])))
