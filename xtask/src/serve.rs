//! Showing the built site as visitors get it.

use crate::{build, own, paths, shell};
use anyhow::{Error, Result};
use std::{
    io::ErrorKind,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::Path,
};

/// Builds the release and serves it on this machine until Ctrl+C.
pub fn serve(root: &Path, house: &Path, port: u16) -> Result<()> {
    // Before the build: that a port is taken should be told at once, not after a minute.
    let listener = bind(port)?;
    build::release(root, house)?;
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let (dist, frames) = (paths::dist(root), own::frames(&own::read(root, house)?)?);
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        shell::say(&format!("Room to Grow is at http://{}/ (Ctrl+C stops it)", listener.local_addr()?));
        tokio::select! {
            served = host::serve(listener, &dist, &frames) => served?,
            stop = tokio::signal::ctrl_c() => stop?,
        }
        Ok(())
    })
}

fn bind(port: u16) -> Result<TcpListener> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    TcpListener::bind(address).map_err(|error| cannot_listen(port, error.kind()))
}

fn cannot_listen(port: u16, error: ErrorKind) -> Error {
    let other = if port < 60_000 { port.max(1024) + 1 } else { 8080 };
    let remedy = format!("choose another one: cargo xtask serve --port {other}");
    match error {
        ErrorKind::AddrInUse => shell::fault(format!("port {port} is in use"), remedy),
        ErrorKind::PermissionDenied => shell::fault(format!("port {port} needs special rights"), remedy),
        other => shell::fault(format!("port {port} cannot be used: {other}"), remedy),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_is_told_with_another_to_take() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = taken.local_addr().expect("bound").port();
        let error = bind(port).expect_err("taken");
        assert!(error.to_string().starts_with(&format!("port {port} is in use\n")));
        assert_eq!(
            cannot_listen(8080, ErrorKind::AddrInUse).to_string(),
            "port 8080 is in use\n  remedy: choose another one: cargo xtask serve --port 8081"
        );
    }
}
