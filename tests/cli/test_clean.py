"""`pyrx clean`: removes what pyrx wrote, and nothing else."""

from command import SUFFIX


def test_a_module(kernel):
    kernel.write("other.py", "def f() -> int:\n    return 2\n")
    kernel.pyrx("build", "--annotate", "kernel.py", "other.py")
    kernel.pyrx("clean", "kernel.py")
    assert kernel.names() == sorted(["kernel.py", "other.html", "other.py", f"other{SUFFIX}"])


def test_a_folder(kernel):
    kernel.pyrx("build", "--annotate", "kernel.py")
    said = kernel.pyrx("clean")
    assert kernel.names() == ["kernel.py"]
    assert "removed" in said.stderr


def test_a_report_of_annotate(kernel):
    kernel.pyrx("annotate", "kernel.py")
    kernel.pyrx("clean", "kernel.py")
    assert kernel.names() == ["kernel.py"]


def test_what_others_wrote_stays(kernel):
    kernel.pyrx("build", "kernel.py")
    kernel.extension().write_bytes(b"mine")
    kernel.write("kernel.html", "mine")
    said = kernel.pyrx("clean", "kernel.py")
    assert kernel.extension().read_bytes() == b"mine" and (kernel.folder / "kernel.html").exists()
    assert "kept" in said.stderr


def test_with_the_module_deleted(kernel):
    kernel.pyrx("build", "kernel.py")
    (kernel.folder / "kernel.py").unlink()
    kernel.pyrx("clean")
    assert kernel.names() == []


def test_the_cache(kernel):
    cache = kernel.folder.parent / "cache"
    kernel.env["PYRX_CACHE_DIR"] = str(cache)
    (cache / "target" / "old").mkdir(parents=True)
    kernel.pyrx("clean", "--cache")
    assert sorted(path.name for path in cache.iterdir() if path.is_dir()) == ["records"]
