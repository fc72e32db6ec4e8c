#!/usr/bin/env python3
"""Check the rules of the house that no compiler knows.

  - an include in src/ points left in the order of the stages; src/doc.c alone knows them all; cli/ uses only banggiao.h
  - every rule of the grammar has an id of its own, an eg and a not
  - no function is longer than 60 lines without a comment NEEDSWORK or "long:" above it that says why
  - every attribute of the lexicon is one that a rule or the C asks for
  - a function that a header declares stands under a comment, or in a row of declarations under one
  - no word of a language stands in the C of the stages that read: it belongs into data/
  - no page of others is in the tree

Prints `file:line: message` for every fault; exit 1 if there is one.
"""
import glob
import os
import re
import subprocess
import sys

STAGES = ["base", "data", "page", "article", "text", "mention", "claim", "record", "view"]
WORDLESS = ["article", "text", "mention", "claim"]
LONGEST = 60
CALLED = {"source"}  # an attribute that is for readers of the file: where the fact is from
faults = 0


def fault(path, line, message):
    global faults
    faults += 1
    print(f"{path}:{line}: {message}")


def lines_of(path):
    with open(path, encoding="utf-8") as f:
        return f.read().split("\n")


def quoted_includes(path):
    for number, line in enumerate(lines_of(path), 1):
        found = re.match(r'\s*#\s*include\s+"([^"]+)"', line)
        if found:
            yield number, found.group(1)


def stage_of(path):
    parts = os.path.normpath(path).split(os.sep)
    return parts[1] if len(parts) > 2 and parts[0] == "src" else None


def check_stage_includes(path):
    here = stage_of(path)
    if here not in STAGES:
        if path != "src/doc.c":
            fault(path, 1, "a file of no stage")
        return
    for number, name in quoted_includes(path):
        if name == "banggiao.h":
            continue
        there = stage_of(os.path.join(os.path.dirname(path), name))
        if there not in STAGES:
            fault(path, number, f'"{name}" belongs to no stage')
        elif STAGES.index(there) > STAGES.index(here):
            fault(path, number, f"{here} includes {there}, which stands to its right")


def check_cli_includes(path):
    for number, name in quoted_includes(path):
        if name != "banggiao.h" and ("/" in name or not os.path.exists(os.path.join("cli", name))):
            fault(path, number, f'the command line uses only banggiao.h and cli/, not "{name}"')


def without_comments(text):
    """The C with its comments blanked, lines and strings kept."""
    return re.sub(r'"(?:\\.|[^"\\\n])*"|/\*.*?\*/', lambda m: m.group() if m.group()[0] == '"' else re.sub(r"[^\n]", " ", m.group()), text, flags=re.S)


def check_words(path):
    """A string with a letter outside ASCII is a word that a native reader knows."""
    for number, line in enumerate(without_comments("\n".join(lines_of(path))).split("\n"), 1):
        if re.search(r'"(?:\\.|[^"\\])*[^\x00-\x7f]', line):
            fault(path, number, "a word of a language; make it a class or an attribute in data/vi")


def check_function_length(path):
    lines = lines_of(path)
    start = None
    for number, line in enumerate(lines, 1):
        if re.match(r"[A-Za-z_].*\)\s*\{$", line):
            start = number
        elif line == "}" and start:
            length = number - start + 1
            if length > LONGEST and not excused(lines, start):
                name = re.search(r"(\w+)\(", lines[start - 1])
                fault(path, start, f"{name.group(1) if name else 'a function'} has {length} lines; {LONGEST} at most")
            start = None


def excused(lines, start):
    above = "\n".join(lines[max(0, start - 6):start - 1])
    return "NEEDSWORK" in above or "long:" in above


def check_rules(paths):
    seen = {}
    for path in paths:
        rule = None
        for number, line in enumerate(lines_of(path) + ["rule "], 1):
            word = line.split(None, 1)[0] if line.strip() and not line[0].isspace() else ""
            if word == "rule":
                if rule:
                    check_rule(*rule)
                name = line.split(None, 1)[1].strip() if len(line.split()) > 1 else ""
                rule = (path, number, name, []) if name else None
                if name in seen:
                    fault(path, number, f"rule '{name}' stands at {seen[name]} too")
                elif name:
                    seen[name] = f"{path}:{number}"
            elif rule and word in ("eg", "not"):
                rule[3].append(word)


def check_rule(path, number, name, examples):
    for kind in ("eg", "not"):
        if kind not in examples:
            fault(path, number, f"rule '{name}' has no {kind}")


def check_contracts(path):
    """Declarations between two blank lines are a row: the first has a comment above or behind it."""
    told = False
    for number, line in enumerate(lines_of(path), 1):
        told = bool(line.strip()) and (told or "*/" in line)
        if re.match(r"(?!typedef|static|#)[A-Za-z_][\w *]*\bbg_\w+\(", line) and not told:
            fault(path, number, "a declaration without a word on how to use it")


def attributes_of(path):
    """Line and key of each attribute in a file of the lexicon."""
    for number, line in enumerate(lines_of(path), 1):
        columns = line.split("\t")
        if len(columns) > 2 and line[0] not in "#@":
            for attribute in columns[2].split():
                yield number, attribute.split("=")[0]


def keys_asked_for():
    """What rules test in brackets or copy from a capture, and what C asks by number (keys.h) or by name (CALLED)."""
    keys = set(re.findall(r'X\(\w+, "(\w+)"\)', "\n".join(lines_of("src/data/keys.h")))) | CALLED
    for path in glob.glob("data/*/grammar/*.rules"):
        for line in lines_of(path):
            if line.split(None, 1)[:1] in (["eg"], ["not"]) or line.startswith("#"):
                continue
            for tests in re.findall(r"\[([^\]]*)\]", line):
                keys.update(re.findall(r"(?:^|[,!\s])(\w+)(?=\s*(?:[=!,|]|$))", tests))
            keys.update(re.findall(r"\$\w+\.(\w+)", line))
    return keys


def check_attributes(paths):
    keys = keys_asked_for()
    for path in paths:
        for number, key in attributes_of(path):
            if key not in keys:
                fault(path, number, f"nothing asks for the attribute '{key}'")


def check_names():
    """Pages of others keep their names in the folders they come from; none of these belongs into the tree."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], capture_output=True, text=True, check=False)
    for path in listed.stdout.split("\n"):
        name = os.path.basename(path)
        if re.fullmatch(r"\d{3}_[0-9a-f]{16}\.\w+|[a-z]?\d{3,5}\.(txt|html)|.*\.(warc|warc\.gz|mhtml)", name):
            fault(path, 1, "looks like a page of others")


def main():
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
    sources = sorted(glob.glob("src/**/*.[ch]", recursive=True))
    for path in sources:
        check_stage_includes(path)
        if stage_of(path) in WORDLESS:
            check_words(path)
    for path in ["include/banggiao.h"] + [path for path in sources if path.endswith(".h")]:
        check_contracts(path)
    for path in sorted(glob.glob("cli/*.[ch]")):
        check_cli_includes(path)
    for path in sources + sorted(glob.glob("cli/*.c") + glob.glob("t*/**/*.c", recursive=True) + glob.glob("bench/*.c")):
        check_function_length(path)
    check_attributes(sorted(glob.glob("data/*/lexicon/*.txt")))
    check_rules(sorted(glob.glob("data/*/grammar/*.rules")))
    check_names()
    print("lint: clean" if not faults else f"lint: {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
