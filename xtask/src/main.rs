//! Every developer command of Room to Grow: `cargo xtask --help` lists them.
//!
//! They are Rust rather than shell scripts so that they run on every system that can build the app,
//! with no more set-up than `cargo` itself. `tools` sets up what is missing.

mod apt;
mod bench;
mod browsers;
mod build;
mod cargo_test;
mod check;
mod content;
mod coverage;
mod dependencies;
mod finish;
mod fuzz;
mod hash;
mod lighthouse;
mod many;
mod mutants;
mod own;
mod paths;
mod release;
mod report;
mod reproducible;
mod restyle;
mod screenshots;
mod serve;
mod servers;
mod shell;
mod single;
mod size;
mod test;
mod tools;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Room to Grow: developer commands
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the release and serve it with the production headers
    Serve {
        /// The port on this machine
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// The house style: a file like house.toml
        #[arg(long)]
        house: Option<PathBuf>,
    },
    /// Serve a debug build that follows every change of a file
    Dev {
        /// The house style: a file like house.toml
        #[arg(long)]
        house: Option<PathBuf>,
    },
    /// Build the release into dist/
    Build {
        /// The house style: a file like house.toml
        #[arg(long)]
        house: Option<PathBuf>,
        /// And from it the whole app as one file: dist-single/room-to-grow.html
        #[arg(long)]
        single: bool,
    },
    /// Put another house style on a built site: words, style, icons and page, in seconds
    Restyle {
        /// The house style: a file like house.toml
        #[arg(long)]
        house: PathBuf,
        /// The built site; without this dist/
        #[arg(long)]
        from: Option<PathBuf>,
        /// Where the other one comes: a folder that is not there yet, or one that this command made
        #[arg(long)]
        to: PathBuf,
    },
    /// Build what is committed and write release/: the site with ready configuration, what it is made of, and sums
    Release {
        /// Leave out the second build, which shows that it gives the same bytes in another folder
        #[arg(long)]
        unchecked: bool,
    },
    /// Build a copy in another folder, and see whether every byte is the same
    Reproducible,
    /// Write ready configuration for web servers and other hosts into hosting/
    Hosting {
        /// The house style: a file like house.toml
        #[arg(long)]
        house: Option<PathBuf>,
        /// Where visitors find the site on its host name
        #[arg(long, default_value = "/")]
        path: String,
    },
    /// House style, formatting, lints (native and wasm) and content
    Check {
        /// The house style: a file like house.toml
        #[arg(long)]
        house: Option<PathBuf>,
    },
    /// Check the content: every id, text, source and reading level
    Content,
    /// Build, then show the size of every file and how it stands against the bars, and what grew
    Size {
        /// And of each module, how many bytes are there for which crate
        #[arg(long)]
        crates: bool,
        /// Write the figures down as those that hold from now on
        #[arg(long)]
        accept: bool,
    },
    /// Check and run every test, or one suite
    Test { suite: Option<test::Suite> },
    /// Build, and measure how fast it is, set against plain HTML, a page by hand and SurveyJS
    Bench {
        /// The site as it was built last, and few rounds: to see whether the command works
        #[arg(long)]
        quick: bool,
        /// Put what was measured into docs/performance.md
        #[arg(long)]
        write: bool,
    },
    /// Build, and let Lighthouse look at it as on a telephone and as on a desk
    Lighthouse,
    /// Build, and take the pictures of docs/screenshots anew
    Screenshots,
    /// Search for bytes that break a reader: every way by which a file or a record comes in
    Fuzz {
        /// One target alone: saved, json, sealed, payload, rescue, lock or link
        target: Option<String>,
        /// How often each is tried
        #[arg(long, default_value_t = 1_000_000)]
        runs: u64,
    },
    /// Tell which lines of the pure crates native tests reach; fails if it is too few of the core
    Coverage,
    /// Put faults into the core, one at a time, and tell which of them no test notices
    Mutants {
        /// About as many of them, picked evenly, for a quick look; without this all of them, which takes hours
        #[arg(long)]
        sample: Option<usize>,
    },
    /// Look at the crates that are linked: licences, sources, doubles, and what is known against one
    Dependencies {
        /// Without what is known against one, which has to be fetched
        #[arg(long)]
        offline: bool,
    },
    /// Write a backup file with made-up workplaces, to open in the app
    Many {
        /// How many workplaces, each with three rounds
        #[arg(long, default_value_t = 200)]
        workplaces: usize,
        /// The file
        #[arg(long)]
        out: PathBuf,
    },
    /// Called by Trunk before it builds: write packs and style into target/site/
    #[command(hide = true)]
    Pack,
    /// Called by Trunk after it built: minify, name by content, compress
    #[command(hide = true)]
    Finish,
}

fn main() -> ExitCode {
    let root = paths::root();
    match run(&root) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(root: &Path) -> Result<()> {
    match Arguments::parse().command {
        Command::Serve { port, house } => serve::serve(root, &own::file(root, house.as_deref())?, port),
        Command::Dev { house } => build::dev(root, &own::file(root, house.as_deref())?),
        Command::Build { house, single } => {
            let house = own::file(root, house.as_deref())?;
            if single {
                single::build(root, &build::Release::of(root, &house)).map(drop)
            } else {
                build::release(root, &house)
            }
        }
        Command::Restyle { house, from, to } => restyle::restyle(root, &house, from.as_deref(), &to),
        Command::Release { unchecked } => release::release(root, !unchecked),
        Command::Reproducible => reproducible::reproducible(root),
        Command::Hosting { house, path } => release::hosting(root, &own::file(root, house.as_deref())?, &path),
        Command::Check { house } => check::check(root, &own::file(root, house.as_deref())?),
        Command::Content => check::content(root),
        Command::Size { crates, accept } => size::size(root, crates, accept),
        Command::Test { suite } => test::test(root, suite),
        Command::Bench { quick, write } => bench::bench(root, quick, write),
        Command::Lighthouse => lighthouse::lighthouse(root),
        Command::Screenshots => screenshots::screenshots(root),
        Command::Fuzz { target, runs } => fuzz::fuzz(root, target, runs),
        Command::Coverage => coverage::coverage(root),
        Command::Mutants { sample } => {
            mutants::mutants(root, sample.map_or(mutants::Which::All, mutants::Which::Sample))
        }
        Command::Dependencies { offline } => dependencies::dependencies(root, offline),
        Command::Many { workplaces, out } => many::write(root, workplaces, &out),
        Command::Pack => build::pack(root),
        Command::Finish => finish::finish(root),
    }
}
