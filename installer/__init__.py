"""Builds what IT installs. Called by the Makefile; the agent knows nothing of it."""
