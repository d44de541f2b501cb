"""A phone's link to the server, which can be cut, and which can lose the answer to what the server has done."""

import contextlib
import re
import socket
import threading

CHUNK = 65536


class Link:
    """Passes what comes in at `url` on to a port of this machine while it is up."""

    def __init__(self, port: int):
        self.target = port
        self.port = 0
        self.posts: list[str] = []  # the addresses of what was posted over it, in order
        self.lost: list[str] = []
        self._loses: list[str] = []
        self._listener: socket.socket | None = None
        self._open: set[socket.socket] = set()
        self.restore()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def restore(self) -> None:
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self.port))
        listener.listen(64)
        self.port, self._listener = listener.getsockname()[1], listener
        threading.Thread(target=self._accept, args=[listener], daemon=True).start()

    def cut(self) -> None:
        if self._listener is not None:
            # A shutdown wakes the thread that waits in accept; a close alone leaves the port open.
            with contextlib.suppress(OSError):
                self._listener.shutdown(socket.SHUT_RDWR)
            self._listener.close()
        for one in list(self._open):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def lose_answers_to(self, *patterns: str) -> None:
        """The next request that holds such a text reaches the server, and its answer never the phone."""
        self._loses += patterns

    def _accept(self, listener: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                phone, _address = listener.accept()
                threading.Thread(target=self._pass_on, args=[phone], daemon=True).start()

    def _pass_on(self, phone: socket.socket) -> None:
        with phone, socket.create_connection(("127.0.0.1", self.target)) as server:
            self._open |= {phone, server}
            loses = threading.Event()
            back = threading.Thread(target=self._answer, args=[server, phone, loses], daemon=True)
            back.start()
            with contextlib.suppress(OSError):
                while chunk := phone.recv(CHUNK):
                    self._look_at(chunk, loses)
                    server.sendall(chunk)
                server.shutdown(socket.SHUT_WR)
            back.join()
            self._open -= {phone, server}

    def _look_at(self, chunk: bytes, loses: threading.Event) -> None:
        if (posted := re.match(rb"POST (\S+) HTTP", chunk)) is not None:
            self.posts.append(posted[1].decode())
        for text in [text for text in self._loses if text.encode() in chunk]:
            self._loses.remove(text)
            self.lost.append(text)
            loses.set()

    def _answer(self, server: socket.socket, phone: socket.socket, loses: threading.Event) -> None:
        with contextlib.suppress(OSError):
            while (chunk := server.recv(CHUNK)) and not loses.is_set():
                phone.sendall(chunk)
            phone.shutdown(socket.SHUT_RDWR)
