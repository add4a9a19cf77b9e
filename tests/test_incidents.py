"""The incidents of the counter and the stories of its day: each is shown by a test.

A test of the rules says which incident it shows: ``test_n17_…``, or ``N17: …`` at the head of its
words or its file's. To find them: ``grep -rn "N17" tests``. The table below says which test plays
an incident or a story of the day through the window, with keys alone.
"""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
INCIDENTS = {
    4: "the printer has no paper, or stops amid a slip",
    5: "the wrong procedure, before the reception",
    6: "the wrong procedure or day, after it",
    7: "papers are missing",
    8: "no identity paper was brought",
    9: "an organisation",
    10: "somebody who acts for another",
    11: "the same person and procedure again",
    13: "three days without a line",
    14: "the computer's clock is wrong",
    15: "two counters, the same person",
    16: "another person collects",
    17: "the slip is lost",
    18: "the slip is printed again",
    19: "what was missing comes",
    20: "the dossier is withdrawn",
    21: "late, and an apology",
    22: "refused or stopped after the reception",
    25: "the catalogue changes in the middle of the day",
}
IN_THE_WINDOW = {
    "test_window_identity_incidents": {
        "N1": "n1_a_worn_code_a_garbled",
        "N2": "n2_a_camera_that_another",
        "N8": "n8_without_a_paper_the",
        "N23": "n23_a_card_that_contradicts",
    },
    "test_window_scan": {
        "N3": "a_pile_that_jams_goes",
        "N12, while scanning": "what_was_scanned_is_there",
        "scan": "sixty_pages_of_both_sides",
    },
    "test_window": {
        "N4, out of paper": "a_printer_that_fails_is",
        "N4, tells nothing": "of_a_printer_that_tells",
        "07:28 log in": "a_wrong_password_opens",
        "new reception": "a_card_three_papers_and",
        "case chips": "a_procedure_with_cases",
        "accept and print": "the_accepting_key_held",
        "next": "after_a_dossier_the_page",
        "where is my dossier": "a_dossier_is_found_from",
        "11:30 lunch": "the_lock_keeps_the_work",
        "11:30 another officer": "drafts_stay_with_their",
    },
    "test_window_paper_incidents": {
        "N4, the roll ends amid a slip": "n4_paper_that_ends_amid",
        "N4, pulled out amid a slip": "n4_a_printer_pulled_out",
        "N4, a jam over a page": "n4_a_jam_over_a_page",
    },
    "test_window_incidents": {
        "N5": "n5_the_wrong_procedure",
        "N9": "n9_an_organisation_is",
        "N10": "n10_who_acts_for_another",
        "N11": "n11_the_same_person_and",
        "owner is another": "n10_who_acts_for_another",
        "checklist": "n5_the_wrong_procedure",
    },
    "test_window_dossier": {
        "N6": "the_wrong_procedure_is",
    },
    "test_window_exits": {
        "N7, guidance": "guidance_keeps_the_draft",
        "N7, forms": "forms_02_and_03_with_a",
    },
    "test_window_power_cut": {
        "N12, while typing": "n12_the_same_draft_field",
    },
    "test_window_long_days": {
        "N13": "n13_three_days_without",
        "17:00 leave": "who_leaves_is_told_what",
        "a monitor unplugged": "the_officers_own_monitor",
        "the camera after a sleep": "after_a_sleep_the_camera",
    },
    "test_window_clock": {
        "N14, unknown": "n14_who_says_what_day",
        "N14, set back": "a_clock_set_back_stops",
    },
    "test_window_twins": {
        "N15": "n15_an_officer_sees_both",
    },
    "test_window_results": {
        "N16": "a_stranger_is_refused",
        "13:40 results in": "a_result_that_has_come",
        "14:10 return": "the_owner_gets_the_result",
    },
    "test_window_incidents_after": {
        "N17": "n17_who_lost_the_slip",
        "N19": "n19_a_slip_leads_to_what",
    },
    "test_window_lawful_acts": {
        "N18": "a_slip_is_printed_again",
        "N22": "who_gets_no_result_gets",
        "N28": "a_supervisor_gives_a_draft",
    },
    "test_window_life": {
        "N20": "a_withdrawal_names_what",
        "N21": "the_form_of_an_apology",
    },
    "test_incidents_scanning": {
        "N24": "n24_a_full_disk_takes",
    },
    "test_window_catalogue": {
        "N25": "an_officer_sees_what_a",
    },
    "test_window_home": {
        "07:25 switch on": "the_day_begins_at_the",
    },
    "test_window_till": {
        "07:29 open till": "a_shift_with_a_difference",
        "fee": "a_transfer_is_shown_as",
        "16:45 close till": "the_report_of_the_shift",
    },
    "test_window_codes": {
        "scan ID": "a_card_read_anywhere_begins",
    },
    "test_window_citizen": {
        "citizen checks": "the_citizen_checks_answers",
        "the citizen's monitor unplugged": "a_screen_that_goes_takes",
    },
    "test_window_hand_over": {
        "10:45 hand over": "one_folder_leaves_one",
    },
    "test_window_log": {
        "16:55 daily log": "the_day_is_looked_at_printed",
    },
    "test_window_board": {
        "supervisor's morning": "the_board_counts_what",
    },
    "test_window_bad_input": {
        "a megabyte, emoji, right to left": "what_is_pasted_is_cut",
    },
    "test_window_rough_days": {
        "1024×600": "on_a_screen_of_1024_by",
        "two instances": "a_second_window_on_the",
        "50 open drafts": "fifty_drafts_fill_the",
    },
    "test_window_turning": {
        "midnight": "midnight_begins_another",
        "sleep and wake": "who_wakes_the_computer",
    },
}
"""File and story: how the name of the test begins that plays it through the window by keys."""
_NAMED = re.compile(r"\bN(\d+)\b")
_CALLED = re.compile(r"^test_n(\d+)_")


@cache
def shown() -> set[int]:
    """Give the numbers of the incidents that some test says it shows."""
    found: set[int] = set()
    for file in set(TESTS.rglob("test_*.py")) - {Path(__file__)}:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        tests = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
        said = [ast.get_docstring(tree) or "", *(ast.get_docstring(test) or "" for test in tests)]
        numbers = _NAMED.findall("\n".join(said))
        numbers += [number for node in tests for number in _CALLED.findall(node.name)]
        found |= set(map(int, numbers))
    return found


@pytest.mark.parametrize("number", INCIDENTS, ids=lambda number: f"N{number}")
def test_an_incident_is_shown_by_a_test_that_bears_its_number(number: int) -> None:
    assert number in shown(), INCIDENTS[number]


@cache
def window_tests(file: str) -> dict[str, ast.FunctionDef]:
    """Give the tests of a file of the window's."""
    tree = ast.parse((TESTS / "ui" / f"{file}.py").read_text(encoding="utf-8"))
    return {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize(
    ("file", "story"), [(file, story) for file, of in IN_THE_WINDOW.items() for story in of]
)
def test_a_story_is_played_through_the_window_by_one_test(file: str, story: str) -> None:
    begins = f"test_{IN_THE_WINDOW[file][story]}"
    (test,) = [node for name, node in window_tests(file).items() if name.startswith(begins)]

    given = {argument.arg for argument in test.args.args}
    assert given & {"at_work", "counter", "beside", "home"}, "no window is opened"


def test_every_incident_that_a_window_must_show_is_in_the_table() -> None:
    told = {int(n) for of in IN_THE_WINDOW.values() for story in of for n in _NAMED.findall(story)}

    assert {*range(1, 13), 14, 18, 24} <= told
