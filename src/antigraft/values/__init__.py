"""The smallest facts of a plan: money, years, dates, keys and closed vocabularies.

Every function here takes the text that stands in the YAML file and returns a typed value,
or raises through :func:`antigraft.values.fault.fault` with one Thai and one English sentence.
"""
