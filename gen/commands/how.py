"""The options of every command that makes documents, declared once: typer's in, `Options` out."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_type_hints

from gen.commands.options import (
    AsJson,
    Dry,
    Granska,
    Jobb,
    Keep,
    Kluster,
    Mallar,
    Motor,
    Out,
    Overwrite,
    Register,
    Strict,
    policy,
)

if TYPE_CHECKING:
    from gen.building import Options


@dataclass(frozen=True, slots=True)
class How:
    """What was asked for, in the order in which help tells of it."""

    register: Register = None
    out: Out = Path("out")
    motor: Motor = None
    jobb: Jobb = None
    kluster: Kluster = None
    mallar: Mallar = None
    keep: Keep = False
    overwrite: Overwrite = False
    strict: Strict = False
    granska: Granska = False
    dry: Dry = False
    as_json: AsJson = False

    def options(
        self,
        *,
        arenden: Iterable[str] | None = None,
        paragrafer: str | None = None,
        utkast: bool = False,
    ) -> Options:
        """The same as the recipe takes it.

        UsageError: two of them cannot both be meant. EngineError: there is no veraPDF to ask.
        """
        from gen.building import Options

        if self.granska:
            from gen.pdf import verapdf

            verapdf.program()  # told before the work, not after it

        return Options(
            out=self.out,
            register=self.register,
            engine=self.motor,
            templates=self.mallar,
            policy=policy(keep=self.keep, overwrite=self.overwrite),
            strict=self.strict,
            dry=self.dry,
            arenden=tuple(arenden or ()),
            paragrafer=paragrafer or "",
            utkast=utkast,
            workers=self.jobb,
            cluster=self.kluster,
        )


def with_how(function: Callable[..., None]) -> Callable[..., None]:
    """A function that takes `how`, as typer is to see it: with each option of `How` in its place.

    Typer makes a command's options of its signature, and knows no parameter that is several.
    """
    own = inspect.signature(function, eval_str=True)
    hints = get_type_hints(How, include_extras=True)
    parameters = [part for part in own.parameters.values() if part.name != "how"]
    parameters += [
        inspect.Parameter(
            field.name,
            inspect.Parameter.POSITIONAL_OR_KEYWORD,
            default=field.default,
            annotation=hints[field.name],
        )
        for field in fields(How)
    ]

    @functools.wraps(function)
    def taken_apart(**typed: Any) -> None:
        how = How(**{field.name: typed.pop(field.name) for field in fields(How)})
        function(**typed, how=how)

    taken_apart.__annotations__ = {part.name: part.annotation for part in parameters}
    vars(taken_apart)["__signature__"] = own.replace(parameters=parameters)
    return taken_apart
