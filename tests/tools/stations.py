"""Serves an emulator of AWS in as many copies as the tests want, each forked from an account at rest.

Usage: python -B -Es stations.py FOLDER ministack|moto, with the Python that has the emulator. Prints "ready" once an empty
account rests at FOLDER/0.socket.

An account at rest is a process without threads, connections and open files that waits at its socket. Told `copy NAME`
there, it forks. The fork keeps the connection, moves to a folder and a port of its own, serves the account and answers
with the port. Told `rest` on that connection, it comes to rest in its turn, at FOLDER/NAME.socket, and answers `resting`.
Told `save NAME`, a fork writes the account to FOLDER/NAME as a practice account would, answers `saved` and ends.

A process ends, with all that it started, when the connection closes that it came from; all of them end when standard
input closes, to which nobody writes. So nothing stays behind when the tests end, however they end.
"""

import contextlib
import gc
import linecache
import os
import select
import shutil
import signal
import socket
import sys
import tempfile
import threading
import time

from emulators import KINDS, move

PATIENCE = 30  # seconds for what is under way to end


def main():
    root, kind = sys.argv[1:]
    for file in [file for file in open_files() if file > 2]:
        os.close(file)  # what is left open to every process of the test run
    os.setsid()  # what ends the tests' process group, such as Ctrl-C, must leave time to remove the folder
    first, tests_have_gone = os.pipe()
    last, alive = os.pipe()  # every process of the family has `alive`, and the last one to end closes it
    if os.fork() == 0:
        os.close(tests_have_gone)
        os.close(last)
        with open(os.devnull) as nothing:
            os.dup2(nothing.fileno(), 0)
        Account(root, kind, first, alive).live()
    os.close(first)
    os.close(alive)
    os.dup2(2, 1)
    while os.read(0, 4096):
        pass
    os.close(tests_have_gone)
    select.select([last], [], [], PATIENCE)
    shutil.rmtree(root, ignore_errors=True)


class Account:
    """A process of the family: what it has of an account, and what is its own."""

    def __init__(self, root, kind, owner, alive):
        self.root, self.owner, self.alive = root, owner, alive
        self.folder, self.port, self.loops = os.path.join(root, "0"), "0", []
        os.mkdir(self.folder)
        self.enter()
        self.emulator = KINDS[kind](self.folder, self.port)
        gc.collect()

    def enter(self):
        os.chdir(self.folder)
        os.environ.update({"HOME": self.folder, "TMPDIR": self.folder})
        tempfile.tempdir = None

    def live(self):
        """Rests, and goes on in a fork for every command; never returns."""
        os.setpgid(0, 0)
        door = self.open_door()
        os.write(1, b"ready\n")
        os.dup2(2, 1)
        while True:
            command, name = self.rest(door)
            old, self.folder = self.folder, os.path.join(self.root, name)
            {"copy": self.serve, "save": self.save}[command](old)
            door = self.open_door()
            os.write(self.owner, b"resting\n")

    def open_door(self):
        door = socket.socket(socket.AF_UNIX)
        door.bind(f"{self.folder}.socket")
        door.listen(64)
        return door

    def rest(self, door):
        """Forks for every command; returns in the fork, with the command's words."""
        gc.freeze()  # what is there is there to stay: to look for garbage in it would copy its pages into every fork
        signal.signal(signal.SIGCHLD, reap)
        while True:
            if self.owner in select.select([self.owner, door], [], [])[0]:
                self.end()
            client, _ = door.accept()
            words = client.makefile().readline().split()
            if len(words) == 2 and os.fork() == 0:
                os.setpgid(0, 0)
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                door.close()
                os.close(self.owner)
                self.owner = client.detach()
                return words
            client.close()

    def serve(self, old_folder):
        """Serves the account until the process is told to rest; returns in a fork in which nothing else goes on."""
        with socket.create_server(("127.0.0.1", 0)) as listener:
            self.move(old_folder, str(listener.getsockname()[1]))
            threading.Thread(target=self.follow, daemon=True).start()
            self.wake_loops()
            answer = f"{self.port}\n".encode()
            self.emulator.serve(listener, lambda: os.write(self.owner, answer), self.set_end)
        self.emulator.end_processes()
        self.loops = self.silence()
        gc.collect()  # a selector of werkzeug's is closed only when it is found to be garbage
        self.nothing_is_shared()
        if os.fork() != 0:
            os._exit(0)
        os.setpgid(0, 0)

    def save(self, old_folder):
        self.move(old_folder, self.port)
        self.emulator.save()
        os.write(self.owner, b"saved\n")
        os._exit(0)

    def move(self, old_folder, port):
        """Takes a folder, a log and a port of its own in everything that a fork has of its parent."""
        log = os.open(f"{self.folder}.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(log, 1)
        os.dup2(log, 2)
        os.close(log)
        shutil.copytree(old_folder, self.folder, symlinks=True)
        self.enter()
        move((old_folder, self.port), (self.folder, port))
        self.port = port

    def follow(self):
        """Does what the owner says, which is to rest or, by going away, to end."""
        if os.read(self.owner, 4096):
            self.end_serving()
        else:
            self.end()

    def set_end(self, end_serving):
        self.end_serving = end_serving

    def end(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        os.killpg(0, signal.SIGKILL)

    def wake_loops(self):
        """A fork has one thread only: what slept in the parent's sleeps on."""
        for loop in self.loops:
            if loop.name not in self.emulator.BEGUN:
                threading.Thread(target=loop._target, name=loop.name, daemon=True).start()

    def silence(self):
        """Waits until nothing goes on in this process but loops that sleep, and returns those."""
        sys.setswitchinterval(PATIENCE)  # what sleeps now sleeps until the fork: no thread is given a turn in between
        deadline = time.monotonic() + PATIENCE
        while True:
            threads = [thread for thread in threading.enumerate() if thread is not threading.main_thread()]
            awake = [thread.name for thread in threads if not self.is_loop_asleep(thread)]
            if not awake:
                return threads
            if time.monotonic() > deadline:
                sys.exit(f"these threads do not end: {awake}")
            time.sleep(0.002)

    def is_loop_asleep(self, thread):
        if thread.name not in self.emulator.LOOPS:
            return False
        frame = sys._current_frames()[thread.ident]
        return "time.sleep(" in linecache.getline(frame.f_code.co_filename, frame.f_lineno)

    def nothing_is_shared(self):
        """A fork would share open files with its parent, and would take its parent's children for its own."""
        shared = [file for file in open_files() if file > 2 and file not in (self.owner, self.alive)]
        if shared:
            sys.exit(f"these files are open: {[os.readlink(f'/dev/fd/{file}') for file in shared]}")
        try:
            sys.exit(f"a process that it started goes on: {os.waitpid(-1, os.WNOHANG)}")
        except ChildProcessError:
            pass  # there is none


def reap(*_):
    """Lets forks go that have ended: nobody asks how."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def open_files():
    for name in os.listdir("/dev/fd"):
        try:
            os.fstat(int(name))
        except OSError:
            continue  # it was the folder
        yield int(name)


if __name__ == "__main__":
    main()
