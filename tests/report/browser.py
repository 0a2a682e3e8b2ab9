#!/usr/bin/env python3
"""Opens pages of tls12 explain in Chromium: fields and bytes light up together, nothing overflows, nothing else runs.

usage: BUILD=build python3 tests/report/browser.py

make check-report runs it. Screenshots at both widths go to BUILD/report. The last line counts.
"""
import base64
import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request

ROOT = os.path.realpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
BUILD = os.path.abspath(os.environ.get("BUILD", os.path.join(ROOT, "build")))
TLS12 = os.path.join(BUILD, "tls12")
OUT = os.path.join(BUILD, "report")
VECTORS = os.path.join(ROOT, "..", "shared", "vectors")
WIDTHS = (360, 1400)
PORT = 9518
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the key of an element in the WebDriver protocol
passed = failed = 0


def check(what, good, detail=""):
    global passed, failed
    passed, failed = passed + bool(good), failed + (not good)
    if not good:
        print("FAILED: %s %s" % (what, detail))


class Browser:
    """One session of chromedriver, by the WebDriver protocol."""

    def __init__(self):
        self.driver = subprocess.Popen(["chromedriver", "--port=%d" % PORT], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.session = ""
        for _ in range(150):
            try:
                if self.call("GET", "/status")["ready"]:
                    break
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.2)
        options = {"args": ["--headless=new", "--no-sandbox", "--disable-gpu"]}
        wanted = {"browserName": "chrome", "goog:loggingPrefs": {"browser": "ALL"}, "goog:chromeOptions": options}
        self.session = "/session/" + self.call("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})["sessionId"]

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request("http://127.0.0.1:%d%s%s" % (PORT, self.session if path != "/status" else "", path),
                                         method=method, data=data, headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=120) as answer:
            return json.load(answer)["value"]

    def run(self, script):
        return self.call("POST", "/execute/sync", {"script": script, "args": []})

    def open(self, path, width):
        self.call("POST", "/window/rect", {"width": width, "height": 1200})
        self.call("POST", "/url", {"url": "file://" + path})

    def find(self, selector):
        return self.call("POST", "/element", {"using": "css selector", "value": selector})[ELEMENT]

    def point_at(self, selector):
        move = {"type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": {ELEMENT: self.find(selector)}}
        self.call("POST", "/actions", {"actions": [{"type": "pointer", "id": "mouse", "actions": [move]}]})

    def press(self, key):
        keys = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        self.call("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": keys}]})

    def end(self):
        if self.session:
            self.call("DELETE", "")
        self.driver.terminate()
        self.driver.wait()


def make(name, *arguments, data=b""):
    path = os.path.join(OUT, name + ".html")
    subprocess.run([TLS12, *arguments, "--html", path], input=data, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                   check=False, timeout=60)
    return name, path


def pages():
    capture = os.path.join(OUT, "dhe.pcap")
    yield make("dhe", "handshake", "--kx", "DHE_RSA", "--pcap", capture)
    script = b"<script>window.harm = 1</script><img src=x onerror='window.harm = 1'>"
    host = b"\0" + len(script).to_bytes(2, "big") + script
    listed = len(host).to_bytes(2, "big") + host
    body = b"\0\0" + len(listed).to_bytes(2, "big") + listed
    yield make("hostile", "explain", "--as", "server_name", data=body.hex().encode())
    yield make("broken", "explain", data=b"0b000006000003000000")
    if os.path.isdir(VECTORS):
        where = os.path.join(VECTORS, "illustrated-tls12", "captures")
        yield make("illustrated", "explain", "--keylog", os.path.join(where, "keylog.txt"), os.path.join(where, "capture.pcap"))
        where = os.path.join(VECTORS, "zeek-traces", "tls")
        yield make("zeek-dhe", "explain", os.path.join(where, "dhe.pcap"))
        yield make("zeek-violation", "explain", os.path.join(where, "tls1.2-protocol-violation.pcap"))


# Whether two texts of the ladder overlap, or one leaves it.
OVERLAP = """
const boxes = [...document.querySelectorAll('.ladder text')].map((text) => text.getBoundingClientRect());
const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top + 2 || b.bottom <= a.top + 2;
return boxes.some((a, i) => a.left < 0 || a.right > innerWidth || boxes.slice(i + 1).some((b) => !apart(a, b)));
"""


def look(browser, name, path):
    for width in WIDTHS:
        browser.open(path, width)
        what = "%s at %d pixels: " % (name, width)
        wide = browser.run("return [document.documentElement.scrollWidth, innerWidth]")
        check(what + "no sideways scrolling", wide[0] <= wide[1], wide)
        check(what + "no overlap in the ladder", not browser.run(OVERLAP))
        with open(os.path.join(OUT, "%s-%d.png" % (name, width)), "wb") as shot:
            shot.write(base64.b64decode(browser.call("GET", "/screenshot")))
    check(name + ": one script, ours", browser.run("return document.scripts.length") == 1)
    check(name + ": nothing hostile ran", browser.run("return window.harm === undefined && document.images.length === 0"))
    errors = browser.call("POST", "/se/log", {"type": "browser"})
    check(name + ": no errors in the console", not errors, errors)


# The colour of what is lit, as the browser names it.
COLOUR = """
const probe = document.body.appendChild(document.createElement('i'));
probe.style.backgroundColor = 'var(--mark)';
const colour = getComputedStyle(probe).backgroundColor;
probe.remove();
return colour;
"""
LIT = "return [...document.querySelectorAll('%s')].filter((e) => e.classList.contains('on')).map((e) => %s)"


def use(browser, path):
    browser.open(path, WIDTHS[1])
    runs = browser.run("return [...document.querySelectorAll('[data-field]')].map((run) => run.dataset.field)")
    check("there are many runs of bytes", len(runs) > 100, len(runs))
    for field in runs[::max(1, len(runs) // 12)]:
        browser.run("document.getElementById('%s').scrollIntoView()" % field)
        browser.call("POST", "/element/%s/click" % browser.find("[data-field='%s']" % field), {})
        check("a click on bytes leads to " + field, browser.run("return location.hash") == "#" + field)
        check("and lights it", browser.run("return getComputedStyle(document.getElementById('%s')).backgroundColor" % field) ==
              browser.run(COLOUR))
        check("the bytes of " + field + " are where the field says", browser.run(
            "return parseInt(document.getElementById('%s').querySelector('small:last-of-type').textContent, 16) >= 0" % field))
    parent = browser.run("return document.querySelector('details.field').id")
    browser.run("document.getElementById('%s').scrollIntoView({block: 'center'})" % parent)
    browser.point_at("details[id='%s'] > summary" % parent)
    lit = browser.run(LIT % ("[data-field]", "e.dataset.field"))
    wanted = [run for run in runs if run == parent or run.startswith(parent + ".")]
    check("pointing at a field lights all its bytes, and no others", lit == wanted, (lit, wanted))
    browser.open(path, WIDTHS[1])
    lit = set()
    for _ in range(40):
        browser.press("\ue004")  # Tab
        lit |= set(browser.run(LIT % (".field", "e.id")))
    check("the Tab key goes from field to field", len(lit) > 5, lit)
    browser.run("document.querySelector('.ladder a').focus()")
    browser.press("\ue007")  # Enter
    check("the ladder leads to its messages", browser.run("return document.querySelector(':target').tagName") == "SECTION")


def main():
    os.makedirs(OUT, exist_ok=True)
    browser = Browser()
    try:
        made = list(pages())
        for name, path in made:
            look(browser, name, path)
        use(browser, made[0][1])
    finally:
        browser.end()
    print("%d passed, %d failed%s" % (passed, failed, "" if os.path.isdir(VECTORS) else ", 3 skipped"))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
