//! The host in a thread of its own, for tests.

use crate::{
    Frames,
    faults::{Fault, Faults},
    site,
};
use std::{
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::{Path, PathBuf},
    thread::JoinHandle,
};
use tokio::sync::oneshot;

/// Serves a folder on a free port of this machine until it is stopped or dropped.
///
/// Each test starts its own, so that tests neither share caches and storage (which belong to an
/// origin, and so to a port) nor wait for each other.
pub struct Host {
    dist: PathBuf,
    address: SocketAddr,
    frames: Frames,
    faults: Faults,
    running: Option<Running>,
}

struct Running {
    stop: oneshot::Sender<()>,
    thread: JoinHandle<()>,
}

impl Host {
    /// Starts serving `dist` on a free port. Nobody may show it in a frame.
    ///
    /// # Errors
    /// If this machine gives no port or no thread.
    pub fn start(dist: &Path) -> io::Result<Host> {
        Host::framed_by(dist, Frames::nobody())
    }

    /// Starts serving `dist` on a free port, and `frames` may show it in a frame.
    ///
    /// # Errors
    /// If this machine gives no port or no thread.
    pub fn framed_by(dist: &Path, frames: Frames) -> io::Result<Host> {
        let any_free_port = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let listener = TcpListener::bind(any_free_port)?;
        let (address, faults) = (listener.local_addr()?, Faults::default());
        let mut host = Host { dist: dist.to_owned(), address, frames, faults, running: None };
        host.run(listener)?;
        Ok(host)
    }

    /// The address of the start page, with a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Breaks every path that starts with `path_start` from now on, for example `/packs/ask.en.`.
    ///
    /// Hashed names change with each build, so a test names the beginning only. A fault that is set
    /// later goes before an earlier one.
    pub fn break_paths(&self, path_start: &str, fault: Fault) {
        self.faults.add(path_start, fault);
    }

    /// Lets every path answer well again.
    pub fn mend_paths(&self) {
        self.faults.clear();
    }

    /// The paths that reached it since the last time that this was asked, in order.
    pub fn take_asked(&self) -> Vec<String> {
        self.faults.take_asked()
    }

    /// Stops serving and closes every connection, also those in the middle of an answer. To a
    /// browser it looks as if the network were gone.
    pub fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            // Either may fail only if the thread is gone already, which is what is wanted.
            let _ = running.stop.send(());
            let _ = running.thread.join();
        }
    }

    /// Serves again on the same address after [`Host::stop`]: the network is back.
    ///
    /// # Errors
    /// If something else took the port in the meantime.
    pub fn restart(&mut self) -> io::Result<()> {
        self.stop();
        self.run(TcpListener::bind(self.address)?)
    }

    fn run(&mut self, listener: TcpListener) -> io::Result<()> {
        listener.set_nonblocking(true)?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let site = site::router(&self.dist, self.faults.clone(), &self.frames);
        let (stop, stopped) = oneshot::channel::<()>();
        let listener = {
            let _inside = runtime.enter();
            tokio::net::TcpListener::from_std(listener)?
        };
        let serve_until_stopped = move || {
            runtime.block_on(async {
                let serving = axum::serve(listener, site).into_future();
                // A graceful shutdown would wait for kept-alive connections: a browser that is
                // 'offline' must not get another answer over one of them.
                let mut serving = std::pin::pin!(serving);
                let mut stopped = std::pin::pin!(stopped);
                std::future::poll_fn(|context| {
                    if stopped.as_mut().poll(context).is_ready() {
                        return std::task::Poll::Ready(());
                    }
                    serving.as_mut().poll(context).map(drop)
                })
                .await;
            });
            // Drops the tasks of all connections, and with them their sockets.
            runtime.shutdown_background();
        };
        let thread = std::thread::Builder::new().name(format!("host {}", self.address)).spawn(serve_until_stopped)?;
        self.running = Some(Running { stop, thread });
        Ok(())
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.stop();
    }
}
