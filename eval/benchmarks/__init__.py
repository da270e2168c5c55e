"""What chidao costs beside what a user would pick instead; run by hand, never timed in tests."""

__all__: list[str] = []
