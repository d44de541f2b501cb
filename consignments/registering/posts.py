"""Which of our customs posts a document means."""

from collections.abc import Iterable
from functools import lru_cache

from consignments.keys.transliteration import latin_words
from consignments.models import CustomsPost

# Words that say "customs post" in documents and do not tell one from another.
_NOT_A_NAME = frozenset(
    [
        "customs", "post", "checkpoint", "point", "border", "crossing", "cp", "mapp", "dapp", "kpp", "ptp",
        "tamozhennyi", "tamozhennyy", "tamozhenniy", "punkt", "propuska", "avtodorozhnyi", "avtodorozhnyy",
        "bazhy", "beketi", "beket", "otkoruu", "chek", "ara",
    ]
)  # fmt: skip


class Posts:
    """All posts, found by code, customs office code, name in three languages, or another spelling."""

    def __init__(self, posts: Iterable[CustomsPost]):
        self._by_key: dict[str, CustomsPost] = {}
        for post in posts:
            for name in (post.code, post.office_code, post.name, post.name_ru, post.name_ky, *post.aliases):
                if key := _key(name):
                    self._by_key.setdefault(key, post)

    @classmethod
    def load(cls) -> "Posts":
        return cls(CustomsPost.objects.all())

    def find(self, *stated: str | None) -> CustomsPost | None:
        """Return the post that the first understood spelling names; None when none of them is ours."""
        return next((post for text in stated if text and (post := self._by_key.get(_key(text)))), None)


@lru_cache(maxsize=4096)  # each document asks for the names of all posts
def _key(text: str) -> str:
    words = latin_words(text)
    return "".join(word for word in words if word not in _NOT_A_NAME) or "".join(words)
