//! The command line.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use clap::{Args, ColorChoice, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::output::OutputFormat;
use crate::version;

/// Compiles numeric Python ahead of time.
#[derive(Parser)]
#[command(name = "pyrx", version, long_version = version::LONG, disable_help_subcommand = true)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
    /// When to colour the output; NO_COLOR is honoured
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,
    /// Print errors only
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Print what maturin and cargo print
    #[arg(short, long, global = true)]
    pub verbose: bool,
}

#[derive(Subcommand)]
pub enum Command {
    /// Build extension modules next to their sources
    Build(BuildArgs),
    /// Build modules as the command of Cython of this name does
    Cythonize(CythonizeArgs),
    /// Build a module if needed and run it as a program
    Run(RunArgs),
    /// Tell what would stay in the interpreter; needs no Rust
    Check(CheckArgs),
    /// Write the HTML report; needs no Rust
    Annotate(AnnotateArgs),
    /// Say the types that a script gives a module's functions, or write them
    Types(TypesArgs),
    /// Tell what a code of a diagnostic means, and how to mend what has it
    Explain(ExplainArgs),
    /// Print what a stage of the compiler made
    Dump(DumpArgs),
    /// Remove what pyrx built
    Clean(CleanArgs),
    /// Compile the libraries that extensions need ahead of the first build
    Warm(WarmArgs),
    /// Look at what pyrx needs here, and say what is missing
    Doctor(DoctorArgs),
    /// Print the script that completes commands and options in a shell
    Completion(CompletionArgs),
}

impl Command {
    /// How the command tells what it found.
    pub fn output_format(&self) -> OutputFormat {
        match self {
            Command::Build(args) => args.output.output_format,
            Command::Cythonize(args) => args.output.output_format,
            Command::Check(args) => args.output.output_format,
            Command::Run(_)
            | Command::Annotate(_)
            | Command::Explain(_)
            | Command::Types(_)
            | Command::Dump(_)
            | Command::Clean(_)
            | Command::Warm(_)
            | Command::Doctor(_)
            | Command::Completion(_) => OutputFormat::Full,
        }
    }
}

/// What decides how a source is compiled.
#[derive(Args, Clone, Default)]
pub struct CompileArgs {
    /// Set a directive, such as boundscheck=false
    #[arg(short = 'X', value_name = "DIRECTIVE=VALUE")]
    pub directives: Vec<String>,
    /// Fail if a function is not native
    #[arg(long)]
    pub strict: bool,
    /// Look here too for files that a .pyx includes or cimports from
    #[arg(short = 'I', long = "include-dir", value_name = "DIR")]
    pub include: Vec<PathBuf>,
    /// This module is built as well, alike: functions of it that are called may be compiled in
    #[arg(long, value_name = "MODULE")]
    pub with: Vec<PathBuf>,
}

/// What decides what an extension is built for.
#[derive(Args, Clone)]
pub struct TargetArgs {
    /// Use all instructions of this machine's CPU; the extension may not run on others
    #[arg(long)]
    pub native: bool,
    /// Build for this Python
    #[arg(long, value_name = "EXE")]
    pub python: Option<PathBuf>,
}

#[derive(Args)]
pub struct BuildArgs {
    /// Modules to build
    #[arg(required_unless_present = "library", value_name = "MODULE.py")]
    pub files: Vec<PathBuf>,
    #[command(flatten)]
    pub compile: CompileArgs,
    #[command(flatten)]
    pub target: TargetArgs,
    #[command(flatten)]
    pub output: OutputArgs,
    /// Build the modules of this list as one library and a shim each, for the build backend
    #[arg(
        long,
        hide = true,
        value_name = "LIST.json",
        requires = "out_dir",
        conflicts_with_all = ["files", "annotate", "show_rust", "keep", "root", "emit", "types_from", "native"]
    )]
    pub library: Option<PathBuf>,
    /// Write the HTML report beside each module too
    #[arg(long)]
    pub annotate: bool,
    /// Print the generated Rust
    #[arg(long)]
    pub show_rust: bool,
    /// Keep the generated Rust projects in this folder
    #[arg(long, value_name = "DIR")]
    pub keep: Option<PathBuf>,
    /// Put the extensions into this folder
    #[arg(short, long = "out-dir", value_name = "DIR")]
    pub out_dir: Option<PathBuf>,
    /// Name modules by their paths from this folder; with -o, lay them out so there
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// Write a maturin project of the module into a folder, instead of building: `--emit project DIR`
    #[arg(long, num_args = 2, value_names = ["project", "DIR"])]
    pub emit: Option<Vec<PathBuf>>,
    /// Run this script first, and compile for the types that it gives the functions
    #[arg(long, value_name = "SCRIPT.py")]
    pub types_from: Option<PathBuf>,
    /// Give the same bytes wherever the source lies
    #[arg(long)]
    pub reproducible: bool,
    /// Print warnings and errors only
    #[arg(long)]
    pub no_summary: bool,
}

/// The options of Cython's `cythonize` that mean something here, by its names.
#[derive(Args)]
pub struct CythonizeArgs {
    /// Files, folders, or patterns such as "pkg/**/*.pyx"
    #[arg(required = true, value_name = "SOURCE")]
    pub sources: Vec<String>,
    /// Put each extension beside its source; pyrx always does
    #[arg(short, long)]
    pub inplace: bool,
    /// Build the extensions; pyrx always does
    #[arg(short, long)]
    pub build: bool,
    /// Write the HTML report beside each module too
    #[arg(short, long)]
    pub annotate: bool,
    /// Set a directive, such as boundscheck=False
    #[arg(short = 'X', long = "directive", value_name = "NAME=VALUE")]
    pub directives: Vec<String>,
    /// Look here too for files that a module includes or cimports from
    #[arg(short = 'I', long = "include-dir", value_name = "DIR")]
    pub include: Vec<PathBuf>,
    /// Leave out what matches this pattern
    #[arg(short = 'x', long, value_name = "PATTERN")]
    pub exclude: Vec<String>,
    /// Go on with the other modules when one fails
    #[arg(short, long)]
    pub keep_going: bool,
    /// Build what has not changed, too
    #[arg(short, long)]
    pub force: bool,
    /// How many modules to build at once; cargo uses all processors anyway
    #[arg(short = 'j', long, value_name = "N")]
    pub parallel: Option<u32>,
    /// Sources are in the language of Python 3, which is the default
    #[arg(short = '3')]
    pub three: bool,
    #[command(flatten)]
    pub output: OutputArgs,
    /// Use all instructions of this machine's CPU; the extensions may not run on others
    #[arg(long)]
    pub native: bool,
    /// Build for this Python
    #[arg(long, value_name = "EXE")]
    pub python: Option<PathBuf>,
}

#[derive(Args)]
pub struct RunArgs {
    #[command(flatten)]
    pub compile: CompileArgs,
    #[command(flatten)]
    pub target: TargetArgs,
    /// Name the module as `python -m` does, from the current folder: PACKAGE.MODULE
    #[arg(short = 'm', long = "module")]
    pub by_name: bool,
    /// Run this script first, and compile for the types that it gives the functions
    #[arg(long, value_name = "SCRIPT.py")]
    pub types_from: Option<PathBuf>,
    /// The module to run, and its arguments
    // One argument for clap: it would take options that follow a separate file for our own.
    #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true, value_names = ["MODULE.py", "ARGS"])]
    program: Vec<OsString>,
}

impl RunArgs {
    /// What to run: a file, or a dotted name.
    pub fn module(&self) -> &Path {
        // At least one value is required.
        Path::new(self.program.first().map_or(OsStr::new(""), |module| module))
    }

    pub fn args(&self) -> &[OsString] {
        self.program.get(1..).unwrap_or_default()
    }
}

/// How findings are told.
#[derive(Args)]
pub struct OutputArgs {
    /// How to tell what was found
    // `check --format` is the older name.
    #[arg(
        long,
        alias = "format",
        value_enum,
        default_value = "full",
        env = "PYRX_OUTPUT_FORMAT",
        hide_env_values = true
    )]
    pub output_format: OutputFormat,
}

#[derive(Args)]
pub struct CheckArgs {
    /// Modules to check
    #[arg(required = true, value_name = "MODULE.py")]
    pub files: Vec<PathBuf>,
    #[command(flatten)]
    pub compile: CompileArgs,
    /// Fail if more lines than this touch the interpreter
    #[arg(long, value_name = "N")]
    pub max_interp_lines: Option<u64>,
    /// Run this script first, and check with the types that it gives the functions
    #[arg(long, value_name = "SCRIPT.py")]
    pub types_from: Option<PathBuf>,
    #[command(flatten)]
    pub output: OutputArgs,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    Html,
    Json,
    Md,
    Sarif,
}

#[derive(Args)]
pub struct AnnotateArgs {
    /// The module to report on
    #[arg(value_name = "MODULE.py")]
    pub file: PathBuf,
    #[command(flatten)]
    pub compile: CompileArgs,
    /// Run this script first, and report with the types that it gives the functions
    #[arg(long, value_name = "SCRIPT.py")]
    pub types_from: Option<PathBuf>,
    /// Where the report goes; `-` is standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// What to write: a page to look at, facts for programs, a summary for a comment, or findings for a code scanner
    #[arg(long, value_enum, default_value = "html")]
    pub format: ReportFormat,
    /// The same as --format json
    #[arg(long, conflicts_with = "format")]
    pub json: bool,
    /// Open the report in the browser
    #[arg(long)]
    pub open: bool,
}

#[derive(Args)]
pub struct TypesArgs {
    /// The module whose functions are watched
    #[arg(value_name = "MODULE.py")]
    pub file: PathBuf,
    /// Put the types into the source
    #[arg(long)]
    pub write: bool,
    /// Put the types into a .pyi beside the module, with overloads
    #[arg(long, conflicts_with_all = ["write", "pythran"])]
    pub stub: bool,
    /// Say them as `#pythran export` lines
    #[arg(long)]
    pub pythran: bool,
    /// Arrays that were contiguous in every call have to be
    #[arg(long)]
    pub contiguous: bool,
    /// Run the script with this Python
    #[arg(long, value_name = "EXE")]
    pub python: Option<PathBuf>,
    /// The script and its arguments, or `-m` and a module's name; without any, the module itself
    #[arg(last = true, value_name = "SCRIPT.py ARGS")]
    pub script: Vec<OsString>,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Stage {
    Syntax,
    Hir,
    Types,
    Ir,
    Rust,
}

#[derive(Args)]
pub struct DumpArgs {
    /// The module to compile
    #[arg(value_name = "MODULE.py")]
    pub file: PathBuf,
    #[command(flatten)]
    pub compile: CompileArgs,
    #[arg(long, value_enum)]
    pub stage: Stage,
    /// The pass of stage `ir` after which to look
    #[arg(long, value_name = "PASS")]
    pub after: Option<String>,
}

#[derive(Args)]
pub struct ExplainArgs {
    /// A code such as P0101, or a kind of fact of the report such as check_kept; without one, all are listed
    pub code: Option<String>,
}

#[derive(Args)]
pub struct CleanArgs {
    /// Modules whose extensions and reports are removed; without any, those of this folder and below
    #[arg(value_name = "MODULE.py")]
    pub files: Vec<PathBuf>,
    /// Remove the cache of compiled dependencies too
    #[arg(long)]
    pub cache: bool,
}

#[derive(Args)]
pub struct WarmArgs {
    /// Compile for this Python
    #[arg(long, value_name = "EXE")]
    pub python: Option<PathBuf>,
}

#[derive(Args)]
pub struct DoctorArgs {
    /// Look at this Python
    #[arg(long, value_name = "EXE")]
    pub python: Option<PathBuf>,
}

#[derive(Args)]
pub struct CompletionArgs {
    pub shell: Shell,
}
