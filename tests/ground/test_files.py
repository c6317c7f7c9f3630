"""What is packed has the same bytes with every version of Python."""

import gzip

from ecosystem.ground.files import gzipped


def test_the_header_of_what_is_packed_depends_on_its_time_alone() -> None:
    for time in (0, 1_700_000_000):
        packed = gzipped(b"words " * 100, 9, time)
        assert gzip.decompress(packed) == b"words " * 100
        assert packed[:4] == b"\x1f\x8b\x08\x00", "neither a name nor a comment"
        assert int.from_bytes(packed[4:8], "little") == time
        assert packed[9] == 255, "the system is unknown (RFC 1952)"
