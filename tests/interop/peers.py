"""The processes of the interoperability tests of deviant traces: servers and clients, each with a time limit, ended by the test."""
import os
import re
import subprocess
import tempfile
import threading
import time

TLS12 = os.environ.get("TLS12", "build/tls12")
LIMIT = 60


def run(*command, limit=LIMIT):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=limit)
    return done.returncode, done.stdout, done.stderr


def deviant(*arguments, limit=LIMIT):
    return run(TLS12, "deviant", *arguments, limit=limit)


def certificate(folder, kind, *new):
    """A certificate that signs itself: the options of a peer, its certificate and its key."""
    key, path = os.path.join(folder, kind + "-key.pem"), os.path.join(folder, kind + ".pem")
    code, _, error = run("openssl", "req", "-x509", "-newkey", *new, "-nodes", "-keyout", key, "-out", path, "-subj",
                         "/CN=server.example", "-addext", "keyUsage=digitalSignature,keyEncipherment")
    if code != 0:
        raise OSError("openssl req: " + error)
    return path, key


def end(process):
    process.terminate()
    try:
        process.wait(LIMIT)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


class Server:
    """A server in a process of its own, until the end of the block."""
    def __init__(self, ready, *command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        late = threading.Timer(LIMIT, self.process.kill)
        late.start()
        self.port = next((int(found[1]) for line in self.process.stdout if (found := re.search(ready, line))), None)
        late.cancel()
        if self.port is None:
            self.process.wait()
            raise OSError("%s does not listen" % command[0])
        self.drain = subprocess.Popen(["cat"], stdin=self.process.stdout, stdout=subprocess.DEVNULL)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        end(self.process)
        end(self.drain)
        self.process.stdin.close()
        self.process.stdout.close()


def against_client(client, *arguments, limit=LIMIT):
    """tls12 deviant --against client, and that client again and again, as each trace takes a connection of its own. client(port)
    is its command; its input stays open."""
    until = time.monotonic() + limit
    with tempfile.TemporaryFile("w+") as output:
        player = subprocess.Popen([TLS12, "deviant", "--against", "client", "0", *arguments], stdin=subprocess.DEVNULL, stdout=output,
                                  stderr=subprocess.PIPE, text=True)
        port = int(re.search(r"port (\d+)", player.stderr.readline())[1])
        while player.poll() is None and time.monotonic() < until:
            with subprocess.Popen(client(port), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as there:
                stuck = time.monotonic() + 10
                while there.poll() is None and player.poll() is None and time.monotonic() < stuck:
                    time.sleep(0.005)
                there.kill()
        end(player)
        error = player.stderr.read()
        player.stderr.close()
        output.seek(0)
        return player.returncode, output.read(), error
