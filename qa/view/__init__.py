"""What the web page shows, as HTML: pure functions from values to escaped text, no web framework.

Text from documents reaches the page only through `markup.text` and `markup.marked`, which escape.
"""

__all__: list[str] = []
