#!/usr/bin/env python3
"""Compare `banggiao article --json` with the gold of real pages, page by page: what is missing, what is too much.

  tests/gold/html_check.py [FOLDER]                     in how many pages each field is right, beside the floor in tests/pages/floors.csv
  tests/gold/html_check.py [FOLDER] --raise             and lift the floors
  tests/gold/html_check.py [FOLDER] --pages | WORD…     each page that differs (whose name holds a word), and in what
FOLDER holds the pages (../shared/data/html).

tests/gold/html.jsonl was made by hand and holds no text of the pages: of each block its first words (at most five), its length in
bytes and the beginning of the SHA-256 of its text (entities decoded, NFC, blanks collapsed). A page is an object:
  page, is_list              the file; a list page has no more than these two
  title, summary             [words, bytes, hash]; a summary's second hash is that without its dateline "(Dân trí) - "
  blocks                     [kind, words, bytes, hash] in order; kind paragraph, heading, or credit (a line that names the writer)
  captions                   [words, bytes, hash, hashes without the credit]
  furniture                  lines of the page that must not be kept: boxes of related stories, tags, buttons
  authors, published, published_in (where the page says so), modified, url, outlet (spellings that are right), agency, reprint_of
`text` must be the paragraphs and headings, a line each, and nothing else; the summary may stand before them. The last line is `N passed, N failed`.
"""
import hashlib
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "pages"))
import articles  # noqa: E402

DEFAULT = os.path.join(os.path.abspath(os.environ.get("SHARED", os.path.join(articles.ROOT, "..", "shared"))), "data", "html")


def hash_of(text):
    return hashlib.sha256(articles.plain(text).encode()).hexdigest()[:12]


def check_text(gold, article):
    """The body, block by block."""
    names = {block[3]: f"{block[0]} '{block[1]} …' ({block[2]} bytes)" for block in gold["blocks"]}
    furniture = {line[2] for line in gold["furniture"]}
    lines = {hash_of(line): line for line in articles.lines_of(article)}
    want = [block[3] for block in gold["blocks"] if block[0] != "credit"]
    got = [hash_of(line) for line in articles.lines_of(article)]
    if got and got[0] == gold["summary"][2]:
        got = got[1:]
    missing, extra = articles.compare_lines(want, got)
    for key in missing:
        yield f"missing {names[key]}"
    for key in extra:
        kind = "furniture" if key in furniture else "credit" if key in names else "line"
        yield f"{kind} too much: '{lines[key][:80]}'"


def check_captions(gold, article):
    left = [articles.plain(caption) for caption in article.get("captions") or []]
    for row in gold["captions"]:
        found = next((c for c in left if {hash_of(c), hash_of(articles.without_credit(c))} & set(row[2:])), None)
        if found is None:
            yield f"missing '{row[0]} …'"
        else:
            left.remove(found)
    yield from (f"too much: '{caption[:80]}'" for caption in left)


def same_text(want, got):
    return bool({hash_of(got or ""), hash_of(articles.without_dateline(got))} & set(want[2:]))


SAME = {"is_list": lambda want, got: want == bool(got), "title": same_text, "summary": same_text, "authors": articles.same_names, "published": articles.same_day,
        "outlet": articles.one_of, "agency": articles.one_of, "reprint_of": articles.one_of, "url": articles.one_of}


def fields_of(gold):
    return ["is_list"] if gold["is_list"] else [*SAME, "body", "captions"]


def check(gold, article):
    """(field, what is wrong with it) of an article."""
    for field in fields_of(gold):
        if field in SAME and not SAME[field](gold[field], article.get(field)):
            yield field, f"wanted {gold[field]}, read '{str(article.get(field))[:80]}'"
    if not gold["is_list"]:
        yield from (("body", message) for message in check_text(gold, article))
        yield from (("captions", message) for message in check_captions(gold, article))


def main():
    options = {word for word in sys.argv[1:] if word.startswith("--")}
    words = [word for word in sys.argv[1:] if word not in options]
    folder = words.pop(0) if words and os.path.isdir(words[0]) else DEFAULT
    with open(os.path.join(HERE, "html.jsonl"), encoding="utf-8") as f:
        gold = [row for row in map(json.loads, f) if not words or any(word in row["page"] for word in words)]
    reason = "no pages here" if not os.path.isdir(folder) else "no command article" if not articles.can_read_articles() else None
    if reason:
        print(f"html # SKIP {reason}\n0 passed, 0 failed, {len(gold)} skipped")
        return 0
    read, said = articles.articles_of([os.path.join(folder, row["page"]) for row in gold])
    tally = articles.Tally("html")
    for row in gold:
        article = read.get(os.path.join(folder, row["page"]))
        tally.page(row["page"], fields_of(row), check(row, article) if article else [(field, "not read: " + said[:100]) for field in fields_of(row)])
    return tally.tell_pages() if words or "--pages" in options else tally.tell_figures("--raise" in options)


if __name__ == "__main__":
    sys.exit(main())
