"""Attempt + findings + facts + rules -> decision. Pure but for `load.py`, which reads a policy folder."""
