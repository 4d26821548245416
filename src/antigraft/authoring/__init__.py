"""What helps to write the files of a plan: JSON Schemas for editors."""
