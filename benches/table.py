"""Figures as rows of a plain table: what was measured, the target beside it, and whether it is met."""

from dataclasses import dataclass


@dataclass
class Row:
    figure: str
    measured: str
    # Empty where nothing was promised; `met` is None then.
    target: str = ""
    met: bool | None = None

    def cells(self):
        verdict = {True: "met", False: "missed", None: ""}[self.met]
        return [self.figure, self.measured, self.target, verdict]


def at_most(figure, value, limit, unit, digits=1):
    """A row whose value must not exceed the limit, both in the same unit."""
    return Row(figure, f"{value:.{digits}f} {unit}", f"at most {limit} {unit}", value <= limit)


def at_least(figure, value, limit, unit):
    """A row whose value must reach the limit, both in the same unit."""
    return Row(figure, f"{value:.1f} {unit}", f"at least {limit} {unit}", value >= limit)


def none_of(figure, found):
    """A row that must find nothing, and a row below it for each thing that it found."""
    count = str(len(found)) if found else "none"
    return [Row(figure, count, "none", not found), *(Row(f"  {name}", "") for name in found)]


def print_table(rows):
    if not rows:
        return
    lines = [["figure", "measured", "target", ""], *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(4)]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())
