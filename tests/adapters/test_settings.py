"""Settings: every fault at once, with its remedy, and exit code 2."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from adapters.__main__ import app
from adapters.sealing import new_key
from adapters.settings import PREFIX, SECRETS, Settings, WrongSettings, read_settings

GOOD = {
    "PASSERELLE_DATABASE_URL": "postgresql+psycopg://bot@db/passerelle",
    "PASSERELLE_PORT": "0",
    "PASSERELLE_HOST": "0.0.0.0",  # noqa: S104  nothing listens in this test
    "PASSERELLE_SECRET_KEY": new_key(),
    "PASSERELLE_ORGANISATION": "Acme",
    "PASSERELLE_LANGUAGE": "en",
    "PASSERELLE_SLACK_SIGNING_SECRET": f"{'a' * 32}, {'0' * 32}",
    "PASSERELLE_SLACK_BOT_TOKEN": "xoxb-1-2-three",
    "PASSERELLE_SLACK_APP_TOKEN": "xapp-1-A1-2-three",
    "PASSERELLE_SLACK_CLIENT_ID": "123.456",
    "PASSERELLE_SLACK_CLIENT_SECRET": "abcdefgh",
    "PASSERELLE_SLACK_WORKSPACES": "T123, E456",
    "PASSERELLE_SLACK_COORDINATORS": "U123,W456",
    "PASSERELLE_SLACK_EMAILS": "true",
    "PASSERELLE_SLACK_HISTORY": "1",
    "PASSERELLE_SLACK_PROFILES": "true",
    "PASSERELLE_SLACK_DEVELOPMENT": "true",
    "PASSERELLE_SLACK_API_URL": "http://127.0.0.1:4003/api/",
    "PASSERELLE_LOG_LEVEL": "debug",
    "PASSERELLE_TEAMS_APP_ID": "00000000-0000-0000-0000-000000000001",
    "PASSERELLE_TEAMS_TENANTS": "00000000-0000-0000-0000-000000000002",
    "PASSERELLE_TEAMS_SECRET": "a~secret",
    "PASSERELLE_TEAMS_IDENTITY": "false",
    "PASSERELLE_TEAMS_CLOUD": "gcch",
    "PASSERELLE_TEAMS_DEVELOPMENT": "false",
}
BAD = {
    "PASSERELLE_DATABASE_URL": ("mysql://x", "sqlite:///"),
    "PASSERELLE_PORT": ("70000", "65535"),
    "PASSERELLE_HOST": ("", "at least 1 character"),
    "PASSERELLE_SECRET_KEY": ("tooshort", "`passerelle key`"),
    "PASSERELLE_ORGANISATION": ("", "at least 1 character"),
    "PASSERELLE_LANGUAGE": ("de", "'fr' or 'en'"),
    "PASSERELLE_SLACK_SIGNING_SECRET": ("xoxb-1-2-three", "Signing Secret"),
    "PASSERELLE_SLACK_BOT_TOKEN": ("xapp-1-A1-2-three", "xoxb-"),
    "PASSERELLE_SLACK_APP_TOKEN": ("xoxb-1-2-three", "xapp-"),
    "PASSERELLE_SLACK_CLIENT_ID": ("A123", "two numbers"),
    "PASSERELLE_SLACK_CLIENT_SECRET": ("short", "Client Secret"),
    "PASSERELLE_SLACK_WORKSPACES": ("my-company", "T or E"),
    "PASSERELLE_SLACK_COORDINATORS": ("@nadia", "U or W"),
    "PASSERELLE_SLACK_EMAILS": ("perhaps", "boolean"),
    "PASSERELLE_SLACK_HISTORY": ("perhaps", "boolean"),
    "PASSERELLE_SLACK_PROFILES": ("perhaps", "valid boolean"),
    "PASSERELLE_SLACK_DEVELOPMENT": ("perhaps", "valid boolean"),
    "PASSERELLE_SLACK_API_URL": ("http://slack.example/api/", "https://"),
    "PASSERELLE_LOG_LEVEL": ("loud", "'debug', 'info', 'warning' or 'error'"),
    "PASSERELLE_TEAMS_APP_ID": ("mentor-bot", "an application id"),
    "PASSERELLE_TEAMS_TENANTS": ("acme.example", "ids of tenants"),
    "PASSERELLE_TEAMS_SECRET": ("00000000-0000-0000-0000-000000000003", "the secret's value"),
    "PASSERELLE_TEAMS_IDENTITY": ("perhaps", "valid boolean"),
    "PASSERELLE_TEAMS_CLOUD": ("moon", "'public', 'gcch' or 'dod'"),
    "PASSERELLE_TEAMS_DEVELOPMENT": ("perhaps", "valid boolean"),
}
"""A wrong value of every setting, and a word of its remedy."""


@pytest.fixture
def runner() -> CliRunner:
    return CliRunner()


def test_every_setting_is_tried() -> None:
    names = {PREFIX + name.upper() for name in Settings.model_fields}

    assert set(GOOD) == set(BAD) == names


@pytest.mark.parametrize("name", BAD)
def test_each_fault_is_named_with_its_remedy(runner: CliRunner, name: str) -> None:
    value, remedy = BAD[name]

    result = runner.invoke(app, ["migrate"], env={**GOOD, name: value})

    assert result.exit_code == 2
    assert result.stdout == ""
    [line] = result.stderr.splitlines()
    assert line.startswith(name)
    assert remedy in line
    assert (repr(value) in line) is (name.removeprefix(PREFIX).lower() not in SECRETS)


@pytest.mark.parametrize("address", ["http://127.0.0.1:4003/api/", "https://slack.example/api/"])
def test_nothing_stands_in_for_slack_unless_it_is_said(runner: CliRunner, address: str) -> None:
    env = {**GOOD, "PASSERELLE_SLACK_API_URL": address, "PASSERELLE_SLACK_DEVELOPMENT": "false"}

    result = runner.invoke(app, ["migrate"], env=env)

    assert result.exit_code == 2
    [line] = result.stderr.splitlines()
    assert "PASSERELLE_SLACK_DEVELOPMENT=true" in line


def test_a_secret_is_not_told_even_when_it_is_wrong(runner: CliRunner) -> None:
    env = {**GOOD, "PASSERELLE_SECRET_KEY": "hunter2hunter2"}

    assert "hunter2" not in runner.invoke(app, ["migrate"], env=env).stderr


def test_a_secret_may_be_kept_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    keys = [new_key(), new_key()]
    (tmp_path / "key").write_text(", ".join(keys) + "\n", encoding="utf-8")
    monkeypatch.setenv("PASSERELLE_SECRET_KEY_FILE", str(tmp_path / "key"))

    assert read_settings().secret_keys == keys


def test_a_file_that_is_not_there_is_a_fault(runner: CliRunner, tmp_path: Path) -> None:
    env = {"PASSERELLE_SECRET_KEY_FILE": str(tmp_path / "none")}

    result = runner.invoke(app, ["migrate"], env=env)

    assert result.exit_code == 2
    assert "PASSERELLE_SECRET_KEY_FILE must name a text file" in result.stderr


def test_all_faults_are_told_at_once(runner: CliRunner) -> None:
    wrong = {name: value for name, (value, _) in BAD.items()}

    result = runner.invoke(app, ["migrate"], env={**wrong, "PASSERELLE_LANGAUGE": "fr"})

    assert result.exit_code == 2
    for name in (*BAD, "PASSERELLE_LANGAUGE"):
        assert result.stderr.count(name + " ") == 1


def test_a_mistyped_setting_is_told_the_nearest(runner: CliRunner) -> None:
    result = runner.invoke(app, ["migrate"], env={**GOOD, "PASSERELLE_DATABSE_URL": "sqlite:///x"})

    assert result.exit_code == 2
    assert "did you mean PASSERELLE_DATABASE_URL?" in result.stderr


def test_a_strange_setting_is_told_what_there_is(runner: CliRunner) -> None:
    result = runner.invoke(app, ["migrate"], env={**GOOD, "PASSERELLE_Q": "1"})

    assert result.exit_code == 2
    assert all(name in result.stderr for name in GOOD)


def test_options_come_before_the_environment(runner: CliRunner) -> None:
    result = runner.invoke(app, ["migrate", "--database", "oracle://x"], env=GOOD)

    assert result.exit_code == 2
    assert "PASSERELLE_DATABASE_URL" in result.stderr


def test_what_is_wrong_says_so_itself() -> None:
    with pytest.raises(WrongSettings) as wrong:
        read_settings(port="x", language="xx")

    assert len(wrong.value.faults) == 2
    assert str(wrong.value) == "\n".join(wrong.value.faults)


def test_an_option_that_is_not_given_leaves_the_default() -> None:
    assert read_settings(database_url=None).database_url == "sqlite:///passerelle.db"


APP, TENANT = GOOD["PASSERELLE_TEAMS_APP_ID"], GOOD["PASSERELLE_TEAMS_TENANTS"]


@pytest.mark.parametrize(
    ("given", "remedy"),
    [
        ({"teams_secret": "a~secret"}, "anybody could speak as anybody"),
        ({"teams_identity": True}, "anybody could speak as anybody"),
        ({"teams_tenants": TENANT}, "anybody could speak as anybody"),
        ({"teams_app_id": APP, "teams_secret": "a~secret"}, "needs PASSERELLE_TEAMS_TENANTS"),
        ({"teams_app_id": APP, "teams_tenants": TENANT}, "PASSERELLE_TEAMS_IDENTITY=true"),
        (
            {
                "teams_app_id": APP,
                "teams_tenants": TENANT,
                "teams_secret": "x",
                "teams_identity": True,
            },
            "needs either",
        ),
        ({"teams_development": True, "host": "0.0.0.0"}, "127.0.0.1"),  # noqa: S104  not listened on
        ({"teams_development": True, "teams_app_id": APP}, "must be empty"),
    ],
)
def test_half_an_app_of_teams_is_not_served(given: dict[str, object], remedy: str) -> None:
    with pytest.raises(WrongSettings, match=remedy) as wrong:
        read_settings(**given)

    assert all(fault.startswith("PASSERELLE_TEAMS_APP_ID ") for fault in wrong.value.faults)


def test_teams_may_be_played_with_on_loopback_without_an_app() -> None:
    assert read_settings(teams_development=True).teams_app_id == ""


def test_tenants_are_read_in_small_letters() -> None:
    tenants = "AAAAAAAA-0000-0000-0000-000000000001, bbbbbbbb-0000-0000-0000-000000000002"

    assert read_settings(
        teams_app_id=APP, teams_tenants=tenants, teams_identity=True
    ).teams_tenant_ids == tenants.lower().split(", ")
