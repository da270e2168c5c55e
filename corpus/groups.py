"""Where the words of a class of bodies end: "Các Sở, ban, ngành thuộc tỉnh có liên quan | tổ chức …"."""

from __future__ import annotations

from corpus import class_words, naming
from corpus.extents import likely_end
from corpus.names import Names
from corpus.narrowing import narrowed
from corpus.verbs import ends_name, opens_order, surely_opens_order

__all__ = ["Groups"]


class Groups:
    """Reads classes of bodies out of one text, behind the words that open them."""

    def __init__(self, text: str, folded: str, names: Names) -> None:
        """Prepare to read `text`, whose folded form is `folded`."""
        self.text = text
        self.folded = folded
        self.names = names

    def end(self, start: int, at: int) -> int:
        """Where a group ends that begins at `start`, and whose first words end at `at`."""
        end = self._words_end(at)
        likely = likely_end(self.text, self.folded, start, end)
        # "Các sở, ngành, | xây dựng kế hoạch": an order behind a comma, unless one follows the whole.
        ordered = self.folded.startswith(", ", end) and opens_order(self.folded, end + 2)
        return end if ordered and not opens_order(self.folded, likely + 1) else likely

    def _words_end(self, at: int) -> int:
        """Where the words of a group end that go on at `at`: before a verb, a colon, a full stop or another body."""
        here = self._tails_end(self._noun_end(at))
        while gap := class_words.GROUP_GOES_ON.match(self.folded, here):
            then = gap.end()
            # A capital within a list is a name's ("các Ban Xây dựng Đảng"), not a verb's.
            named = self.text[then].isupper() and "," not in gap.group()
            over = (ends_name(self.folded, then) and not named) or self._place_over(here, then)
            if over or naming.NEW_ITEM.match(self.folded, then):
                break
            if self.folded.startswith("và ", then) and self.names.item_opens(then + 3):
                break
            if self.text[then].isupper() and self.text[here] == "," and self.names.body(then):
                break
            end = self._noun_end(then)
            if end == then:
                break
            here = self._tails_end(end)
        dangling = class_words.DANGLING.search(self.folded, at, here)
        return dangling.start() if dangling else here

    def _place_over(self, here: int, then: int) -> bool:
        """Whether a class ends with its place before the word at `then`: "Lực lượng vũ trang tỉnh | giúp"."""
        return (
            self.text[here:then] == " "
            and self.text[then].islower()
            and naming.PLACE_LAST.search(self.folded, 0, here) is not None
            and not naming.NAME_GOES_ON.match(self.folded, then)
            and not class_words.GROUP_TAIL.match(self.folded, here)
        )

    def _noun_end(self, at: int) -> int:
        """The end of the noun, of one or several syllables, that stands at `at`."""
        word = class_words.GROUP_NOUN.match(self.folded, at) or naming.WORD.match(self.text, at)
        return word.end() if word else at

    def _tails_end(self, at: int) -> int:
        """The end of the phrases that narrow a group down ("có liên quan", "thuộc tỉnh")."""
        while True:
            if tail := class_words.GROUP_TAIL.match(self.folded, at):
                at = tail.end()
            elif (area := class_words.IN_AREA.match(self.folded, at)) and surely_opens_order(
                self.folded, area.end()
            ):
                return area.end() - 1
            elif council := class_words.OF_COUNCIL.match(self.folded, at):
                at = council.end()
            elif (of := class_words.OF_BODY.match(self.text, at)) and (
                body := self.names.body(of.end())
            ):
                at = body[-1].end
            else:
                places = self.folded[:at].endswith(("địa phương", "xã, phường", "tỉnh, thành phố"))
                return narrowed(self.text, self.folded, self.names.registry, at) if places else at
