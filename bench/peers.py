"""Article extractors to stand beside: each takes the bytes of a page and gives text, title, date and authors.

EXTRACTORS names what is installed here; MISSING says why the others are not. They come from PyPI:
    python3 -m venv DIR && DIR/bin/pip install trafilatura readability-lxml && DIR/bin/python bench/beside …
"""
import logging
import re

logging.disable(logging.CRITICAL)
EXTRACTORS, MISSING, VERSIONS = {}, {}, {}


def version_of(package):
    from importlib.metadata import version
    return version(package)


def lines_of(html):
    """The text of a piece of HTML, a line for each block, as readability-lxml gives HTML back."""
    import lxml.html
    try:
        tree = lxml.html.fromstring(html)
    except (ValueError, lxml.etree.ParserError):
        return ""
    for node in tree.iter("p", "div", "li", "br", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th", "blockquote", "figcaption", "section", "article", "pre"):
        node.tail = "\n" + (node.tail or "")
    lines = (re.sub(r"\s+", " ", line).strip() for line in tree.text_content().split("\n"))
    return "\n".join(line for line in lines if line)


try:
    import trafilatura

    def by_trafilatura(page, **options):
        found = trafilatura.bare_extraction(page, include_comments=False, with_metadata=True, **options)
        if not found:
            return {}
        found = found if isinstance(found, dict) else found.as_dict()
        authors = [name.strip() for name in (found.get("author") or "").split(";") if name.strip()]
        return {"text": found.get("text") or "", "title": found.get("title"), "date": found.get("date"), "authors": authors}

    EXTRACTORS["trafilatura"] = by_trafilatura
    EXTRACTORS["trafilatura-fast"] = lambda page: by_trafilatura(page, fast=True)
    VERSIONS["trafilatura"] = VERSIONS["trafilatura-fast"] = version_of("trafilatura")
except ImportError as why:
    MISSING["trafilatura"] = str(why)

try:
    import readability

    def by_readability(page):
        try:
            article = readability.Document(page.decode("utf-8", "replace"))
            return {"text": lines_of(article.summary(html_partial=True)), "title": article.short_title()}
        except Exception:  # it says that it cannot, in many ways: a page without an article
            return {}

    EXTRACTORS["readability-lxml"] = by_readability
    VERSIONS["readability-lxml"] = version_of("readability-lxml")
except ImportError as why:
    MISSING["readability-lxml"] = str(why)
