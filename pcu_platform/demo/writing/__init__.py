"""Writers of documents: each takes trips and returns the bytes that a sender would hand in."""
