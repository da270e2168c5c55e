"""Side by side: chidao and what a user would pick instead, same texts, same questions.

`python -m eval.benchmarks.side_by_side DIR` prints the table; nothing here is a test.
"""
