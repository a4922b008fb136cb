"""Text -> findings. The only room that imports Presidio and spaCy; both lazily."""
