"""Which model a library's vectors are of, and whether that is the present one."""

from __future__ import annotations

from corpus.errors import EncoderMismatchError
from index.embed import forget_vectors
from index.encoder import EMBEDDED, Encoder
from index.store import Store

__all__ = ["check_model", "prepare_model"]


def check_model(store: Store, encoder: Encoder) -> None:
    """See that the library's vectors are of the present model, or may be made anew.

    Raises:
        EncoderMismatchError: they are of another one.
    """
    made_by = store.meta("encoder_fingerprint")
    if made_by is None or made_by == encoder.fingerprint:
        return
    name = store.meta("encoder_name")
    if name != EMBEDDED or encoder.name != EMBEDDED:
        # A new version of the embedded one takes over by itself: it takes seconds.
        raise EncoderMismatchError(
            f"Thư viện lập bằng mô hình “{name}”, nay mở bằng “{encoder.name}”. "
            f"Hãy đặt CHIDAO_MODEL={name}, hoặc lập lại: chidao index --rebuild"
        )


def prepare_model(store: Store, encoder: Encoder, *, rebuild: bool = False) -> None:
    """Let the present model be the library's. Only for the holder of the writer's lock.

    Raises:
        EncoderMismatchError: the library is another model's, and not `rebuild`.
    """
    if not rebuild:
        check_model(store, encoder)
        if store.meta("encoder_fingerprint") == encoder.fingerprint:
            return
    with store.transaction():
        forget_vectors(store)
        if rebuild:
            store.change("UPDATE files SET digest = NULL")
        store.set_meta("encoder_name", encoder.name)
        store.set_meta("encoder_fingerprint", encoder.fingerprint)
