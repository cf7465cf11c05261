"""What setuptools calls for every distribution where pyrx is installed."""

import sys


def finalize(distribution):
    """Has a distribution with modules from `pyrxify` build them; who called it has imported `pyrx.setuptools`."""
    ours = sys.modules.get("pyrx.setuptools")
    if ours is None or not any(isinstance(ext, ours.PyrxExtension) for ext in distribution.ext_modules or ()):
        return
    command = distribution.get_command_class("build_ext")
    if not issubclass(command, ours.build_ext):
        distribution.cmdclass["build_ext"] = type("build_ext", (ours.build_ext, command), {})
