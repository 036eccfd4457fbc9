//! Every developer command of Room to Grow: `cargo xtask --help` lists them.
//!
//! They are Rust rather than shell scripts so that they run on every system that can build the app,
//! with no more set-up than `cargo` itself. `tools` sets up what is missing.

mod browsers;
mod build;
mod check;
mod content;
mod finish;
mod fuzz;
mod hash;
mod many;
mod paths;
mod report;
mod reproducible;
mod serve;
mod shell;
mod single;
mod size;
mod test;
mod tools;

use clap::{Parser, Subcommand};
use std::{path::PathBuf, process::ExitCode};

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
    },
    /// Serve a debug build that follows every change of a file
    Dev,
    /// Build the release into dist/
    Build {
        /// And from it the whole app as one file: dist-single/room-to-grow.html
        #[arg(long)]
        single: bool,
    },
    /// Formatting, lints (native and wasm) and content
    Check,
    /// Check the content: every id, text, source and reading level
    Content,
    /// Build, then show the size of every file and how it stands against the bars
    Size,
    /// Check and run every test, or one suite
    Test { suite: Option<test::Suite> },
    /// Search for bytes that break a reader: every way by which a file or a record comes in
    Fuzz {
        /// One target alone: saved, json, sealed, payload, rescue, lock or link
        target: Option<String>,
        /// How often each is tried
        #[arg(long, default_value_t = 1_000_000)]
        runs: u64,
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
    let done = match Arguments::parse().command {
        Command::Serve { port } => serve::serve(&root, port),
        Command::Dev => build::dev(&root),
        Command::Build { single: false } => build::release(&root),
        Command::Build { single: true } => single::build(&root).map(drop),
        Command::Check => check::check(&root),
        Command::Content => check::content(&root),
        Command::Size => size::size(&root),
        Command::Test { suite } => test::test(&root, suite),
        Command::Fuzz { target, runs } => fuzz::fuzz(&root, target, runs),
        Command::Many { workplaces, out } => many::write(&root, workplaces, &out),
        Command::Pack => build::pack(&root),
        Command::Finish => finish::finish(&root),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
