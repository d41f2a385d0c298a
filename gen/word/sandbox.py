"""What a template may say: an expression of a person's template in, safe WordprocessingML text out.

Jinja's sandbox keeps Python's inner parts away; here nothing of Python is left at all. Values are
JSON: a field is a key of an object, never an attribute of it, and nothing can be called but what
counts a loop. What cannot be printed as words is refused instead of printed as `None` or `[]`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, cast

from jinja2 import StrictUndefined
from jinja2.exceptions import TemplateRuntimeError, UndefinedError
from jinja2.runtime import Context, LoopContext, Undefined
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import Namespace, missing, pass_context
from markupsafe import Markup, escape

from gen import findings
from gen.swedish.filters import FILTERS
from gen.word.blocks import Writer, plain, run_text
from gen.word.faults import Refused

MAX_COUNTED: Final = 100_000
"""How many numbers `range` gives in one document, all loops together."""

_MAX_NUMBER = 10**9

WRITER: Final = "blocks writer"
"""The rendering's `Writer` among the context's names: with a blank, so no template can say it."""

# Those of Jinja's filters that neither make mark-up of text (`safe`, `e`, `tojson`, `xmlattr`),
# nor reach into objects (`attr`), nor differ from run to run (`random`), nor blow a text up
# (`center`, `indent`, `format`, `batch`, `slice`).
_FILTERS: Final = (
    "abs capitalize count d default dictsort first groupby int items join last length list "
    "lower map max min reject rejectattr replace reverse round select selectattr sort string "
    "sum title trim truncate unique upper wordcount"
)


class MissingField(UndefinedError):  # noqa: N818
    """A name that is not there: `owner` is the value where it was sought, None for the context."""

    def __init__(self, owner: object, name: str) -> None:
        super().__init__(f"{name} is missing")
        self.owner, self.name = owner, name


class Wordml(Markup):
    """Text that is WordprocessingML already, made here and nowhere else."""


class _Absent(StrictUndefined):
    """Says which name of which value was missing, once it is used."""

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        def fault(_: str) -> Exception:
            if name is None:  # what a filter or a loop has none of: `first` of an empty list
                return Refused(findings.TEMPLATE_NO_VALUE)
            return MissingField(None if obj is missing else obj, str(name))

        super().__init__(hint, obj, name, cast("type[TemplateRuntimeError]", fault))


class Range:
    """`range` with an end: the numbers of all loops of one document are counted together."""

    def __init__(self) -> None:
        self._left = MAX_COUNTED

    def __call__(self, *limits: int) -> range:
        numbers = range(*limits)
        try:
            self._left -= len(numbers)
        except OverflowError:  # more than a machine's own integer
            self._left = -1
        if self._left < 0:
            raise Refused(findings.TEMPLATE_TOO_LARGE)
        return numbers


class Environment(SandboxedEnvironment):
    """Jinja with what a template needs and nothing else."""

    # `'%999999999d' % 1` and `'x' * 999999999` fill the memory.
    intercepted_binops = frozenset({"*", "**", "%"})

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The field of an object, never an attribute, so that `x.items` is the field `items`."""
        if isinstance(obj, LoopContext | Namespace) and not attribute.startswith("_"):
            return super().getattr(obj, attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """`obj[argument]` of JSON; a missing name is told when it is used."""
        if isinstance(obj, Undefined):
            str(obj)  # raises, with the name that was missing first
        if isinstance(obj, Mapping | list | tuple | str):
            try:
                return obj[argument]
            except (TypeError, LookupError):
                pass
        if isinstance(argument, str) and argument.startswith("_"):
            raise Refused(findings.TEMPLATE_FORBIDDEN)
        return self.undefined(obj=obj, name=argument)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """Call what counts a loop, and nothing else."""
        if isinstance(__obj, Undefined):
            str(__obj)
        of_loop = isinstance(getattr(__obj, "__self__", None), LoopContext)
        if of_loop or isinstance(__obj, Range) or __obj is Namespace:
            return __context.call(__obj, *args, **kwargs)
        raise Refused(findings.TEMPLATE_FORBIDDEN)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic on numbers of a sane size alone, and no powers."""
        for operand in (left, right):
            if isinstance(operand, Undefined):
                str(operand)
        numbers = isinstance(left, int) and isinstance(right, int)
        if operator == "**" or not numbers or max(abs(left), abs(right)) > _MAX_NUMBER:
            raise Refused(findings.TEMPLATE_FORBIDDEN)
        return super().call_binop(context, operator, left, right)


@functools.cache
def environment() -> Environment:
    """The one environment of the process, with the Swedish filters."""
    made = Environment(autoescape=True, undefined=_Absent, finalize=_printed)
    made.filters = {name: made.filters[name] for name in _FILTERS.split()}
    made.filters.update(FILTERS)
    made.filters.update(_stycken=_paragraphs, _en_rad=_one_line, _lista=_listed)
    made.globals = {"namespace": Namespace}
    return made


@pass_context
def _printed(_: Context, value: object) -> Wordml:
    """What `{{ value }}` prints in a run: text and whole numbers.

    Asks for the context so that Jinja does not try it on constants while it compiles, where a
    refusal has no place.
    """
    if isinstance(value, Wordml):
        return value
    return Wordml(run_text(_words(value)))


def _one_line(value: object) -> Wordml:
    """What `{{ value }}` prints in an attribute, a field code or a property of the document."""
    return Wordml(escape(re.sub(r"[\n\t]+", " ", plain(_words(value)))))


def _words(value: object) -> str:
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Undefined):
        str(value)  # raises
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise unprintable(value)


def unprintable(value: object) -> Refused:
    """What is said of a value that cannot be printed as words."""
    if value is None:
        return Refused(findings.TEMPLATE_NO_VALUE)
    if isinstance(value, Mapping) and "block" in value:
        return Refused(findings.TEMPLATE_BLOCK_INLINE)
    if isinstance(value, bool):
        return Refused(
            findings.TEMPLATE_NOT_TEXT,
            slag="ett ja eller nej",
            råd="Fråga med {% if … %} och skriv orden i mallen.",
        )
    if isinstance(value, float):
        return Refused(
            findings.TEMPLATE_NOT_TEXT,
            slag="ett tal med decimaler",
            råd="Använd ett filter som skriver talet på svenska.",
        )
    if isinstance(value, Mapping):
        return Refused(
            findings.TEMPLATE_NOT_TEXT,
            slag="en grupp av fält",
            råd="Skriv vilket av fälten som menas, efter en punkt.",
        )
    if isinstance(value, list | tuple):
        return Refused(
            findings.TEMPLATE_NOT_TEXT,
            slag="en lista",
            råd="Upprepa med {% for … in … %}, eller foga ihop med ett filter.",
        )
    return Refused(findings.TEMPLATE_FORBIDDEN)  # a part of Jinja itself: `loop`, `namespace`


@pass_context
def _paragraphs(context: Context, value: object) -> Wordml:
    """What `{{p value }}` prints: whole paragraphs."""
    if isinstance(value, Undefined):
        str(value)
    blocks = value.get("block") if isinstance(value, Mapping) else None
    if not isinstance(blocks, list):
        raise Refused(findings.TEMPLATE_TEXT_AS_BLOCK)
    writer: Writer = context[WRITER]
    return Wordml(writer.write(blocks))


def _listed(value: object) -> Iterable[object]:
    """What `{% for … in value %}` goes over. A text would be taken letter by letter."""
    if isinstance(value, Undefined):
        str(value)
    if isinstance(value, str | Mapping) or not isinstance(value, Iterable):
        raise Refused(findings.TEMPLATE_NOT_LIST)
    return value
