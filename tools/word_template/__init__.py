"""What the Word templates hold (see ``tools/build_word_template.py``)."""
