"""What the command line says of itself: click's words in the user's language.

Help is in the language set by $CHIDAO_LANG; mistakes are told in Vietnamese, as all errors are.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import _GeneratorContextManager

import click

from qa.messages import say

__all__ = ["Command", "Group", "explain"]


class _Formatter(click.HelpFormatter):
    """Writes help with our words in the place of click's."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        args = args.replace("[OPTIONS]", f"[{say('usage.options')}]")
        args = args.replace("COMMAND [ARGS]...", f"{say('usage.command')} …")
        super().write_usage(prog, args, prefix or f"{say('usage.usage')}: ")

    def section(self, name: str) -> _GeneratorContextManager[None]:
        known = {"Options": "usage.options_heading", "Commands": "usage.commands_heading"}
        return super().section(say(known[name]) if name in known else name)

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        help_text = ("Show this message and exit.", say("option.help"))
        default = ("[default: ", f"[{say('usage.default')}: ")
        told = [(name, text.replace(*help_text).replace(*default)) for name, text in rows]
        super().write_dl(told, col_max, col_spacing)


class _Context(click.Context):
    formatter_class = _Formatter


class Command(click.Command):
    """A command whose help is in the user's language."""

    context_class = _Context


class Group(click.Group):
    """Commands whose help is in the user's language."""

    context_class = _Context
    command_class = Command


def explain(error: click.ClickException) -> str:
    """What is wrong with the words of the command line, in one line."""
    where = (
        error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "chidao"
    )
    see = f"Xem: {where} --help"
    match error:
        case click.NoSuchOption():
            return f"Không có tùy chọn {error.option_name}. {see}"
        case click.BadOptionUsage():
            lacks = "requires" in error.message
            needed = "cần có giá trị đi kèm" if lacks else "không nhận giá trị"
            return f"Tùy chọn {error.option_name} {needed}. {see}"
        case click.MissingParameter() if error.param is not None:
            return f"Thiếu {error.param.make_metavar(error.ctx or _Context(Command('')))}. {see}"
        case click.BadParameter() if error.param is not None:
            return f"Giá trị không hợp lệ cho {error.param.opts[0]}: {_wanted(error)}"
        case click.UsageError() if error.message.startswith("No such command"):
            return f"Không có lệnh {error.message.split()[-1].strip('.')}. {see}"
        case click.UsageError() if error.message.startswith("Got unexpected extra"):
            rest = error.message.partition("(")[2].rstrip(")")
            return f"Thừa: {rest}. Câu có nhiều từ phải đặt trong dấu ngoặc kép. {see}"
    return error.format_message()


def _wanted(error: click.BadParameter) -> str:
    """What the value should have been; our own types say it themselves."""
    kind = error.param.type if error.param is not None else None
    if isinstance(kind, click.Choice):
        return f"chọn một trong {', '.join(map(str, kind.choices))}"
    if isinstance(kind, click.IntRange):
        return f"cần một số nguyên từ {kind.min} đến {kind.max}"
    if isinstance(kind, click.Path):
        return "đó là thư mục, không phải tệp" if "directory" in error.message else "không mở được"
    return error.message
