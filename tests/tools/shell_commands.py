"""Finds the commands in a shell script without running it: their words, with what is only known at run time marked.

Knows what the book's scripts use: quotes, continuations, comments, pipes, substitutions, redirections, here-documents,
assignments, functions and loops. A variable that is assigned once, or only added to, stands for its value.
"""

import re

# Stands in a word for what is only known at run time: digits, so that it fits into JSON and JMESPath as well as text.
UNKNOWN = "8015180151"
# Words that come before a command and are none.
PREFIXES = {"if", "then", "elif", "else", "while", "until", "do", "!", "{", "time", "command", "exec", "env", "eval"}
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
ASSIGNMENT = re.compile(r"([A-Za-z_][A-Za-z0-9_]*)(\+?=)")
OPERATORS = ["<<<", "<<-", "&>>", ";;", "&&", "||", "|&", ">>", "<<", ">&", "<&", "&>", ">|", "<>"]
REDIRECTIONS = {"<<<", "<<-", "&>>", ">>", "<<", ">&", "<&", "&>", ">|", "<>", "<", ">"}


class Word:
    """A word of a command; `many` when it may become any number of words, such as "$@"."""

    def __init__(self, line):
        self.text, self.line, self.many, self.raw = "", line, False, ""


class Scanner:
    """Reads one script; substitutions are read by scanners of their own, which add to the same commands."""

    def __init__(self, text, line=1, parent=None):
        self.text, self.at, self.line = text, 0, line
        self.commands = parent.commands if parent else []
        self.known = parent.known if parent else {}
        self.assigned = parent.assigned if parent else {}
        self.waiting = []  # delimiters of here-documents whose text begins on the next line

    def scan(self):
        words, skip, last = [], False, None
        for kind, value in self.tokens():
            if kind == "operator" and value in REDIRECTIONS:
                skip = value
            elif kind == "operator":
                if value == "(" and last and ASSIGNMENT.fullmatch(last.raw):
                    self.assign(last.raw.rstrip("+="), UNKNOWN, False)  # an array
                self.end(words)
                words = []
            elif skip:
                if skip in ("<<", "<<-"):
                    self.waiting.append((value.text, skip == "<<-"))
                skip = False
            else:
                words.append(value)
            last = value if kind == "word" else None
        self.end(words)
        return self.commands

    def end(self, words):
        """Takes off what is not the command, learns from assignments, and keeps the rest."""
        while words and (words[0].raw in PREFIXES or ASSIGNMENT.match(words[0].raw)):
            word = words.pop(0)
            match = ASSIGNMENT.match(word.raw)
            if match and not (words and words[0].raw == "aws"):
                self.assign(match[1], word.text[match.end() :], match[2] == "+=" or f"${match[1]}" in word.raw)
        if not words:
            return
        if words[0].raw in ("export", "local", "readonly", "declare"):
            return self.end(words[1:])
        if words[0].raw in ("for", "read", "mapfile", "readarray", "select"):
            for word in words[1:]:
                if NAME.fullmatch(word.raw):
                    self.assign(word.raw, UNKNOWN, False)
            return
        self.commands.append(words)

    def assign(self, name, value, adds):
        self.assigned.setdefault(name, set())
        if not adds:
            self.assigned[name].add(value)
        self.known[name] = value

    def value(self, name):
        """What a variable stands for: unknown when several values were assigned to it, since any may be the last."""
        if len(self.assigned.get(name, ())) > 1:
            return UNKNOWN
        return self.known.get(name, UNKNOWN)

    def tokens(self):
        while self.at < len(self.text):
            here = self.text[self.at]
            operator = next((op for op in OPERATORS if self.text.startswith(op, self.at)), None)
            if here == "\n":
                self.step(1)
                self.skip_documents()
                yield "operator", "\n"
            elif self.text.startswith("\\\n", self.at):
                self.step(2)
            elif here.isspace():
                self.step(1)
            elif here == "#":
                self.step(len(self.text[self.at :].split("\n", 1)[0]))
            elif operator and not self.text.startswith(("<(", ">("), self.at):
                self.step(len(operator))
                yield "operator", operator
            elif here in ";&|<>()" and not self.text.startswith(("<(", ">("), self.at):
                self.step(1)
                yield "operator", here
            else:
                word = self.word()
                # The number of a redirection, such as 2>, is no word.
                if not (word.raw.isdigit() and self.text[self.at : self.at + 1] in ("<", ">")):
                    yield "word", word

    def step(self, count):
        passed = self.text[self.at : self.at + count]
        self.line += passed.count("\n")
        self.at += count
        return passed

    def skip_documents(self):
        for delimiter, tabs in self.waiting:
            while self.at < len(self.text):
                line = self.text[self.at :].split("\n", 1)[0]
                self.step(len(line) + 1)
                if (line.lstrip("\t") if tabs else line) == delimiter:
                    break
        self.waiting = []

    def word(self):
        word, start = Word(self.line), self.at
        while self.at < len(self.text):
            here = self.text[self.at]
            if self.text.startswith(("<(", ">("), self.at):
                self.step(1)
                self.substitution(word)
            elif here.isspace() or here in ";&|<>()":
                break
            elif here == "'":
                word.text += self.quoted("'")
            elif here == '"':
                self.step(1)
                self.double(word)
            elif here == "\\":
                word.text += self.step(2)[1:].replace("\n", "")
            elif not self.expansion(word):
                word.text += self.step(1)
        word.raw = self.text[start : self.at]
        return word

    def quoted(self, mark):
        self.step(1)
        end = self.text.find(mark, self.at)
        text = self.step((end if end >= 0 else len(self.text)) - self.at)
        self.step(1)
        return text

    def double(self, word):
        while self.at < len(self.text) and self.text[self.at] != '"':
            if self.text[self.at] == "\\":
                pair = self.step(2)
                word.text += "" if pair == "\\\n" else pair[1:] if pair[1:] in '$`"\\' else pair
            elif not self.expansion(word):
                word.text += self.step(1)
        self.step(1)

    def expansion(self, word):
        """Takes a variable or a substitution that begins here; false when none does."""
        if self.text[self.at] not in "$`":
            return False
        rest = self.text[self.at :]
        if rest.startswith("$("):
            self.step(1)
            self.substitution(word)
        elif rest.startswith("`"):
            line = self.line
            Scanner(self.quoted("`"), line, self).scan()
            word.text += UNKNOWN
        elif rest.startswith("$'"):
            self.step(1)
            word.text += self.quoted("'").encode().decode("unicode_escape")
        elif match := re.match(r"\$\{(\w+)\}|\$(\w+)", rest):
            self.step(match.end())
            word.text += self.value(match[1] or match[2])
        elif match := re.match(r"\$\{([^}]*)\}", rest):
            self.step(match.end())
            word.text += UNKNOWN
            word.many |= match[1].endswith(("[@]", "[*]"))
        elif match := re.match(r"\$[@*#?$!-]", rest):
            self.step(2)
            word.text += UNKNOWN
            word.many |= match[0] in ("$@", "$*")
        else:
            return False
        return True

    def substitution(self, word):
        """Reads `(…)`: another script, or arithmetic, up to the bracket that closes it."""
        line, start = self.line, self.at + 1
        self.step(1)
        depth, nested = 1, Word(self.line)
        while self.at < len(self.text) and depth:
            here = self.text[self.at]
            if here in "()":
                depth += 1 if here == "(" else -1
                self.step(1)
            elif here == "'":
                self.quoted("'")
            elif here == '"':
                self.step(1)
                self.pass_double(nested)
            elif here == "#" and self.text[self.at - 1].isspace():
                self.step(len(self.text[self.at :].split("\n", 1)[0]))
            else:
                self.step(2 if here == "\\" else 1)
        inner = self.text[start : self.at - 1]
        if not inner.startswith("("):
            Scanner(inner, line, self).scan()
        word.text += UNKNOWN

    def pass_double(self, word):
        """Passes a quoted text inside of a substitution, whose own scanner will read what is in it."""
        while self.at < len(self.text) and self.text[self.at] != '"':
            if self.text.startswith("$(", self.at):
                self.step(1)
                keep, self.commands = self.commands, []
                self.substitution(word)
                self.commands = keep
            else:
                self.step(2 if self.text[self.at] == "\\" else 1)
        self.step(1)


def commands(script, line=1):
    """All commands of a script, each a list of words. It is read twice, so that a later assignment counts too."""
    first = Scanner(script, line)
    first.scan()
    second = Scanner(script, line)
    second.assigned = first.assigned
    return second.scan()
