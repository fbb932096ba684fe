"""Holds the `aws` commands of scripts and texts against the CLI's own parsers and service models, without sending any.

Usage: python check_commands.py FOLDER < QUESTIONS, with the Python that has awscli. FOLDER has the files that commands
name as file://…; others are taken for files that the learner writes. A question is {"script": shell, "line": its first
line, "mention": whether it is a command named in a sentence}. Answers {"checked": commands, "faults": [{"question":
index, "line": line, "command": shown, "fault": what is wrong}]}.

Found are services, commands and options that do not exist, options that are missing, values that no enumeration has,
JSON and shorthand with wrong members, and queries that are no JMESPath. What is known at run time only fits everywhere.
A command that is only mentioned may leave out its options.
"""

import contextlib
import difflib
import io
import json
import os
import re
import sys
import zipfile

import awscli.clidriver
import awscli.customizations.commands
from botocore.validate import ParamValidator

from shell_commands import UNKNOWN, commands

# Commands that version 1 of the CLI does not have, with their options; all of them sign in to a real account. Everything else
# works in a practice account as well, for which version 1 is enough. Source: AWS CLI Command Reference, version 2.
ONLY_IN_2 = {
    ("login",): {"--remote"},
    ("logout",): {"--all"},
    ("configure", "sso"): {"--no-browser", "--use-device-code"},
    ("configure", "list-profiles"): set(),
    ("configure", "export-credentials"): {"--format"},
    ("sso", "login"): {"--no-browser", "--sso-session", "--use-device-code"},
    ("sso", "logout"): set(),
}
# Global options that are looked up on this machine, and whether a value follows.
TAKEN_OFF = {"--profile": 1}
# An empty archive, which stands for a file that is read whole, such as the code of a function.
ARCHIVE = "check-archive.zip"
ELLIPSES = ("…", "...")
# A word in capital letters, such as ZONE_ID, stands for what the learner puts in its place.
STAND_IN = re.compile(r"[A-Z][A-Z0-9_-]*")


class Fault(Exception):
    """What is wrong with a command, for whoever wrote it."""


def is_open(value):
    """Whether a text is, or holds, what is known at run time only."""
    return UNKNOWN in value or any(mark in value for mark in ELLIPSES) or bool(STAND_IN.fullmatch(value))


def example(shape):
    """Some value that the shape allows."""
    least = max(shape.metadata.get("min") or 0, 1)
    if shape.type_name == "structure":
        return {name: example(shape.members[name]) for name in shape.required_members}
    if shape.type_name == "list":
        return [example(shape.member)] * least
    if shape.type_name == "map":
        return {}
    if shape.type_name in ("integer", "long", "float", "double"):
        return least
    if shape.type_name == "boolean":
        return True
    if shape.type_name == "timestamp":
        return "2026-01-01T00:00:00Z"
    enumerated = getattr(shape, "enum", None)
    return enumerated[0] if enumerated else "x" * least


def settled(shape, value, place):
    """The value with an example for all that is open; a value outside of its enumeration is a fault."""
    if shape.type_name == "structure" and isinstance(value, dict):
        members = shape.members
        return {k: settled(members[k], v, f"{place}.{k}") if k in members else v for k, v in value.items()}
    if shape.type_name == "list" and isinstance(value, list):
        return [settled(shape.member, v, f"{place}[{at}]") for at, v in enumerate(value)]
    if shape.type_name == "map" and isinstance(value, dict):
        return {k: settled(shape.value, v, f"{place}.{k}") for k, v in value.items()}
    enumerated = getattr(shape, "enum", None)
    if isinstance(value, str) and enumerated:
        if UNKNOWN not in value and not any(mark in value for mark in ELLIPSES) and value not in enumerated:
            raise Fault(f"{place.lstrip('.')}: {value} is none of {', '.join(sorted(enumerated)[:30])}")
        return enumerated[0]
    if isinstance(value, str) and value.lstrip().startswith("{") and "olicy" in place:
        readable_json(value, place)
    if is_open(str(value)):
        return example(shape)
    return value


def readable_json(value, place):
    try:
        json.loads(value)
    except ValueError as error:
        raise Fault(f"{place.lstrip('.')} is no JSON: {error}") from error


class Driver:
    """awscli's own driver, which parses as always, and reports what it would have sent."""

    def __init__(self):
        self.driver = awscli.clidriver.create_clidriver()
        self.table = self.driver._get_command_table()
        self.begin, self.driver._emit_session_event = self.driver._emit_session_event, self.begin_once
        self.globals = {f"--{name}" for name in self.driver._get_argument_table()}
        events = self.driver.session.get_component("event_emitter")
        events.register_first("load-cli-arg", self.fill)
        events.register_first("before-building-argument-table-parser", self.see_options)
        events.register_last("calling-command", self.judge)

    def begin_once(self, parsed_globals):
        """What awscli does at its start adds the readers of file://…, and would add them again with every command."""
        self.begin(parsed_globals)
        self.begin = lambda *_: None

    def check(self, words, mention):
        arguments, self.open = closed(words[1:])
        arguments = [of_the_learner(text) for text in without_taken_off(arguments)]
        if not arguments or arguments[0].startswith(UNKNOWN):
            return
        only = next((name for name in ONLY_IN_2 if tuple(arguments[: len(name)]) == name), None)
        if only:
            return self.check_options(arguments, ONLY_IN_2[only])
        names = named(arguments)
        self.find(names)
        if arguments[-1] == "help" or (mention and len(names) == len(arguments)):
            return
        self.parse(arguments)
        if arguments[0] == "s3":
            check_s3_paths(arguments[1], arguments[2:])

    def find(self, names):
        """That there are such a service and such a command of it."""
        table, above, self.command = self.table, "aws", None
        for name in names:
            if table is None or name.startswith("-") or UNKNOWN in name:
                return
            if name not in table:
                raise Fault(f"{above} has no command {name}{likely(name, table)}")
            self.command = table[name]
            above, table = f"{above} {name}", subcommands(self.command)

    def parse(self, arguments):
        self.options, self.fault = set(), None
        stub_high_level_commands(awscli.customizations.commands.BasicCommand)
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            try:
                code = self.driver.main([self.filled_global(*pair) for pair in zip(["", *arguments], arguments)])
            except SystemExit as end:
                code = end.code
        if self.fault:
            raise self.fault
        if code:
            self.refused(arguments, telling_line(said.getvalue()))
        self.check_options(arguments, self.options)

    def refused(self, arguments, says):
        """An option whose very name is known at run time only, such as "$option" "$value", is left out."""
        unknown = set(re.split(r"[, ]+", says.removeprefix("Unknown options: ")))
        pairs = zip(["", *arguments], arguments)
        known = [word for before, word in pairs if word != UNKNOWN or before.startswith("--")]
        if unknown != {UNKNOWN} or known == arguments:
            raise Fault(says)
        self.open = True
        self.parse(known)

    def check_options(self, arguments, options):
        """argparse takes an abbreviated option too, which is not what the book teaches."""
        for argument in arguments:
            option = argument.split("=", 1)[0]
            if re.fullmatch(r"--[a-z][a-z0-9-]*", option) and option not in options | self.globals:
                raise Fault(f"{option} is no option of this command{likely(option, options | self.globals)}")

    @staticmethod
    def filled_global(option, value):
        """Global options are read before anything can be put into them."""
        if UNKNOWN not in value:
            return value
        # A whole expression that is only known at run time stands where `@` may, also as an argument of a function.
        query = "@" if value == UNKNOWN else value.replace(f", {UNKNOWN})", ", @)")
        examples = {"--endpoint-url": "https://example.com", "--output": "json", "--query": query, "--cli-input-json": "{}"}
        return examples.get(option, value)

    def see_options(self, argument_table, **_):
        self.options |= {f"--{name}" for name in argument_table}
        if self.open:
            for argument in argument_table.values():
                argument.required = False

    def fill(self, param=None, value=None, **_):
        """Gives an example for a value, or a file, that is known at run time only; any other value is left as it is."""
        shape = getattr(param, "argument_model", None)
        many = isinstance(value, list)
        texts = value if many else [value]
        if not all(isinstance(text, str) for text in texts):
            return None
        if shape is None:
            return None
        if shape.serialization.get("streaming"):
            return ARCHIVE
        if many and plain_list(shape):
            holds_list(param.name, texts)
        scalar = shape.type_name not in ("structure", "list", "map")
        if scalar and shape.type_name != "string" and is_open(texts[0]):
            return str(example(shape))
        if shape.type_name in ("integer", "long") and not re.fullmatch(r"-?\d+", texts[0]):
            raise Fault(f"--{param.name} takes a number, and {texts[0]} is none")
        whole = not scalar and any(text == UNKNOWN or STAND_IN.fullmatch(text) for text in texts)
        return written(shape, many) if whole and not plain_list(shape) else None

    def judge(self, call_parameters=None, **_):
        """Holds what would be sent against the service model, and ends the call there."""
        try:
            self.hold(call_parameters)
        except Fault as fault:
            self.fault = fault
        return 0

    def hold(self, parameters):
        shape = getattr(getattr(self.command, "_operation_model", None), "input_shape", None)
        if shape is None or not isinstance(parameters, dict):
            return
        # What --max-items and its like say to the CLI itself.
        sent = {name: value for name, value in parameters.items() if name != "PaginationConfig"}
        report = ParamValidator().validate(settled(shape, sent, ""), shape)
        faults = [line for line in report.generate_report().split("\n") if line and not self.excused(line)]
        if faults:
            raise Fault("; ".join(faults))

    def excused(self, line):
        return self.open and line.startswith("Missing required parameter in input:")


def likely(word, known):
    """The word that was meant, perhaps."""
    near = difflib.get_close_matches(word, known, 1)
    return f": is {near[0]} meant?" if near else ""


def closed(words):
    """The arguments that are written out, and whether there may be more: "$@", or an ellipsis."""
    arguments = []
    for word in words:
        after_option = bool(arguments) and arguments[-1].startswith("--")
        if word.text in ELLIPSES and after_option:
            arguments.append(UNKNOWN)
        elif not (word.text in ELLIPSES or word.many):
            arguments.append(word.text)
    return arguments, any(word.text in ELLIPSES or word.many for word in words)


def without_taken_off(arguments):
    kept, skip = [], 0
    for argument in arguments:
        if skip:
            skip -= 1
        elif argument in TAKEN_OFF:
            skip = TAKEN_OFF[argument]
        else:
            kept.append(argument)
    return kept


def named(arguments):
    """The words before the first option: service, command, and for `wait` what is waited for."""
    count = 3 if arguments[1:2] == ["wait"] else 2
    words = arguments[:count]
    return words[: next((at for at, word in enumerate(words) if word.startswith("-")), count)]


def subcommands(command):
    if isinstance(command, awscli.customizations.commands.BasicCommand):
        return command._build_subcommand_table() or None
    if hasattr(command, "_get_command_table"):
        return command._get_command_table()
    return command.subcommand_table if hasattr(command, "subcommand_table") else None


def stub_high_level_commands(base):
    """Commands such as `aws s3 cp` parse their options and then do nothing."""
    for command in base.__subclasses__():
        if "_run_main" in vars(command):
            command._run_main = lambda *_, **__: 0
        stub_high_level_commands(command)


def check_s3_paths(name, words):
    """What the stub leaves out: `aws s3` looks at its paths only when it runs."""
    paths = [word for word in words if word.startswith("s3://") or UNKNOWN in word]
    if name in ("cp", "mv", "sync", "mb", "rb", "rm", "website", "presign") and not paths:
        raise Fault(f"aws s3 {name} names no s3://… path")


def of_the_learner(text):
    """What stands for a file that only the learner has."""
    kind, _, path = text.partition("://")
    if kind not in ("file", "fileb") or os.path.exists(path):
        return text
    return UNKNOWN if kind == "file" else f"fileb://{ARCHIVE}"


def holds_list(option, texts):
    """The CLI takes the text of a file for a list of texts apart into letters, unless it is a list in JSON."""
    path = texts[0].removeprefix("file://")
    if texts != [f"file://{path}"]:
        return
    with open(path, encoding="utf-8") as file:
        if not file.read().lstrip().startswith("["):
            raise Fault(f'--{option} takes a list, and {path} holds none: write "$(cat {path})"')


def plain_list(shape):
    """A list of texts is given word by word, and a word that is open is one of them."""
    return shape.type_name == "list" and shape.member.type_name not in ("structure", "list", "map")


def written(shape, many):
    """An example as it is written in a command."""
    value = example(shape)
    if many and plain_list(shape):
        return [str(item) for item in value]
    text = value if isinstance(value, str) else json.dumps(value)
    return [text] if many else text


def telling_line(text):
    """Of what the CLI says, with or without its usage, the line that says what is wrong."""
    lines = [line.strip() for line in text.split("\n") if line.strip()] or ["it is refused without a word"]
    telling = [line for line in lines if "error: " in line or line.startswith(("Unknown options", "Error "))]
    return (telling or lines)[0].split("error: ")[-1][:400]


def of_aws(words):
    """The words from `aws` on, where the command is one."""
    if words[0].raw in ("xargs", "timeout", "sudo", "watch"):
        words[0].many = words[0].raw == "xargs"
        at = next((at for at, word in enumerate(words) if word.raw == "aws"), len(words))
        return words[at:]
    return words if words[0].raw == "aws" else []


def main():
    os.environ.update({"AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "x", "AWS_DEFAULT_REGION": "us-east-1"})
    os.chdir(sys.argv[1])
    # Nothing is sent; should it ever be, nobody answers there. And an address as a value is a text, as in version 2.
    os.environ.update({"AWS_ENDPOINT_URL": "http://127.0.0.1:1", "AWS_CONFIG_FILE": os.path.abspath("check-config")})
    with open(os.environ["AWS_CONFIG_FILE"], "w") as config:
        config.write("[default]\ncli_follow_urlparam = false\n")
    zipfile.ZipFile(ARCHIVE, "w").close()
    driver, checked, faults, seen = Driver(), 0, [], {}
    for index, question in enumerate(json.load(sys.stdin)):
        for words in map(of_aws, commands(question["script"], question["line"])):
            if not words:
                continue
            checked += 1
            key = (question["mention"], *(word.text for word in words), any(word.many for word in words))
            if key not in seen:
                seen[key] = fault_of(driver, words, question["mention"])
            if seen[key]:
                shown = " ".join(word.raw for word in words[:3])
                faults.append({"question": index, "line": words[0].line, "command": shown, "fault": seen[key]})
    json.dump({"checked": checked, "faults": faults}, sys.stdout)


def fault_of(driver, words, mention):
    try:
        driver.check(words, mention)
    except Fault as fault:
        return str(fault)
    return None


if __name__ == "__main__":
    main()
