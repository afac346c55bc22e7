"""Tests of the rules inside one message, a file per rule."""

import pytest

pytest.register_assert_rewrite("tests.berichten.regels.voorbeeld")
