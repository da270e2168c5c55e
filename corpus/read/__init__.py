"""One reader a format; what comes out is the same for all: lines with page and line numbers.

`formats.read` looks at the bytes, chooses the reader, and turns what goes wrong into problems.
"""

__all__: list[str] = []
