"""The web interface: tabs made with Gradio on a FastAPI application, imported nowhere else."""

__all__: list[str] = []
