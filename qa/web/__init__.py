"""The web interface: tabs made with Gradio on a FastAPI application. All imports of both are here."""

__all__: list[str] = []
