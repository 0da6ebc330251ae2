"""The settings as a model: for ``config set``, for ``doctor`` and for editors.

Everyday commands go by the rows of the table instead, since pydantic is slow to import.
"""

from collections.abc import Mapping
from functools import partial
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    WithJsonSchema,
    create_model,
)
from pydantic_core import PydanticCustomError

from pillarplan.cli.input.settings import SETTINGS, Setting, as_text, unknown
from pillarplan.errors import UsageError

DIALECT = "https://json-schema.org/draft/2020-12/schema"

UNKNOWN = "extra_forbidden"
"""What pydantic calls a key that it does not know."""

SINGLE = ["string", "number"]

AS_WRITTEN = WithJsonSchema(
    {"type": [*SINGLE, "array"], "items": {"type": SINGLE}, "minItems": 1}
)


def _read(name: str, value: object) -> str:
    try:
        return as_text(name, value)
    except UsageError as error:
        raise PydanticCustomError("unfit", "{told}", {"told": str(error)}) from None


def _field(setting: Setting) -> Any:
    text = Annotated[str, BeforeValidator(partial(_read, setting.name)), AS_WRITTEN]
    return text, Field(default=setting.default, description=setting.meaning)


SettingsFile: type[BaseModel] = create_model(
    "SettingsFile",
    __config__=ConfigDict(extra="forbid", title="The settings of pillarplan"),
    __doc__="What config.toml may say: texts, numbers, and lists of them.",
    **{setting.name: _field(setting) for setting in SETTINGS.values()},
)
"""The config file: a field for each setting, whose value is the text of an option."""


def find_faults(table: Mapping[str, object]) -> dict[str, str]:
    """Return what is wrong with each setting in `table`, in a sentence."""
    try:
        SettingsFile.model_validate(table)
    except ValidationError as error:
        return {
            str(each["loc"][0]): (
                unknown(str(each["loc"][0])) if each["type"] == UNKNOWN else each["msg"]
            )
            for each in error.errors(include_url=False)
        }
    return {}


def settings_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the config file."""
    return {"$schema": DIALECT, **SettingsFile.model_json_schema()}
