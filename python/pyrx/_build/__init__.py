"""What the build backend `pyrx.build` is made of.

| module | does |
|---|---|
| `settings` | reads `[tool.pyrx]`, config settings and environment variables |
| `project` | reads pyproject.toml; finds packages, files, and the modules to compile |
| `chosen` | the modules of a folder, for `pyrx build FOLDER` |
| `compiling` | runs `pyrx build` |
| `wheel`, `sdist` | write the archives |
| `manylinux` | finds out which Linuxes a wheel is for |
| `editable`, `finder` | an editable install; what it runs at import, and what compiles for `pyrx.jit`, the import hook and cells |
"""
