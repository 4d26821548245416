"""Core schemas of the records, made by ``antigraft.model.compiling``. Do not edit."""

# Nobody writes this by hand, so how it is written is judged by nobody.
# ruff: noqa
from typing import Any

import antigraft.model.approval
import antigraft.model.budget
import antigraft.model.charter
import antigraft.model.discrepancy
import antigraft.model.front
import antigraft.model.indicator
import antigraft.model.item
import antigraft.model.order
import antigraft.model.progress
import antigraft.model.publication
import antigraft.model.risk
import antigraft.values.keys
import antigraft.values.money
import antigraft.values.numbers
import antigraft.values.words
import antigraft.values.years

SCHEMAS: dict[str, Any] = {
    "Charter": {
        'type': 'model',
        'cls': antigraft.model.charter.Charter,
        'schema': {
            'type': 'model-fields',
            'fields': {
                'title': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'str',
                    },
                },
                'organisation': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'model',
                        'cls': antigraft.model.charter.Organisation,
                        'schema': {
                            'type': 'model-fields',
                            'fields': {
                                'id': {
                                    'type': 'model-field',
                                    'schema': {
                                        'type': 'default',
                                        'schema': {
                                            'type': 'nullable',
                                            'schema': {
                                                'type': 'function-plain',
                                                'function': {
                                                    'type': 'no-info',
                                                    'function': antigraft.values.keys.parse_office_id,
                                                },
                                            },
                                        },
                                        'default': None,
                                    },
                                },
                                'name': {
                                    'type': 'model-field',
                                    'schema': {
                                        'type': 'str',
                                    },
                                },
                                'short_name': {
                                    'type': 'model-field',
                                    'schema': {
                                        'type': 'str',
                                    },
                                },
                                'district': {
                                    'type': 'model-field',
                                    'schema': {
                                        'type': 'str',
                                    },
                                },
                                'province': {
                                    'type': 'model-field',
                                    'schema': {
                                        'type': 'str',
                                    },
                                },
                                'office': {
                                    'type': 'model-field',
                                    'schema': {
                                        'type': 'default',
                                        'schema': {
                                            'type': 'nullable',
                                            'schema': {
                                                'type': 'str',
                                            },
                                        },
                                        'default': None,
                                    },
                                },
                                'telephone': {
                                    'type': 'model-field',
                                    'schema': {
                                        'type': 'default',
                                        'schema': {
                                            'type': 'nullable',
                                            'schema': {
                                                'type': 'str',
                                            },
                                        },
                                        'default': None,
                                    },
                                },
                                'fax': {
                                    'type': 'model-field',
                                    'schema': {
                                        'type': 'default',
                                        'schema': {
                                            'type': 'nullable',
                                            'schema': {
                                                'type': 'str',
                                            },
                                        },
                                        'default': None,
                                    },
                                },
                                'website': {
                                    'type': 'model-field',
                                    'schema': {
                                        'type': 'default',
                                        'schema': {
                                            'type': 'nullable',
                                            'schema': {
                                                'type': 'str',
                                            },
                                        },
                                        'default': None,
                                    },
                                },
                            },
                            'model_name': 'Organisation',
                        },
                        "config": {"extra_fields_behavior": "forbid"},
                        "frozen": True,
                    },
                },
                'period': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'model',
                        'cls': antigraft.model.item.Period,
                        'schema': {
                            'type': 'model-fields',
                            'fields': {
                                'first_year': {
                                    'type': 'model-field',
                                    'schema': {
                                        'type': 'function-plain',
                                        'function': {
                                            'type': 'no-info',
                                            'function': antigraft.values.years.parse_year,
                                        },
                                    },
                                },
                                'last_year': {
                                    'type': 'model-field',
                                    'schema': {
                                        'type': 'function-plain',
                                        'function': {
                                            'type': 'no-info',
                                            'function': antigraft.values.years.parse_year,
                                        },
                                    },
                                },
                            },
                            'model_name': 'Period',
                        },
                        "config": {"extra_fields_behavior": "forbid"},
                        "frozen": True,
                    },
                },
                'dimensions': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'tuple',
                        'items_schema': [
                            {
                                'type': 'model',
                                'cls': antigraft.model.charter.Dimension,
                                'schema': {
                                    'type': 'model-fields',
                                    'fields': {
                                        'number': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'function-plain',
                                                'function': {
                                                    'type': 'no-info',
                                                    'function': antigraft.values.numbers.parse_whole,
                                                },
                                            },
                                        },
                                        'name': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'str',
                                            },
                                        },
                                        'missions': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'tuple',
                                                'items_schema': [
                                                    {
                                                        'type': 'model',
                                                        'cls': antigraft.model.charter.Mission,
                                                        'schema': {
                                                            'type': 'model-fields',
                                                            'fields': {
                                                                'number': {
                                                                    'type': 'model-field',
                                                                    'schema': {
                                                                        'type': 'function-plain',
                                                                        'function': {
                                                                            'type': 'no-info',
                                                                            'function': antigraft.values.keys.parse_mission_number,
                                                                        },
                                                                    },
                                                                },
                                                                'name': {
                                                                    'type': 'model-field',
                                                                    'schema': {
                                                                        'type': 'str',
                                                                    },
                                                                },
                                                                'name_in_table': {
                                                                    'type': 'model-field',
                                                                    'schema': {
                                                                        'type': 'default',
                                                                        'schema': {
                                                                            'type': 'nullable',
                                                                            'schema': {
                                                                                'type': 'str',
                                                                            },
                                                                        },
                                                                        'default': None,
                                                                    },
                                                                },
                                                                'headings': {
                                                                    'type': 'model-field',
                                                                    'schema': {
                                                                        'type': 'default',
                                                                        'schema': {
                                                                            'type': 'tuple',
                                                                            'items_schema': [
                                                                                {
                                                                                    'type': 'model',
                                                                                    'cls': antigraft.model.charter.Heading,
                                                                                    'schema': {
                                                                                        'type': 'model-fields',
                                                                                        'fields': {
                                                                                            'number': {
                                                                                                'type': 'model-field',
                                                                                                'schema': {
                                                                                                    'type': 'default',
                                                                                                    'schema': {
                                                                                                        'type': 'nullable',
                                                                                                        'schema': {
                                                                                                            'type': 'function-plain',
                                                                                                            'function': {
                                                                                                                'type': 'no-info',
                                                                                                                'function': antigraft.values.keys.parse_heading_number,
                                                                                                            },
                                                                                                        },
                                                                                                    },
                                                                                                    'default': None,
                                                                                                },
                                                                                            },
                                                                                            'name': {
                                                                                                'type': 'model-field',
                                                                                                'schema': {
                                                                                                    'type': 'str',
                                                                                                },
                                                                                            },
                                                                                        },
                                                                                        'model_name': 'Heading',
                                                                                    },
                                                                                    "config": {"extra_fields_behavior": "forbid"},
                                                                                    "frozen": True,
                                                                                },
                                                                            ],
                                                                            'variadic_item_index': 0,
                                                                        },
                                                                        'default': (),
                                                                    },
                                                                },
                                                            },
                                                            'model_name': 'Mission',
                                                        },
                                                        "config": {"extra_fields_behavior": "forbid"},
                                                        "frozen": True,
                                                    },
                                                ],
                                                'variadic_item_index': 0,
                                                'min_length': 1,
                                            },
                                        },
                                        'declared': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'model',
                                                'cls': antigraft.model.charter.Declared,
                                                'schema': {
                                                    'type': 'model-fields',
                                                    'fields': {
                                                        'items': {
                                                            'type': 'model-field',
                                                            'schema': {
                                                                'type': 'function-plain',
                                                                'function': {
                                                                    'type': 'no-info',
                                                                    'function': antigraft.values.numbers.parse_whole,
                                                                },
                                                            },
                                                        },
                                                        'budget': {
                                                            'type': 'model-field',
                                                            'schema': {
                                                                'type': 'dict',
                                                                'keys_schema': {
                                                                    'type': 'function-plain',
                                                                    'function': {
                                                                        'type': 'no-info',
                                                                        'function': antigraft.values.years.parse_year,
                                                                    },
                                                                },
                                                                'values_schema': {
                                                                    'type': 'function-plain',
                                                                    'function': {
                                                                        'type': 'no-info',
                                                                        'function': antigraft.values.money.parse_cell,
                                                                    },
                                                                },
                                                            },
                                                        },
                                                    },
                                                    'model_name': 'Declared',
                                                },
                                                "config": {"extra_fields_behavior": "forbid"},
                                                "frozen": True,
                                            },
                                        },
                                    },
                                    'model_name': 'Dimension',
                                },
                                "config": {"extra_fields_behavior": "forbid"},
                                "frozen": True,
                            },
                        ],
                        'variadic_item_index': 0,
                        'min_length': 1,
                    },
                },
                'declared': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'model',
                        'cls': antigraft.model.charter.Declared,
                        'schema': {
                            'type': 'model-fields',
                            'fields': {
                                'items': {
                                    'type': 'model-field',
                                    'schema': {
                                        'type': 'function-plain',
                                        'function': {
                                            'type': 'no-info',
                                            'function': antigraft.values.numbers.parse_whole,
                                        },
                                    },
                                },
                                'budget': {
                                    'type': 'model-field',
                                    'schema': {
                                        'type': 'dict',
                                        'keys_schema': {
                                            'type': 'function-plain',
                                            'function': {
                                                'type': 'no-info',
                                                'function': antigraft.values.years.parse_year,
                                            },
                                        },
                                        'values_schema': {
                                            'type': 'function-plain',
                                            'function': {
                                                'type': 'no-info',
                                                'function': antigraft.values.money.parse_cell,
                                            },
                                        },
                                    },
                                },
                            },
                            'model_name': 'Declared',
                        },
                        "config": {"extra_fields_behavior": "forbid"},
                        "frozen": True,
                    },
                },
                'shared_budgets': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'default',
                        'schema': {
                            'type': 'tuple',
                            'items_schema': [
                                {
                                    'type': 'model',
                                    'cls': antigraft.model.charter.SharedBudget,
                                    'schema': {
                                        'type': 'model-fields',
                                        'fields': {
                                            'items': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'tuple',
                                                    'items_schema': [
                                                        {
                                                            'type': 'function-plain',
                                                            'function': {
                                                                'type': 'no-info',
                                                                'function': antigraft.values.keys.parse_item_id,
                                                            },
                                                        },
                                                    ],
                                                    'variadic_item_index': 0,
                                                    'min_length': 2,
                                                },
                                            },
                                            'budget': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'dict',
                                                    'keys_schema': {
                                                        'type': 'function-plain',
                                                        'function': {
                                                            'type': 'no-info',
                                                            'function': antigraft.values.years.parse_year,
                                                        },
                                                    },
                                                    'values_schema': {
                                                        'type': 'function-plain',
                                                        'function': {
                                                            'type': 'no-info',
                                                            'function': antigraft.values.money.parse_cell,
                                                        },
                                                    },
                                                },
                                            },
                                            'note': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'str',
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                        },
                                        'model_name': 'SharedBudget',
                                    },
                                    "config": {"extra_fields_behavior": "forbid"},
                                    "frozen": True,
                                },
                            ],
                            'variadic_item_index': 0,
                        },
                        'default': (),
                    },
                },
                'risk_scale': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'model',
                        'cls': antigraft.model.charter.RiskScale,
                        'schema': {
                            'type': 'model-fields',
                            'fields': {
                                'preset': {
                                    'type': 'model-field',
                                    'schema': {
                                        'type': 'default',
                                        'schema': {
                                            'type': 'nullable',
                                            'schema': {
                                                'type': 'str',
                                            },
                                        },
                                        'default': None,
                                    },
                                },
                                'name': {
                                    'type': 'model-field',
                                    'schema': {
                                        'type': 'default',
                                        'schema': {
                                            'type': 'nullable',
                                            'schema': {
                                                'type': 'str',
                                            },
                                        },
                                        'default': None,
                                    },
                                },
                                'size': {
                                    'type': 'model-field',
                                    'schema': {
                                        'type': 'default',
                                        'schema': {
                                            'type': 'nullable',
                                            'schema': {
                                                'type': 'function-plain',
                                                'function': {
                                                    'type': 'no-info',
                                                    'function': antigraft.values.numbers.parse_whole,
                                                },
                                            },
                                        },
                                        'default': None,
                                    },
                                },
                                'levels': {
                                    'type': 'model-field',
                                    'schema': {
                                        'type': 'default',
                                        'schema': {
                                            'type': 'nullable',
                                            'schema': {
                                                'type': 'dict',
                                                'keys_schema': {
                                                    'type': 'function-plain',
                                                    'function': {
                                                        'type': 'no-info',
                                                        'function': antigraft.model.risk.parse_level,
                                                    },
                                                },
                                                'values_schema': {
                                                    'type': 'function-plain',
                                                    'function': {
                                                        'type': 'no-info',
                                                        'function': antigraft.values.numbers.parse_whole,
                                                    },
                                                },
                                            },
                                        },
                                        'default': None,
                                    },
                                },
                            },
                            'model_name': 'RiskScale',
                        },
                        "config": {"extra_fields_behavior": "forbid"},
                        "frozen": True,
                    },
                },
                'annex': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'default',
                        'schema': {
                            'type': 'tuple',
                            'items_schema': [
                                {
                                    'type': 'model',
                                    'cls': antigraft.model.charter.AnnexEntry,
                                    'schema': {
                                        'type': 'model-fields',
                                        'fields': {
                                            'title': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'str',
                                                },
                                            },
                                            'order': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'function-plain',
                                                            'function': {
                                                                'type': 'no-info',
                                                                'function': antigraft.values.keys.parse_order_number,
                                                            },
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                            'included': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'function-plain',
                                                    'function': {
                                                        'type': 'no-info',
                                                        'function': antigraft.values.words.parse_yes_no,
                                                    },
                                                },
                                            },
                                        },
                                        'model_name': 'AnnexEntry',
                                    },
                                    "config": {"extra_fields_behavior": "forbid"},
                                    "frozen": True,
                                },
                            ],
                            'variadic_item_index': 0,
                        },
                        'default': (),
                    },
                },
                'approvals': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'default',
                        'schema': {
                            'type': 'tuple',
                            'items_schema': [
                                {
                                    'type': 'model',
                                    'cls': antigraft.model.approval.Approval,
                                    'schema': {
                                        'type': 'model-fields',
                                        'fields': {
                                            'date': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'function-plain',
                                                    'function': {
                                                        'type': 'no-info',
                                                        'function': antigraft.values.years.parse_date,
                                                    },
                                                },
                                            },
                                            'order': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'function-plain',
                                                            'function': {
                                                                'type': 'no-info',
                                                                'function': antigraft.values.keys.parse_order_number,
                                                            },
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                            'revision': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'str',
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                            'digest': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'function-plain',
                                                            'function': {
                                                                'type': 'no-info',
                                                                'function': antigraft.model.progress.parse_digest,
                                                            },
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                        },
                                        'model_name': 'Approval',
                                    },
                                    "config": {"extra_fields_behavior": "forbid"},
                                    "frozen": True,
                                },
                            ],
                            'variadic_item_index': 0,
                        },
                        'default': (),
                    },
                },
                'reports': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'default',
                        'schema': {
                            'type': 'tuple',
                            'items_schema': [
                                {
                                    'type': 'model',
                                    'cls': antigraft.model.publication.Publication,
                                    'schema': {
                                        'type': 'model-fields',
                                        'fields': {
                                            'report': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'function-plain',
                                                    'function': {
                                                        'type': 'no-info',
                                                        'function': antigraft.model.publication.parse_report,
                                                    },
                                                },
                                            },
                                            'formats': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'tuple',
                                                        'items_schema': [
                                                            {
                                                                'type': 'function-plain',
                                                                'function': {
                                                                    'type': 'no-info',
                                                                    'function': antigraft.model.publication.parse_format,
                                                                },
                                                            },
                                                        ],
                                                        'variadic_item_index': 0,
                                                    },
                                                    'default': (),
                                                },
                                            },
                                        },
                                        'model_name': 'Publication',
                                    },
                                    "config": {"extra_fields_behavior": "forbid"},
                                    "frozen": True,
                                },
                            ],
                            'variadic_item_index': 0,
                        },
                        'default': (),
                    },
                },
            },
            'model_name': 'Charter',
        },
        "config": {"extra_fields_behavior": "forbid"},
        "frozen": True,
    },
    "Front": {
        'type': 'model',
        'cls': antigraft.model.front.Front,
        'schema': {
            'type': 'model-fields',
            'fields': {
                'foreword': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'model',
                        'cls': antigraft.model.front.Foreword,
                        'schema': {
                            'type': 'model-fields',
                            'fields': {
                                'paragraphs': {
                                    'type': 'model-field',
                                    'schema': {
                                        'type': 'tuple',
                                        'items_schema': [
                                            {
                                                'type': 'str',
                                            },
                                        ],
                                        'variadic_item_index': 0,
                                    },
                                },
                                'signed_by': {
                                    'type': 'model-field',
                                    'schema': {
                                        'type': 'default',
                                        'schema': {
                                            'type': 'tuple',
                                            'items_schema': [
                                                {
                                                    'type': 'str',
                                                },
                                            ],
                                            'variadic_item_index': 0,
                                        },
                                        'default': (),
                                    },
                                },
                                'date': {
                                    'type': 'model-field',
                                    'schema': {
                                        'type': 'default',
                                        'schema': {
                                            'type': 'nullable',
                                            'schema': {
                                                'type': 'str',
                                            },
                                        },
                                        'default': None,
                                    },
                                },
                            },
                            'model_name': 'Foreword',
                        },
                        "config": {"extra_fields_behavior": "forbid"},
                        "frozen": True,
                    },
                },
                'risk_assessment': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'default',
                        'schema': {
                            'type': 'tuple',
                            'items_schema': [
                                {
                                    'type': 'str',
                                },
                            ],
                            'variadic_item_index': 0,
                        },
                        'default': (),
                    },
                },
                'corruption_kinds': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'default',
                        'schema': {
                            'type': 'tuple',
                            'items_schema': [
                                {
                                    'type': 'str',
                                },
                            ],
                            'variadic_item_index': 0,
                        },
                        'default': (),
                    },
                },
                'corruption_causes': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'default',
                        'schema': {
                            'type': 'tuple',
                            'items_schema': [
                                {
                                    'type': 'model',
                                    'cls': antigraft.model.front.Cause,
                                    'schema': {
                                        'type': 'model-fields',
                                        'fields': {
                                            'name': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'str',
                                                },
                                            },
                                            'text': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'str',
                                                },
                                            },
                                        },
                                        'model_name': 'Cause',
                                    },
                                    "config": {"extra_fields_behavior": "forbid"},
                                    "frozen": True,
                                },
                            ],
                            'variadic_item_index': 0,
                        },
                        'default': (),
                    },
                },
                'reasons': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'default',
                        'schema': {
                            'type': 'tuple',
                            'items_schema': [
                                {
                                    'type': 'str',
                                },
                            ],
                            'variadic_item_index': 0,
                        },
                        'default': (),
                    },
                },
                'objectives': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'default',
                        'schema': {
                            'type': 'tuple',
                            'items_schema': [
                                {
                                    'type': 'str',
                                },
                            ],
                            'variadic_item_index': 0,
                        },
                        'default': (),
                    },
                },
                'goals': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'default',
                        'schema': {
                            'type': 'tuple',
                            'items_schema': [
                                {
                                    'type': 'model',
                                    'cls': antigraft.model.indicator.Goal,
                                    'schema': {
                                        'type': 'model-fields',
                                        'fields': {
                                            'text': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'str',
                                                },
                                            },
                                            'direction': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'function-plain',
                                                            'function': {
                                                                'type': 'no-info',
                                                                'function': antigraft.model.indicator.parse_direction,
                                                            },
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                            'number': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'function-plain',
                                                            'function': {
                                                                'type': 'no-info',
                                                                'function': antigraft.values.numbers.parse_number,
                                                            },
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                            'unit': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'str',
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                            'per': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'function-plain',
                                                            'function': {
                                                                'type': 'no-info',
                                                                'function': antigraft.model.indicator.parse_frequency,
                                                            },
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                            'measured_by': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'str',
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                            'quantity': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'str',
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                            'baseline': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'function-plain',
                                                            'function': {
                                                                'type': 'no-info',
                                                                'function': antigraft.values.numbers.parse_number,
                                                            },
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                            'baseline_year': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'function-plain',
                                                            'function': {
                                                                'type': 'no-info',
                                                                'function': antigraft.values.years.parse_year,
                                                            },
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                            'year': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'function-plain',
                                                    'function': {
                                                        'type': 'no-info',
                                                        'function': antigraft.values.years.parse_year,
                                                    },
                                                },
                                            },
                                            'pass_mark': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'function-plain',
                                                            'function': {
                                                                'type': 'no-info',
                                                                'function': antigraft.values.numbers.parse_number,
                                                            },
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                        },
                                        'model_name': 'Goal',
                                    },
                                    "config": {"extra_fields_behavior": "forbid"},
                                    "frozen": True,
                                },
                            ],
                            'variadic_item_index': 0,
                        },
                        'default': (),
                    },
                },
                'benefits': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'default',
                        'schema': {
                            'type': 'tuple',
                            'items_schema': [
                                {
                                    'type': 'str',
                                },
                            ],
                            'variadic_item_index': 0,
                        },
                        'default': (),
                    },
                },
            },
            'model_name': 'Front',
        },
        "config": {"extra_fields_behavior": "forbid"},
        "frozen": True,
    },
    "Discrepancies": {
        'type': 'model',
        'cls': antigraft.model.discrepancy.Discrepancies,
        'schema': {
            'type': 'model-fields',
            'fields': {
                'acknowledged': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'default',
                        'schema': {
                            'type': 'tuple',
                            'items_schema': [
                                {
                                    'type': 'model',
                                    'cls': antigraft.model.discrepancy.Acknowledgement,
                                    'schema': {
                                        'type': 'model-fields',
                                        'fields': {
                                            'code': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'str',
                                                },
                                            },
                                            'file': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'str',
                                                },
                                            },
                                            'at': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'str',
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                            'found': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'str',
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                            'reason': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'str',
                                                },
                                            },
                                            'source': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'str',
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                        },
                                        'model_name': 'Acknowledgement',
                                    },
                                    "config": {"extra_fields_behavior": "forbid"},
                                    "frozen": True,
                                },
                            ],
                            'variadic_item_index': 0,
                        },
                        'default': (),
                    },
                },
            },
            'model_name': 'Discrepancies',
        },
        "config": {"extra_fields_behavior": "forbid"},
        "frozen": True,
    },
    "Item": {
        'type': 'definitions',
        'schema': {
            'type': 'model',
            'cls': antigraft.model.item.Item,
            'schema': {
                'type': 'model-fields',
                'fields': {
                    'id': {
                        'type': 'model-field',
                        'schema': {
                            'type': 'function-plain',
                            'function': {
                                'type': 'no-info',
                                'function': antigraft.values.keys.parse_item_id,
                            },
                        },
                    },
                    'kind': {
                        'type': 'model-field',
                        'schema': {
                            'type': 'function-plain',
                            'function': {
                                'type': 'no-info',
                                'function': antigraft.model.item.parse_kind,
                            },
                        },
                    },
                    'title': {
                        'type': 'model-field',
                        'schema': {
                            'type': 'str',
                        },
                    },
                    'budget': {
                        'type': 'model-field',
                        'schema': {
                            'type': 'function-before',
                            'function': {
                                'type': 'no-info',
                                'function': antigraft.model.budget.read_budget,
                            },
                            'schema': {
                                'type': 'model',
                                'cls': antigraft.model.budget.Budget,
                                'schema': {
                                    'type': 'model-fields',
                                    'fields': {
                                        'word': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'default',
                                                'schema': {
                                                    'type': 'nullable',
                                                    'schema': {
                                                        'type': 'function-plain',
                                                        'function': {
                                                            'type': 'no-info',
                                                            'function': antigraft.model.budget.parse_unpriced,
                                                        },
                                                    },
                                                },
                                                'default': None,
                                            },
                                        },
                                        'each_year': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'default',
                                                'schema': {
                                                    'type': 'nullable',
                                                    'schema': {
                                                        'type': 'function-plain',
                                                        'function': {
                                                            'type': 'no-info',
                                                            'function': antigraft.values.money.parse_baht,
                                                        },
                                                    },
                                                },
                                                'default': None,
                                            },
                                        },
                                        'by_year': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'default',
                                                'schema': {
                                                    'type': 'dict',
                                                    'keys_schema': {
                                                        'type': 'function-plain',
                                                        'function': {
                                                            'type': 'no-info',
                                                            'function': antigraft.values.years.parse_year,
                                                        },
                                                    },
                                                    'values_schema': {
                                                        'type': 'function-plain',
                                                        'function': {
                                                            'type': 'no-info',
                                                            'function': antigraft.values.money.parse_cell,
                                                        },
                                                    },
                                                },
                                                'default': {},
                                            },
                                        },
                                    },
                                    'model_name': 'Budget',
                                },
                                "config": {"extra_fields_behavior": "forbid"},
                                "frozen": True,
                            },
                        },
                    },
                    'sheet': {
                        'type': 'model-field',
                        'schema': {
                            'type': 'function-before',
                            'function': {
                                'type': 'no-info',
                                'function': antigraft.model.item.read_sheet,
                            },
                            'schema': {
                                'type': 'nullable',
                                'schema': {
                                    'type': 'model',
                                    'cls': antigraft.model.item.Sheet,
                                    'schema': {
                                        'type': 'model-fields',
                                        'fields': {
                                            'kind': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'function-plain',
                                                            'function': {
                                                                'type': 'no-info',
                                                                'function': antigraft.model.item.parse_kind,
                                                            },
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                            'title': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'str',
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                            'headings': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'tuple',
                                                        'items_schema': [
                                                            {
                                                                'type': 'function-plain',
                                                                'function': {
                                                                    'type': 'no-info',
                                                                    'function': antigraft.values.keys.parse_heading_number,
                                                                },
                                                            },
                                                        ],
                                                        'variadic_item_index': 0,
                                                    },
                                                    'default': (),
                                                },
                                            },
                                            'rationale': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'tuple',
                                                    'items_schema': [
                                                        {
                                                            'type': 'str',
                                                        },
                                                    ],
                                                    'variadic_item_index': 0,
                                                    'min_length': 1,
                                                },
                                            },
                                            'objectives': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'tuple',
                                                    'items_schema': [
                                                        {
                                                            'type': 'str',
                                                        },
                                                    ],
                                                    'variadic_item_index': 0,
                                                    'min_length': 1,
                                                },
                                            },
                                            'target_group': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'model',
                                                    'cls': antigraft.model.item.TargetGroup,
                                                    'schema': {
                                                        'type': 'model-fields',
                                                        'fields': {
                                                            'groups': {
                                                                'type': 'model-field',
                                                                'schema': {
                                                                    'type': 'tuple',
                                                                    'items_schema': [
                                                                        {
                                                                            'type': 'str',
                                                                        },
                                                                    ],
                                                                    'variadic_item_index': 0,
                                                                    'min_length': 1,
                                                                },
                                                            },
                                                            'number': {
                                                                'type': 'model-field',
                                                                'schema': {
                                                                    'type': 'default',
                                                                    'schema': {
                                                                        'type': 'nullable',
                                                                        'schema': {
                                                                            'type': 'function-plain',
                                                                            'function': {
                                                                                'type': 'no-info',
                                                                                'function': antigraft.values.numbers.parse_whole,
                                                                            },
                                                                        },
                                                                    },
                                                                    'default': None,
                                                                },
                                                            },
                                                            'unit': {
                                                                'type': 'model-field',
                                                                'schema': {
                                                                    'type': 'default',
                                                                    'schema': {
                                                                        'type': 'nullable',
                                                                        'schema': {
                                                                            'type': 'str',
                                                                        },
                                                                    },
                                                                    'default': None,
                                                                },
                                                            },
                                                        },
                                                        'model_name': 'TargetGroup',
                                                    },
                                                    "config": {"extra_fields_behavior": "forbid"},
                                                    "frozen": True,
                                                },
                                            },
                                            'steps': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'tuple',
                                                    'items_schema': [
                                                        {
                                                            'type': 'function-before',
                                                            'function': {
                                                                'type': 'no-info',
                                                                'function': antigraft.model.item.read_step,
                                                            },
                                                            'schema': {
                                                                'type': 'definition-ref',
                                                                'schema_ref': 'antigraft.model.item.Step',
                                                            },
                                                        },
                                                    ],
                                                    'variadic_item_index': 0,
                                                    'min_length': 1,
                                                },
                                            },
                                            'period': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'model',
                                                    'cls': antigraft.model.item.Period,
                                                    'schema': {
                                                        'type': 'model-fields',
                                                        'fields': {
                                                            'first_year': {
                                                                'type': 'model-field',
                                                                'schema': {
                                                                    'type': 'function-plain',
                                                                    'function': {
                                                                        'type': 'no-info',
                                                                        'function': antigraft.values.years.parse_year,
                                                                    },
                                                                },
                                                            },
                                                            'last_year': {
                                                                'type': 'model-field',
                                                                'schema': {
                                                                    'type': 'function-plain',
                                                                    'function': {
                                                                        'type': 'no-info',
                                                                        'function': antigraft.values.years.parse_year,
                                                                    },
                                                                },
                                                            },
                                                        },
                                                        'model_name': 'Period',
                                                    },
                                                    "config": {"extra_fields_behavior": "forbid"},
                                                    "frozen": True,
                                                },
                                            },
                                            'budget': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'function-before',
                                                    'function': {
                                                        'type': 'no-info',
                                                        'function': antigraft.model.budget.read_budget,
                                                    },
                                                    'schema': {
                                                        'type': 'model',
                                                        'cls': antigraft.model.budget.Budget,
                                                        'schema': {
                                                            'type': 'model-fields',
                                                            'fields': {
                                                                'word': {
                                                                    'type': 'model-field',
                                                                    'schema': {
                                                                        'type': 'default',
                                                                        'schema': {
                                                                            'type': 'nullable',
                                                                            'schema': {
                                                                                'type': 'function-plain',
                                                                                'function': {
                                                                                    'type': 'no-info',
                                                                                    'function': antigraft.model.budget.parse_unpriced,
                                                                                },
                                                                            },
                                                                        },
                                                                        'default': None,
                                                                    },
                                                                },
                                                                'each_year': {
                                                                    'type': 'model-field',
                                                                    'schema': {
                                                                        'type': 'default',
                                                                        'schema': {
                                                                            'type': 'nullable',
                                                                            'schema': {
                                                                                'type': 'function-plain',
                                                                                'function': {
                                                                                    'type': 'no-info',
                                                                                    'function': antigraft.values.money.parse_baht,
                                                                                },
                                                                            },
                                                                        },
                                                                        'default': None,
                                                                    },
                                                                },
                                                                'by_year': {
                                                                    'type': 'model-field',
                                                                    'schema': {
                                                                        'type': 'default',
                                                                        'schema': {
                                                                            'type': 'dict',
                                                                            'keys_schema': {
                                                                                'type': 'function-plain',
                                                                                'function': {
                                                                                    'type': 'no-info',
                                                                                    'function': antigraft.values.years.parse_year,
                                                                                },
                                                                            },
                                                                            'values_schema': {
                                                                                'type': 'function-plain',
                                                                                'function': {
                                                                                    'type': 'no-info',
                                                                                    'function': antigraft.values.money.parse_cell,
                                                                                },
                                                                            },
                                                                        },
                                                                        'default': {},
                                                                    },
                                                                },
                                                            },
                                                            'model_name': 'Budget',
                                                        },
                                                        "config": {"extra_fields_behavior": "forbid"},
                                                        "frozen": True,
                                                    },
                                                },
                                            },
                                            'responsible': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'tuple',
                                                    'items_schema': [
                                                        {
                                                            'type': 'model',
                                                            'cls': antigraft.model.item.Unit,
                                                            'schema': {
                                                                'type': 'model-fields',
                                                                'fields': {
                                                                    'office': {
                                                                        'type': 'model-field',
                                                                        'schema': {
                                                                            'type': 'str',
                                                                        },
                                                                    },
                                                                    'sections': {
                                                                        'type': 'model-field',
                                                                        'schema': {
                                                                            'type': 'default',
                                                                            'schema': {
                                                                                'type': 'tuple',
                                                                                'items_schema': [
                                                                                    {
                                                                                        'type': 'str',
                                                                                    },
                                                                                ],
                                                                                'variadic_item_index': 0,
                                                                            },
                                                                            'default': (),
                                                                        },
                                                                    },
                                                                },
                                                                'model_name': 'Unit',
                                                            },
                                                            "config": {"extra_fields_behavior": "forbid"},
                                                            "frozen": True,
                                                        },
                                                    ],
                                                    'variadic_item_index': 0,
                                                    'min_length': 1,
                                                },
                                            },
                                            'outputs': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'tuple',
                                                        'items_schema': [
                                                            {
                                                                'type': 'definition-ref',
                                                                'schema_ref': 'antigraft.model.indicator.Indicator',
                                                            },
                                                        ],
                                                        'variadic_item_index': 0,
                                                    },
                                                    'default': (),
                                                },
                                            },
                                            'outcomes': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'tuple',
                                                        'items_schema': [
                                                            {
                                                                'type': 'definition-ref',
                                                                'schema_ref': 'antigraft.model.indicator.Indicator',
                                                            },
                                                        ],
                                                        'variadic_item_index': 0,
                                                    },
                                                    'default': (),
                                                },
                                            },
                                            'note': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'str',
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                        },
                                        'model_name': 'Sheet',
                                    },
                                    "config": {"extra_fields_behavior": "forbid"},
                                    "frozen": True,
                                },
                            },
                        },
                    },
                    'note': {
                        'type': 'model-field',
                        'schema': {
                            'type': 'default',
                            'schema': {
                                'type': 'nullable',
                                'schema': {
                                    'type': 'str',
                                },
                            },
                            'default': None,
                        },
                    },
                },
                'model_name': 'Item',
            },
            "config": {"extra_fields_behavior": "forbid"},
            "frozen": True,
        },
        'definitions': [
            {
                'type': 'model',
                'cls': antigraft.model.item.Step,
                'schema': {
                    'type': 'model-fields',
                    'fields': {
                        'text': {
                            'type': 'model-field',
                            'schema': {
                                'type': 'str',
                            },
                        },
                        'steps': {
                            'type': 'model-field',
                            'schema': {
                                'type': 'default',
                                'schema': {
                                    'type': 'tuple',
                                    'items_schema': [
                                        {
                                            'type': 'function-before',
                                            'function': {
                                                'type': 'no-info',
                                                'function': antigraft.model.item.read_step,
                                            },
                                            'schema': {
                                                'type': 'definition-ref',
                                                'schema_ref': 'antigraft.model.item.Step',
                                            },
                                        },
                                    ],
                                    'variadic_item_index': 0,
                                },
                                'default': (),
                            },
                        },
                    },
                    'model_name': 'Step',
                },
                'ref': 'antigraft.model.item.Step',
                "config": {"extra_fields_behavior": "forbid"},
                "frozen": True,
            },
            {
                'type': 'model',
                'cls': antigraft.model.indicator.Indicator,
                'schema': {
                    'type': 'model-fields',
                    'fields': {
                        'text': {
                            'type': 'model-field',
                            'schema': {
                                'type': 'str',
                            },
                        },
                        'direction': {
                            'type': 'model-field',
                            'schema': {
                                'type': 'default',
                                'schema': {
                                    'type': 'nullable',
                                    'schema': {
                                        'type': 'function-plain',
                                        'function': {
                                            'type': 'no-info',
                                            'function': antigraft.model.indicator.parse_direction,
                                        },
                                    },
                                },
                                'default': None,
                            },
                        },
                        'number': {
                            'type': 'model-field',
                            'schema': {
                                'type': 'default',
                                'schema': {
                                    'type': 'nullable',
                                    'schema': {
                                        'type': 'function-plain',
                                        'function': {
                                            'type': 'no-info',
                                            'function': antigraft.values.numbers.parse_number,
                                        },
                                    },
                                },
                                'default': None,
                            },
                        },
                        'unit': {
                            'type': 'model-field',
                            'schema': {
                                'type': 'default',
                                'schema': {
                                    'type': 'nullable',
                                    'schema': {
                                        'type': 'str',
                                    },
                                },
                                'default': None,
                            },
                        },
                        'per': {
                            'type': 'model-field',
                            'schema': {
                                'type': 'default',
                                'schema': {
                                    'type': 'nullable',
                                    'schema': {
                                        'type': 'function-plain',
                                        'function': {
                                            'type': 'no-info',
                                            'function': antigraft.model.indicator.parse_frequency,
                                        },
                                    },
                                },
                                'default': None,
                            },
                        },
                        'measured_by': {
                            'type': 'model-field',
                            'schema': {
                                'type': 'default',
                                'schema': {
                                    'type': 'nullable',
                                    'schema': {
                                        'type': 'str',
                                    },
                                },
                                'default': None,
                            },
                        },
                        'quantity': {
                            'type': 'model-field',
                            'schema': {
                                'type': 'default',
                                'schema': {
                                    'type': 'nullable',
                                    'schema': {
                                        'type': 'str',
                                    },
                                },
                                'default': None,
                            },
                        },
                        'baseline': {
                            'type': 'model-field',
                            'schema': {
                                'type': 'default',
                                'schema': {
                                    'type': 'nullable',
                                    'schema': {
                                        'type': 'function-plain',
                                        'function': {
                                            'type': 'no-info',
                                            'function': antigraft.values.numbers.parse_number,
                                        },
                                    },
                                },
                                'default': None,
                            },
                        },
                        'baseline_year': {
                            'type': 'model-field',
                            'schema': {
                                'type': 'default',
                                'schema': {
                                    'type': 'nullable',
                                    'schema': {
                                        'type': 'function-plain',
                                        'function': {
                                            'type': 'no-info',
                                            'function': antigraft.values.years.parse_year,
                                        },
                                    },
                                },
                                'default': None,
                            },
                        },
                    },
                    'model_name': 'Indicator',
                },
                'ref': 'antigraft.model.indicator.Indicator',
                "config": {"extra_fields_behavior": "forbid"},
                "frozen": True,
            },
        ],
    },
    "Risk": {
        'type': 'model',
        'cls': antigraft.model.risk.Risk,
        'schema': {
            'type': 'model-fields',
            'fields': {
                'id': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'function-plain',
                        'function': {
                            'type': 'no-info',
                            'function': antigraft.values.numbers.parse_whole,
                        },
                    },
                },
                'process': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'str',
                    },
                },
                'issues': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'tuple',
                        'items_schema': [
                            {
                                'type': 'str',
                            },
                        ],
                        'variadic_item_index': 0,
                        'min_length': 1,
                    },
                },
                'level': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'default',
                        'schema': {
                            'type': 'nullable',
                            'schema': {
                                'type': 'function-plain',
                                'function': {
                                    'type': 'no-info',
                                    'function': antigraft.model.risk.parse_level,
                                },
                            },
                        },
                        'default': None,
                    },
                },
                'likelihood': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'default',
                        'schema': {
                            'type': 'nullable',
                            'schema': {
                                'type': 'function-plain',
                                'function': {
                                    'type': 'no-info',
                                    'function': antigraft.values.numbers.parse_whole,
                                },
                            },
                        },
                        'default': None,
                    },
                },
                'impact': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'default',
                        'schema': {
                            'type': 'nullable',
                            'schema': {
                                'type': 'function-plain',
                                'function': {
                                    'type': 'no-info',
                                    'function': antigraft.values.numbers.parse_whole,
                                },
                            },
                        },
                        'default': None,
                    },
                },
                'residual': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'default',
                        'schema': {
                            'type': 'nullable',
                            'schema': {
                                'type': 'model',
                                'cls': antigraft.model.risk.Residual,
                                'schema': {
                                    'type': 'model-fields',
                                    'fields': {
                                        'likelihood': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'default',
                                                'schema': {
                                                    'type': 'nullable',
                                                    'schema': {
                                                        'type': 'function-plain',
                                                        'function': {
                                                            'type': 'no-info',
                                                            'function': antigraft.values.numbers.parse_whole,
                                                        },
                                                    },
                                                },
                                                'default': None,
                                            },
                                        },
                                        'impact': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'default',
                                                'schema': {
                                                    'type': 'nullable',
                                                    'schema': {
                                                        'type': 'function-plain',
                                                        'function': {
                                                            'type': 'no-info',
                                                            'function': antigraft.values.numbers.parse_whole,
                                                        },
                                                    },
                                                },
                                                'default': None,
                                            },
                                        },
                                        'level': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'default',
                                                'schema': {
                                                    'type': 'nullable',
                                                    'schema': {
                                                        'type': 'function-plain',
                                                        'function': {
                                                            'type': 'no-info',
                                                            'function': antigraft.model.risk.parse_level,
                                                        },
                                                    },
                                                },
                                                'default': None,
                                            },
                                        },
                                        'date': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'default',
                                                'schema': {
                                                    'type': 'nullable',
                                                    'schema': {
                                                        'type': 'function-plain',
                                                        'function': {
                                                            'type': 'no-info',
                                                            'function': antigraft.values.years.parse_date,
                                                        },
                                                    },
                                                },
                                                'default': None,
                                            },
                                        },
                                    },
                                    'model_name': 'Residual',
                                },
                                "config": {"extra_fields_behavior": "forbid"},
                                "frozen": True,
                            },
                        },
                        'default': None,
                    },
                },
                'assessed': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'default',
                        'schema': {
                            'type': 'nullable',
                            'schema': {
                                'type': 'function-plain',
                                'function': {
                                    'type': 'no-info',
                                    'function': antigraft.values.years.parse_date,
                                },
                            },
                        },
                        'default': None,
                    },
                },
                'owner': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'default',
                        'schema': {
                            'type': 'nullable',
                            'schema': {
                                'type': 'str',
                            },
                        },
                        'default': None,
                    },
                },
                'controls': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'default',
                        'schema': {
                            'type': 'tuple',
                            'items_schema': [
                                {
                                    'type': 'model',
                                    'cls': antigraft.model.risk.Control,
                                    'schema': {
                                        'type': 'model-fields',
                                        'fields': {
                                            'item': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'function-plain',
                                                    'function': {
                                                        'type': 'no-info',
                                                        'function': antigraft.values.keys.parse_item_id,
                                                    },
                                                },
                                            },
                                            'kind': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'function-plain',
                                                            'function': {
                                                                'type': 'no-info',
                                                                'function': antigraft.model.item.parse_kind,
                                                            },
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                            'title': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'str',
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                        },
                                        'model_name': 'Control',
                                    },
                                    "config": {"extra_fields_behavior": "forbid"},
                                    "frozen": True,
                                },
                            ],
                            'variadic_item_index': 0,
                        },
                        'default': (),
                    },
                },
            },
            'model_name': 'Risk',
        },
        "config": {"extra_fields_behavior": "forbid"},
        "frozen": True,
    },
    "Order": {
        'type': 'model',
        'cls': antigraft.model.order.Order,
        'schema': {
            'type': 'model-fields',
            'fields': {
                'number': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'function-plain',
                        'function': {
                            'type': 'no-info',
                            'function': antigraft.values.keys.parse_order_number,
                        },
                    },
                },
                'date': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'function-plain',
                        'function': {
                            'type': 'no-info',
                            'function': antigraft.values.years.parse_date,
                        },
                    },
                },
                'title': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'str',
                    },
                },
                'reasons': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'default',
                        'schema': {
                            'type': 'tuple',
                            'items_schema': [
                                {
                                    'type': 'str',
                                },
                            ],
                            'variadic_item_index': 0,
                        },
                        'default': (),
                    },
                },
                'amends': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'default',
                        'schema': {
                            'type': 'nullable',
                            'schema': {
                                'type': 'model',
                                'cls': antigraft.model.order.Citation,
                                'schema': {
                                    'type': 'model-fields',
                                    'fields': {
                                        'order': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'function-plain',
                                                'function': {
                                                    'type': 'no-info',
                                                    'function': antigraft.values.keys.parse_order_number,
                                                },
                                            },
                                        },
                                        'date': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'default',
                                                'schema': {
                                                    'type': 'nullable',
                                                    'schema': {
                                                        'type': 'function-plain',
                                                        'function': {
                                                            'type': 'no-info',
                                                            'function': antigraft.values.years.parse_date,
                                                        },
                                                    },
                                                },
                                                'default': None,
                                            },
                                        },
                                    },
                                    'model_name': 'Citation',
                                },
                                "config": {"extra_fields_behavior": "forbid"},
                                "frozen": True,
                            },
                        },
                        'default': None,
                    },
                },
                'members': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'tuple',
                        'items_schema': [
                            {
                                'type': 'model',
                                'cls': antigraft.model.order.Member,
                                'schema': {
                                    'type': 'model-fields',
                                    'fields': {
                                        'name': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'str',
                                            },
                                        },
                                        'position': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'str',
                                            },
                                        },
                                        'role': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'str',
                                            },
                                        },
                                    },
                                    'model_name': 'Member',
                                },
                                "config": {"extra_fields_behavior": "forbid"},
                                "frozen": True,
                            },
                        ],
                        'variadic_item_index': 0,
                        'min_length': 1,
                    },
                },
                'duties': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'default',
                        'schema': {
                            'type': 'tuple',
                            'items_schema': [
                                {
                                    'type': 'str',
                                },
                            ],
                            'variadic_item_index': 0,
                        },
                        'default': (),
                    },
                },
                'signed_by': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'default',
                        'schema': {
                            'type': 'nullable',
                            'schema': {
                                'type': 'model',
                                'cls': antigraft.model.order.Signatory,
                                'schema': {
                                    'type': 'model-fields',
                                    'fields': {
                                        'name': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'str',
                                            },
                                        },
                                        'position': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'str',
                                            },
                                        },
                                    },
                                    'model_name': 'Signatory',
                                },
                                "config": {"extra_fields_behavior": "forbid"},
                                "frozen": True,
                            },
                        },
                        'default': None,
                    },
                },
            },
            'model_name': 'Order',
        },
        "config": {"extra_fields_behavior": "forbid"},
        "frozen": True,
    },
    "Progress": {
        'type': 'model',
        'cls': antigraft.model.progress.Progress,
        'schema': {
            'type': 'model-fields',
            'fields': {
                'year': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'function-plain',
                        'function': {
                            'type': 'no-info',
                            'function': antigraft.values.years.parse_year,
                        },
                    },
                },
                'round': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'function-plain',
                        'function': {
                            'type': 'no-info',
                            'function': antigraft.model.progress.parse_round,
                        },
                    },
                },
                'reported': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'default',
                        'schema': {
                            'type': 'nullable',
                            'schema': {
                                'type': 'function-plain',
                                'function': {
                                    'type': 'no-info',
                                    'function': antigraft.values.years.parse_date,
                                },
                            },
                        },
                        'default': None,
                    },
                },
                'officer': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'default',
                        'schema': {
                            'type': 'nullable',
                            'schema': {
                                'type': 'str',
                            },
                        },
                        'default': None,
                    },
                },
                'entries': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'tuple',
                        'items_schema': [
                            {
                                'type': 'model',
                                'cls': antigraft.model.progress.Entry,
                                'schema': {
                                    'type': 'model-fields',
                                    'fields': {
                                        'item': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'function-plain',
                                                'function': {
                                                    'type': 'no-info',
                                                    'function': antigraft.values.keys.parse_item_id,
                                                },
                                            },
                                        },
                                        'status': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'function-plain',
                                                'function': {
                                                    'type': 'no-info',
                                                    'function': antigraft.model.progress.parse_status,
                                                },
                                            },
                                        },
                                        'cannot_reason': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'default',
                                                'schema': {
                                                    'type': 'nullable',
                                                    'schema': {
                                                        'type': 'function-plain',
                                                        'function': {
                                                            'type': 'no-info',
                                                            'function': antigraft.model.progress.parse_cannot_reason,
                                                        },
                                                    },
                                                },
                                                'default': None,
                                            },
                                        },
                                        'cannot_text': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'default',
                                                'schema': {
                                                    'type': 'nullable',
                                                    'schema': {
                                                        'type': 'str',
                                                    },
                                                },
                                                'default': None,
                                            },
                                        },
                                        'planned': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'default',
                                                'schema': {
                                                    'type': 'nullable',
                                                    'schema': {
                                                        'type': 'function-plain',
                                                        'function': {
                                                            'type': 'no-info',
                                                            'function': antigraft.values.money.parse_cell,
                                                        },
                                                    },
                                                },
                                                'default': None,
                                            },
                                        },
                                        'ordinance': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'default',
                                                'schema': {
                                                    'type': 'nullable',
                                                    'schema': {
                                                        'type': 'function-plain',
                                                        'function': {
                                                            'type': 'no-info',
                                                            'function': antigraft.values.money.parse_cell,
                                                        },
                                                    },
                                                },
                                                'default': None,
                                            },
                                        },
                                        'disbursed': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'default',
                                                'schema': {
                                                    'type': 'nullable',
                                                    'schema': {
                                                        'type': 'function-plain',
                                                        'function': {
                                                            'type': 'no-info',
                                                            'function': antigraft.values.money.parse_cell,
                                                        },
                                                    },
                                                },
                                                'default': None,
                                            },
                                        },
                                        'in_ordinance': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'default',
                                                'schema': {
                                                    'type': 'nullable',
                                                    'schema': {
                                                        'type': 'function-plain',
                                                        'function': {
                                                            'type': 'no-info',
                                                            'function': antigraft.values.words.parse_yes_no,
                                                        },
                                                    },
                                                },
                                                'default': None,
                                            },
                                        },
                                        'indicators': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'default',
                                                'schema': {
                                                    'type': 'tuple',
                                                    'items_schema': [
                                                        {
                                                            'type': 'model',
                                                            'cls': antigraft.model.progress.Measurement,
                                                            'schema': {
                                                                'type': 'model-fields',
                                                                'fields': {
                                                                    'section': {
                                                                        'type': 'model-field',
                                                                        'schema': {
                                                                            'type': 'function-plain',
                                                                            'function': {
                                                                                'type': 'no-info',
                                                                                'function': antigraft.model.progress.parse_section,
                                                                            },
                                                                        },
                                                                    },
                                                                    'number': {
                                                                        'type': 'model-field',
                                                                        'schema': {
                                                                            'type': 'function-plain',
                                                                            'function': {
                                                                                'type': 'no-info',
                                                                                'function': antigraft.values.numbers.parse_whole,
                                                                            },
                                                                        },
                                                                    },
                                                                    'value': {
                                                                        'type': 'model-field',
                                                                        'schema': {
                                                                            'type': 'function-plain',
                                                                            'function': {
                                                                                'type': 'no-info',
                                                                                'function': antigraft.values.numbers.parse_number,
                                                                            },
                                                                        },
                                                                    },
                                                                    'date': {
                                                                        'type': 'model-field',
                                                                        'schema': {
                                                                            'type': 'default',
                                                                            'schema': {
                                                                                'type': 'nullable',
                                                                                'schema': {
                                                                                    'type': 'function-plain',
                                                                                    'function': {
                                                                                        'type': 'no-info',
                                                                                        'function': antigraft.values.years.parse_date,
                                                                                    },
                                                                                },
                                                                            },
                                                                            'default': None,
                                                                        },
                                                                    },
                                                                    'evidence': {
                                                                        'type': 'model-field',
                                                                        'schema': {
                                                                            'type': 'default',
                                                                            'schema': {
                                                                                'type': 'tuple',
                                                                                'items_schema': [
                                                                                    {
                                                                                        'type': 'model',
                                                                                        'cls': antigraft.model.progress.Evidence,
                                                                                        'schema': {
                                                                                            'type': 'model-fields',
                                                                                            'fields': {
                                                                                                'file': {
                                                                                                    'type': 'model-field',
                                                                                                    'schema': {
                                                                                                        'type': 'default',
                                                                                                        'schema': {
                                                                                                            'type': 'nullable',
                                                                                                            'schema': {
                                                                                                                'type': 'function-plain',
                                                                                                                'function': {
                                                                                                                    'type': 'no-info',
                                                                                                                    'function': antigraft.model.progress.parse_evidence_file,
                                                                                                                },
                                                                                                            },
                                                                                                        },
                                                                                                        'default': None,
                                                                                                    },
                                                                                                },
                                                                                                'url': {
                                                                                                    'type': 'model-field',
                                                                                                    'schema': {
                                                                                                        'type': 'default',
                                                                                                        'schema': {
                                                                                                            'type': 'nullable',
                                                                                                            'schema': {
                                                                                                                'type': 'function-plain',
                                                                                                                'function': {
                                                                                                                    'type': 'no-info',
                                                                                                                    'function': antigraft.model.progress.parse_web_address,
                                                                                                                },
                                                                                                            },
                                                                                                        },
                                                                                                        'default': None,
                                                                                                    },
                                                                                                },
                                                                                                'sha256': {
                                                                                                    'type': 'model-field',
                                                                                                    'schema': {
                                                                                                        'type': 'default',
                                                                                                        'schema': {
                                                                                                            'type': 'nullable',
                                                                                                            'schema': {
                                                                                                                'type': 'function-plain',
                                                                                                                'function': {
                                                                                                                    'type': 'no-info',
                                                                                                                    'function': antigraft.model.progress.parse_digest,
                                                                                                                },
                                                                                                            },
                                                                                                        },
                                                                                                        'default': None,
                                                                                                    },
                                                                                                },
                                                                                            },
                                                                                            'model_name': 'Evidence',
                                                                                        },
                                                                                        "config": {"extra_fields_behavior": "forbid"},
                                                                                        "frozen": True,
                                                                                    },
                                                                                ],
                                                                                'variadic_item_index': 0,
                                                                            },
                                                                            'default': (),
                                                                        },
                                                                    },
                                                                },
                                                                'model_name': 'Measurement',
                                                            },
                                                            "config": {"extra_fields_behavior": "forbid"},
                                                            "frozen": True,
                                                        },
                                                    ],
                                                    'variadic_item_index': 0,
                                                },
                                                'default': (),
                                            },
                                        },
                                        'result': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'default',
                                                'schema': {
                                                    'type': 'nullable',
                                                    'schema': {
                                                        'type': 'str',
                                                    },
                                                },
                                                'default': None,
                                            },
                                        },
                                        'problems': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'default',
                                                'schema': {
                                                    'type': 'nullable',
                                                    'schema': {
                                                        'type': 'str',
                                                    },
                                                },
                                                'default': None,
                                            },
                                        },
                                        'remarks': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'default',
                                                'schema': {
                                                    'type': 'nullable',
                                                    'schema': {
                                                        'type': 'str',
                                                    },
                                                },
                                                'default': None,
                                            },
                                        },
                                        'officer': {
                                            'type': 'model-field',
                                            'schema': {
                                                'type': 'default',
                                                'schema': {
                                                    'type': 'nullable',
                                                    'schema': {
                                                        'type': 'str',
                                                    },
                                                },
                                                'default': None,
                                            },
                                        },
                                    },
                                    'model_name': 'Entry',
                                },
                                "config": {"extra_fields_behavior": "forbid"},
                                "frozen": True,
                            },
                        ],
                        'variadic_item_index': 0,
                    },
                },
                'risks': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'default',
                        'schema': {
                            'type': 'tuple',
                            'items_schema': [
                                {
                                    'type': 'model',
                                    'cls': antigraft.model.progress.Reassessment,
                                    'schema': {
                                        'type': 'model-fields',
                                        'fields': {
                                            'risk': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'function-plain',
                                                    'function': {
                                                        'type': 'no-info',
                                                        'function': antigraft.values.numbers.parse_whole,
                                                    },
                                                },
                                            },
                                            'likelihood': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'function-plain',
                                                            'function': {
                                                                'type': 'no-info',
                                                                'function': antigraft.values.numbers.parse_whole,
                                                            },
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                            'impact': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'function-plain',
                                                            'function': {
                                                                'type': 'no-info',
                                                                'function': antigraft.values.numbers.parse_whole,
                                                            },
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                            'level': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'function-plain',
                                                            'function': {
                                                                'type': 'no-info',
                                                                'function': antigraft.model.risk.parse_level,
                                                            },
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                            'date': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'function-plain',
                                                            'function': {
                                                                'type': 'no-info',
                                                                'function': antigraft.values.years.parse_date,
                                                            },
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                            'controlled': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'function-plain',
                                                            'function': {
                                                                'type': 'no-info',
                                                                'function': antigraft.values.words.parse_yes_no,
                                                            },
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                        },
                                        'model_name': 'Reassessment',
                                    },
                                    "config": {"extra_fields_behavior": "forbid"},
                                    "frozen": True,
                                },
                            ],
                            'variadic_item_index': 0,
                        },
                        'default': (),
                    },
                },
                'goals': {
                    'type': 'model-field',
                    'schema': {
                        'type': 'default',
                        'schema': {
                            'type': 'tuple',
                            'items_schema': [
                                {
                                    'type': 'model',
                                    'cls': antigraft.model.progress.GoalValue,
                                    'schema': {
                                        'type': 'model-fields',
                                        'fields': {
                                            'number': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'function-plain',
                                                    'function': {
                                                        'type': 'no-info',
                                                        'function': antigraft.values.numbers.parse_whole,
                                                    },
                                                },
                                            },
                                            'value': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'function-plain',
                                                    'function': {
                                                        'type': 'no-info',
                                                        'function': antigraft.values.numbers.parse_number,
                                                    },
                                                },
                                            },
                                            'date': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'nullable',
                                                        'schema': {
                                                            'type': 'function-plain',
                                                            'function': {
                                                                'type': 'no-info',
                                                                'function': antigraft.values.years.parse_date,
                                                            },
                                                        },
                                                    },
                                                    'default': None,
                                                },
                                            },
                                            'evidence': {
                                                'type': 'model-field',
                                                'schema': {
                                                    'type': 'default',
                                                    'schema': {
                                                        'type': 'tuple',
                                                        'items_schema': [
                                                            {
                                                                'type': 'model',
                                                                'cls': antigraft.model.progress.Evidence,
                                                                'schema': {
                                                                    'type': 'model-fields',
                                                                    'fields': {
                                                                        'file': {
                                                                            'type': 'model-field',
                                                                            'schema': {
                                                                                'type': 'default',
                                                                                'schema': {
                                                                                    'type': 'nullable',
                                                                                    'schema': {
                                                                                        'type': 'function-plain',
                                                                                        'function': {
                                                                                            'type': 'no-info',
                                                                                            'function': antigraft.model.progress.parse_evidence_file,
                                                                                        },
                                                                                    },
                                                                                },
                                                                                'default': None,
                                                                            },
                                                                        },
                                                                        'url': {
                                                                            'type': 'model-field',
                                                                            'schema': {
                                                                                'type': 'default',
                                                                                'schema': {
                                                                                    'type': 'nullable',
                                                                                    'schema': {
                                                                                        'type': 'function-plain',
                                                                                        'function': {
                                                                                            'type': 'no-info',
                                                                                            'function': antigraft.model.progress.parse_web_address,
                                                                                        },
                                                                                    },
                                                                                },
                                                                                'default': None,
                                                                            },
                                                                        },
                                                                        'sha256': {
                                                                            'type': 'model-field',
                                                                            'schema': {
                                                                                'type': 'default',
                                                                                'schema': {
                                                                                    'type': 'nullable',
                                                                                    'schema': {
                                                                                        'type': 'function-plain',
                                                                                        'function': {
                                                                                            'type': 'no-info',
                                                                                            'function': antigraft.model.progress.parse_digest,
                                                                                        },
                                                                                    },
                                                                                },
                                                                                'default': None,
                                                                            },
                                                                        },
                                                                    },
                                                                    'model_name': 'Evidence',
                                                                },
                                                                "config": {"extra_fields_behavior": "forbid"},
                                                                "frozen": True,
                                                            },
                                                        ],
                                                        'variadic_item_index': 0,
                                                    },
                                                    'default': (),
                                                },
                                            },
                                        },
                                        'model_name': 'GoalValue',
                                    },
                                    "config": {"extra_fields_behavior": "forbid"},
                                    "frozen": True,
                                },
                            ],
                            'variadic_item_index': 0,
                        },
                        'default': (),
                    },
                },
            },
            'model_name': 'Progress',
        },
        "config": {"extra_fields_behavior": "forbid"},
        "frozen": True,
    },
}
