"""Tests: one file a part, each test with one sentence of behaviour."""
