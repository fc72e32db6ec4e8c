"""What tests/pages/run and tests/gold/html_check.py share: asking the program for articles, and comparing lines."""
import csv
import datetime
import difflib
import json
import os
import re
import subprocess
import unicodedata

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAM = os.environ.get("BANGGIAO", os.path.join(ROOT, "build", "banggiao"))


def plain(text):
    """One spelling of a line: composed letters, one blank between words, nothing invisible."""
    text = unicodedata.normalize("NFC", text or "")
    return re.sub(r"\s+", " ", re.sub("[\u200b-\u200d\ufeff\u00ad]", "", text)).strip()


def without_dateline(text):
    """A summary may keep its dateline, "(Dân trí) - ", "TPO - ", "TGVN. ", or not."""
    return re.sub(r"^(?:\([^)]{2,30}\)\s*[-–]?|[A-ZĐ]{2,5}(?:\.VN)?\s*[-–.])\s*", "", plain(text))


def without_credit(text):
    """A caption may keep who took the picture, or not."""
    return re.sub(r"[\s(–-]*(?:Ảnh|ẢNH|Nguồn)\s*:.*$", "", plain(text)).rstrip(" .")


def can_read_articles():
    done = subprocess.run([PROGRAM, "article", "--help"], capture_output=True, check=False)
    return done.returncode == 0


def articles_of(paths):
    """{path: what `banggiao article --json` prints of it}."""
    done = subprocess.run([PROGRAM, "article", "--json", *paths], capture_output=True, check=False)
    found = [json.loads(line) for line in done.stdout.decode().splitlines()]
    return {line["source"]: line for line in found}, done.stderr.decode()


def lines_of(article):
    return [line for line in map(plain, (article.get("text") or "").split("\n")) if line]


def moment(text):
    """A date with its time, None where there is no time in it."""
    try:
        return datetime.datetime.fromisoformat(re.sub(r"\.\d+", "", text).replace(" +", "+").replace("Z", "+00:00")) if "T" in text else None
    except ValueError:
        return None


def same_day(want, got):
    """The day must be right; so must the minute, where both say it."""
    want, got = (want or "").strip(), re.sub(r"^(\d{4}-\d\d-\d\d) (\d)", r"\1T\2", (got or "").strip())
    one, two = moment(want), moment(got)
    if one and two and one.tzinfo and two.tzinfo:
        return one.replace(second=0) == two.replace(second=0)
    size = min(len(want), len(got), 16)
    return bool(want) == bool(got) and want[:size] == got[:size] and (not want or size >= 10)


def one_of(want, got):
    """A name as the page spells it: `want` is the spellings that are right, None where there is none."""
    spellings = want if isinstance(want, list) else [want]
    return (plain(got).casefold() or None) in [plain(name).casefold() or None for name in spellings]


def same_names(want, got):
    return sorted(plain(name).casefold() for name in want or []) == sorted(plain(name).casefold() for name in got or [])


def compare_lines(want, got):
    """(what is missing, what is too much) of two lists in order."""
    missing, extra = [], []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, want, got, autojunk=False).get_opcodes():
        if tag != "equal":
            missing += want[a:b]
            extra += got[c:d]
    return missing, extra


FLOORS = os.path.join(ROOT, "tests", "pages", "floors.csv")


def read_floors():
    with open(FLOORS, encoding="utf-8", newline="") as f:
        return [(row["set"], row["figure"], int(row["floor"])) for row in csv.DictReader(f)]


def write_floors(rows):
    with open(FLOORS, "w", encoding="utf-8", newline="") as f:
        csv.writer(f, lineterminator="\n").writerows([("set", "figure", "floor"), *sorted(rows)])


class Tally:
    """How many pages are right in each field. `set` names the rows of floors.csv."""

    def __init__(self, name):
        self.name, self.asked, self.right, self.said = name, {}, {}, []

    def page(self, name, fields, wrong):
        """A page: the fields that were compared, and (field, message) of each difference."""
        wrong = list(wrong)
        for field in [*fields, "whole"]:
            self.asked[field] = self.asked.get(field, 0) + 1
            self.right[field] = self.right.get(field, 0) + (not wrong if field == "whole" else all(field != bad for bad, _ in wrong))
        if wrong:
            self.said.append(f"FAILED {name}")
            self.said += [f"       {field}: {message}"[:200] for field, message in wrong]

    def tell_pages(self):
        """Each page that differs, and in what; a test is a page."""
        print("".join(line + "\n" for line in self.said), end="")
        good, all_ = self.right.get("whole", 0), self.asked.get("whole", 0)
        print(f"{good} passed, {all_ - good} failed")
        return 0 if good == all_ else 1

    def tell_figures(self, lift):
        """A test is a field: right on no fewer pages than its floor."""
        floors = {figure: floor for name, figure, floor in read_floors() if name == self.name}
        bad = 0
        for figure, all_ in sorted(self.asked.items()):
            fell = self.right[figure] < floors.get(figure, 0)
            bad += fell
            print(f"{'FAILED' if fell else 'ok':<6} {self.name} {figure}: {self.right[figure]} of {all_}, floor {floors.get(figure, 0)}")
            floors[figure] = max(self.right[figure], floors.get(figure, 0))
        if lift:
            write_floors([row for row in read_floors() if row[0] != self.name] + [(self.name, *row) for row in floors.items()])
        print(f"{len(self.asked) - bad} passed, {bad} failed")
        return 1 if bad else 0
