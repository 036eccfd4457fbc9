//! Measures for `cargo xtask bench`, which makes the pages ready for it: `draw` makes those of plain HTML, `measure` the rest.

use std::{env, fs, process::ExitCode};

use anyhow::{Context, Result, bail};
use e2e::bench;

fn main() -> ExitCode {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    match runtime.context("this machine gives no runtime").and_then(|runtime| runtime.block_on(run())) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Whether every bar is met.
async fn run() -> Result<bool> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["draw"] => bench::draw().await.map(|()| true),
        ["measure", ref how @ ..] => {
            let outcome = bench::measure(how == ["--quick"]).await?;
            let folder = env::var("ROOM_BENCH").context("remedy: cargo xtask bench")?;
            fs::write(format!("{folder}/bench.json"), serde_json::to_string_pretty(&outcome)?)?;
            let table = outcome.to_string();
            fs::write(format!("{folder}/bench.md"), &table)?;
            print!("{table}");
            Ok(outcome.meets_every_bar())
        }
        _ => bail!("remedy: cargo xtask bench"),
    }
}
