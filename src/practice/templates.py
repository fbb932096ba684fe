"""Mapping templates of API Gateway: of the Velocity Template Language, what people write in them. What is not played here is
said, and never guessed (API Gateway Developer Guide, "Mapping template transformations for REST APIs", "Variables for data
transformations for API Gateway"; Apache Velocity User Guide).
"""

import base64
import json
import re
from urllib.parse import quote_plus, unquote_plus

NAME = r"[A-Za-z][A-Za-z0-9_]*"
DIRECTIVE = re.compile(r"#\{?([a-z]+)\}?")
UNPLAYED = ("macro", "parse", "include", "evaluate", "define", "break", "stop")
# From the loosest to the closest.
OPERATORS = [(r"\|\||or\b",), (r"&&|and\b",), (r"==|eq\b|!=|ne\b",), (r"<=|le\b|>=|ge\b|<|lt\b|>|gt\b",), (r"[+-]",), (r"[*/%]",)]
WORDS = {"or": "||", "and": "&&", "eq": "==", "ne": "!=", "le": "<=", "ge": ">=", "lt": "<", "gt": ">"}
# Whose members are nothing, and not themselves, when they are not there.
ROOTS = ("input", "util", "context", "stageVariables")
MOST_STEPS = 100_000


class Unplayed(Exception):
    """What a template has and is not played here."""


def render(template, body, params, context, variables):
    """What a template makes of a request with this body and these parameters."""
    values = {"input": Input(body, params), "util": Util(), "context": context, "stageVariables": variables}
    reader = Reader(template)
    parts, ended = reader.block()
    if ended:
        raise Unplayed(f"#{ended} without a beginning")
    return Rendering(values).text(parts)


class Reader:
    """Reads a template into parts: texts, and tuples whose first member says what they are."""

    def __init__(self, text):
        self.text, self.at = text, 0

    def take(self, pattern):
        found = re.compile(pattern, re.DOTALL).match(self.text, self.at)
        if found:
            self.at = found.end()
        return found

    def need(self, pattern, what):
        found = self.take(r"\s*" + pattern)
        if not found:
            raise Unplayed(f"{what} near {self.text[self.at:self.at + 20]!r}")
        return found

    def block(self):
        """The parts up to a directive that ends them, and its name."""
        parts = []
        while self.at < len(self.text):
            if self.take(r"##[^\n]*\n?|#\*.*?\*#"):
                continue
            directive = DIRECTIVE.match(self.text, self.at)
            word = directive[1] if directive else ""
            if word in ("end", "else", "elseif"):
                self.at = directive.end()
                return parts, word
            if word in UNPLAYED or self.text.startswith(("#[[", "\\$", "\\#"), self.at):
                raise Unplayed(self.text[self.at : self.at + 12])
            if word in ("set", "if", "foreach"):
                self.at = directive.end()
                parts.append(getattr(self, f"read_{word}")())
            else:
                parts.append(self.reference() or self.take(r".[^#$\\]*")[0])
        return parts, None

    def read_set(self):
        name = self.need(rf"\(\s*\$\{{?({NAME})\}}?\s*=", "what #set sets")[1]
        value = self.expression()
        self.need(r"\)[ \t]*\n?", "the end of #set")
        return "set", name, value

    def read_foreach(self):
        name = self.need(rf"\(\s*\$\{{?({NAME})\}}?\s+in\b", "what #foreach is about")[1]
        values = self.expression()
        self.need(r"\)", "the end of #foreach")
        parts, ended = self.block()
        if ended != "end":
            raise Unplayed("#foreach without #end")
        return "foreach", name, values, parts

    def read_if(self):
        branches, ended = [], "elseif"
        while ended == "elseif":
            self.need(r"\(", "the condition")
            condition = self.expression()
            self.need(r"\)", "the end of the condition")
            parts, ended = self.block()
            branches.append((condition, parts))
        if ended == "else":
            parts, ended = self.block()
            branches.append((("value", True), parts))
        if ended != "end":
            raise Unplayed("#if without #end")
        return "if", branches

    def reference(self):
        begun = self.at
        found = self.take(rf"\$(!?)(\{{?)({NAME})")
        if not found:
            return None
        steps = []
        while True:
            if member := self.take(rf"\.({NAME})"):
                steps.append((member[1], self.arguments() if self.take(r"\(") else None))
            elif self.take(r"\["):
                steps.append(("[]", [self.expression()]))
                self.need(r"\]", "the end of the index")
            else:
                break
        if found[2]:
            self.need(r"\}", "the end of the reference")
        return "reference", found[3], steps, bool(found[1]), self.text[begun : self.at]

    def arguments(self, end=r"\)"):
        arguments = []
        while not self.take(r"\s*" + end):
            if arguments:
                self.need(",", "a comma")
            arguments.append(self.expression())
        return arguments

    def expression(self, level=0):
        if level == len(OPERATORS):
            return self.unary()
        left = self.expression(level + 1)
        while operator := self.take(rf"\s*({OPERATORS[level][0]})"):
            left = ("operation", WORDS.get(operator[1], operator[1]), left, self.expression(level + 1))
        return left

    def unary(self):
        if self.take(r"\s*(!|not\b)"):
            return "not", self.unary()
        if self.take(r"\s*\("):
            inner = self.expression()
            self.need(r"\)", "a closing bracket")
            return inner
        if number := self.take(r"\s*(-?\d+(\.\d+)?)"):
            return "value", float(number[1]) if number[2] else int(number[1])
        if word := self.take(r"\s*(true|false|null)\b"):
            return "value", {"true": True, "false": False, "null": None}[word[1]]
        if text := self.take(r"\s*'((?:[^']|'')*)'"):
            return "value", text[1].replace("''", "'")
        if text := self.take(r'\s*"((?:[^"]|"")*)"'):
            parts, _ = Reader(text[1].replace('""', '"')).block()
            return "text", parts
        if self.take(r"\s*\["):
            return "list", self.arguments(r"\]")
        self.take(r"\s*")
        if reference := self.reference():
            return reference
        raise Unplayed(f"an expression near {self.text[self.at:self.at + 20]!r}")


class Rendering:
    def __init__(self, values):
        self.values, self.steps = dict(values), 0

    def text(self, parts):
        return "".join(self.part(part) for part in parts)

    def part(self, part):
        self.steps += 1
        if self.steps > MOST_STEPS:
            raise Unplayed("a template of so many steps")
        if isinstance(part, str):
            return part
        kind, *of = part
        return getattr(self, f"part_{kind}")(*of)

    def part_set(self, name, expression):
        value = self.value(expression)
        if value is not None:
            self.values[name] = value
        return ""

    def part_if(self, branches):
        return self.text(next((parts for condition, parts in branches if is_true(self.value(condition))), []))

    def part_foreach(self, name, expression, parts):
        values = self.value(expression)
        if not isinstance(values, list):
            raise Unplayed("#foreach about something else than a list")
        return "".join(self.text([("set", name, ("value", value)), *parts]) for value in values)

    def part_reference(self, root, steps, is_quiet, source):
        value = self.value_reference(root, steps)
        if value is None:
            return "" if is_quiet or root in ROOTS else source
        return written(value)

    def value(self, expression):
        kind, *of = expression
        return getattr(self, f"value_{kind}")(*of)

    def value_value(self, value):
        return value

    def value_text(self, parts):
        return self.text(parts)

    def value_list(self, elements):
        return [self.value(element) for element in elements]

    def value_not(self, inner):
        return not is_true(self.value(inner))

    def value_reference(self, root, steps, *_):
        value = self.values.get(root)
        for name, arguments in steps:
            if value is None:
                return None
            given = None if arguments is None else [self.value(argument) for argument in arguments]
            value = member(value, name, given)
        return value

    def value_operation(self, operator, left, right):
        left = self.value(left)
        if operator in ("||", "&&"):
            return is_true(left) if is_true(left) == (operator == "||") else is_true(self.value(right))
        right = self.value(right)
        if operator in ("==", "!="):
            if None not in (left, right) and type(left) is not type(right):
                raise Unplayed("a comparison of different kinds")
            return (left == right) == (operator == "==")
        if not all(type(side) in (int, float) for side in (left, right)) or operator in "/%" and right == 0:
            raise Unplayed(f"{operator} of something else than numbers")
        return ARITHMETIC[operator](left, right)


ARITHMETIC = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: int(a / b) if type(a) is type(b) is int else a / b,
    "%": lambda a, b: a - b * int(a / b),
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


def is_true(value):
    """Versions of Velocity differ about what is empty."""
    if value is None or isinstance(value, bool):
        return bool(value)
    if not value:
        raise Unplayed("a condition on something empty")
    return True


def written(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (str, int)):
        return str(value)
    raise Unplayed("a list or an object as a text")


def member(of, name, arguments):
    """A member of a value, or what its method gives."""
    if isinstance(of, (Input, Util)):
        method = getattr(of, f"vtl_{name}", None)
        if method is None or (arguments is None) != (name == "body"):
            raise Unplayed(f".{name}")
        return method(*(arguments or []))
    if isinstance(of, dict) and (arguments is None or name in ("get", "[]")):
        return of.get(name if arguments is None else arguments[0])
    method = METHODS.get((type(of), "get" if name == "[]" else name))
    if method is None or arguments is None:
        raise Unplayed(f".{name}")
    try:
        return method(of, *arguments)
    except (TypeError, IndexError, ValueError) as error:
        raise Unplayed(f".{name}: {error}") from error


METHODS = {
    (str, "toString"): lambda text: text,
    (str, "equals"): lambda text, other: text == other,
    (str, "isEmpty"): lambda text: not text,
    (str, "length"): len,
    (str, "trim"): str.strip,
    (str, "toLowerCase"): str.lower,
    (str, "toUpperCase"): str.upper,
    (str, "startsWith"): lambda text, other: text.startswith(other),
    (str, "endsWith"): lambda text, other: text.endswith(other),
    (str, "contains"): lambda text, other: other in text,
    (str, "replace"): lambda text, old, new: text.replace(old, new),
    (str, "concat"): lambda text, other: text + other,
    (str, "substring"): lambda text, *places: text[slice(*places)],
    (int, "toString"): str,
    (list, "size"): len,
    (list, "isEmpty"): lambda values: not values,
    (list, "get"): lambda values, place: values[place],
    (list, "contains"): lambda values, value: value in values,
    (dict, "size"): len,
    (dict, "isEmpty"): lambda values: not values,
    (dict, "containsKey"): lambda values, name: name in values,
    (dict, "keySet"): list,
}


class Input:
    """What the caller sent."""

    def __init__(self, body, params):
        self.body, self.params = body, params

    def vtl_body(self):
        return self.body

    def vtl_params(self, *names):
        if len(names) != 1:
            raise Unplayed("$input.params() without a name")
        return str(self.params.get(names[0], ""))

    def vtl_path(self, path):
        try:
            value = json.loads(self.body or "{}")
        except ValueError:
            return ""
        if not re.fullmatch(rf"\$(\.{NAME}|\[\d+\]|\['[^']+'\])*", path):
            raise Unplayed(f"the path {path}")
        for name, place, quoted in re.findall(rf"\.({NAME})|\[(\d+)\]|\['([^']+)'\]", path):
            is_there = int(place) < len(value) if place and isinstance(value, list) else not place and isinstance(value, dict)
            value = (value[int(place)] if place else value.get(name or quoted)) if is_there else None
        return "" if value is None else value

    def vtl_json(self, path):
        return json.dumps(self.vtl_path(path), separators=(",", ":"), ensure_ascii=False)


class Util:
    def vtl_escapeJavaScript(self, text):
        return re.sub(r"""['"\\/]""", r"\\\g<0>", str(text)).replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")

    def vtl_urlEncode(self, text):
        return quote_plus(str(text), safe="*")

    def vtl_urlDecode(self, text):
        return unquote_plus(str(text))

    def vtl_base64Encode(self, text):
        return base64.b64encode(str(text).encode()).decode()

    def vtl_base64Decode(self, text):
        try:
            return base64.b64decode(str(text)).decode()
        except ValueError as error:
            raise Unplayed(f"base64: {error}") from error

    def vtl_parseJson(self, text):
        try:
            return json.loads(str(text))
        except ValueError as error:
            raise Unplayed(f"$util.parseJson: {error}") from error
