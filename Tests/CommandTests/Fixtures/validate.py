"""validate.py SCHEMA FILE: ends with 1 and the mistakes where FILE does not keep to the JSON Schema."""

import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as schema, open(sys.argv[2], encoding="utf-8") as file:
    validator = jsonschema.Draft202012Validator(json.load(schema))
    mistakes = [f"{mistake.json_path}: {mistake.message}" for mistake in validator.iter_errors(json.load(file))]
print("\n".join(mistakes))
sys.exit(1 if mistakes else 0)
