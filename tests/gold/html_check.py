#!/usr/bin/env python3
"""Compare `banggiao article --json` with the gold of real pages, page by page: what is missing, what is too much.

  tests/gold/html_check.py [FOLDER] [WORD…]      FOLDER holds the pages (../shared/data/html); only pages whose name holds a word

tests/gold/html.jsonl was made by hand and holds no text of the pages: of each block its first words (at most five), its length in
bytes and the beginning of the SHA-256 of its text (entities decoded, NFC, blanks collapsed). A page is an object:
  page, is_list              the file; a list page has no more than these two
  title, summary             [words, bytes, hash]; a summary's second hash is that without its dateline "(Dân trí) - "
  blocks                     [kind, words, bytes, hash] in order; kind paragraph, heading, or credit (a line that names the writer)
  captions                   [words, bytes, hash, hashes without the credit]
  furniture                  lines of the page that must not be kept: boxes of related stories, tags, buttons
  authors, published, published_in (where the page says so), modified, url, outlet (spellings that are right), agency, reprint_of
`text` must be the paragraphs and headings, a line each, and nothing else; the summary may stand before them. The last line is `N passed, N failed`; a test is a page.
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
    want, got = gold["captions"], article.get("captions") or []
    left = [articles.plain(caption) for caption in got]
    for row in want:
        found = next((c for c in left if {hash_of(c), hash_of(articles.without_credit(c))} & set(row[2:])), None)
        if found is None:
            yield f"missing caption '{row[0]} …'"
        else:
            left.remove(found)
    for caption in left:
        yield f"caption too much: '{caption[:80]}'"


def check(gold, article):
    """What is wrong with an article."""
    if bool(article.get("is_list")) != gold["is_list"]:
        yield f"is_list is {article.get('is_list')}"
    if gold["is_list"]:
        return
    for field in ("title", "summary"):
        got = article.get(field) or ""
        if not {hash_of(got), hash_of(articles.without_dateline(got))} & set(gold[field][2:]):
            yield f"{field}: wanted '{gold[field][0]} …', read '{got[:80]}'"
    yield from check_text(gold, article)
    yield from check_captions(gold, article)
    if not articles.same_names(gold["authors"], article.get("authors")):
        yield f"authors: wanted {gold['authors']}, read {article.get('authors')}"
    if not articles.same_day(gold["published"], article.get("published")):
        yield f"published: wanted {gold['published']}, read {article.get('published')}"
    for field in ("outlet", "agency", "reprint_of", "url"):
        if not articles.one_of(gold[field], article.get(field)):
            yield f"{field}: wanted {gold[field]}, read {article.get(field)}"


def main():
    words = sys.argv[1:]
    folder = words.pop(0) if words and os.path.isdir(words[0]) else DEFAULT
    with open(os.path.join(HERE, "html.jsonl"), encoding="utf-8") as f:
        gold = [row for row in map(json.loads, f) if not words or any(word in row["page"] for word in words)]
    reason = "no pages here" if not os.path.isdir(folder) else "no command article" if not articles.can_read_articles() else None
    if reason:
        print(f"html # SKIP {reason}\n0 passed, 0 failed, {len(gold)} skipped")
        return 0
    read, said = articles.articles_of([os.path.join(folder, row["page"]) for row in gold])
    failed = 0
    for row in gold:
        article = read.get(os.path.join(folder, row["page"]))
        wrong = list(check(row, article)) if article else ["not read: " + said[:300]]
        failed += bool(wrong)
        if wrong:
            articles.report(row["page"], wrong)
    print(f"{len(gold) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
