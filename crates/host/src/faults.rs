//! Faults on demand, so that tests can show what the site does when the network lets it down.

use axum::{
    body::Body,
    extract::{Request, State},
    http::{StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

/// What a broken path does instead of answering well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Answers 404, as after a deploy that forgot the file.
    Missing,
    /// Answers 200 and the right MIME type with these bytes, as from a damaged copy.
    Garbage(Vec<u8>),
    /// Answers well, but only after this time.
    Slow(Duration),
    /// Never answers; the connection stays open.
    Silent,
}

/// The broken paths, and every path that was asked for; clones share them, so they can change while the site is being
/// served.
#[derive(Clone, Default)]
pub(crate) struct Faults {
    broken: Arc<Mutex<Vec<(String, Fault)>>>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Faults {
    pub(crate) fn add(&self, path_start: &str, fault: Fault) {
        self.with(|faults| faults.push((path_start.to_owned(), fault)));
    }

    pub(crate) fn clear(&self) {
        self.with(Vec::clear);
    }

    /// The latest fault that was set for a path.
    fn of(&self, path: &str) -> Option<Fault> {
        self.with(|faults| {
            let latest = faults.iter().rev().find(|(start, _)| path.starts_with(start));
            latest.map(|(_, fault)| fault.clone())
        })
    }

    /// The paths that were asked for since the last time that this was called.
    pub(crate) fn take_asked(&self) -> Vec<String> {
        std::mem::take(&mut *locked(&self.asked))
    }

    fn with<T>(&self, act: impl FnOnce(&mut Vec<(String, Fault)>) -> T) -> T {
        act(&mut locked(&self.broken))
    }
}

/// A panic elsewhere cannot leave a list half changed, so poison says nothing here.
fn locked<T>(list: &Mutex<T>) -> MutexGuard<'_, T> {
    list.lock().unwrap_or_else(PoisonError::into_inner)
}

pub(crate) async fn apply(State(faults): State<Faults>, request: Request, next: Next) -> Response {
    locked(&faults.asked).push(request.uri().path().to_owned());
    match faults.of(request.uri().path()) {
        None => next.run(request).await,
        Some(Fault::Missing) => StatusCode::NOT_FOUND.into_response(),
        Some(Fault::Garbage(bytes)) => {
            let (mut parts, _) = next.run(request).await.into_parts();
            for described_the_file in
                [header::CONTENT_ENCODING, header::CONTENT_LENGTH, header::ETAG, header::LAST_MODIFIED]
            {
                parts.headers.remove(described_the_file);
            }
            parts.status = StatusCode::OK;
            Response::from_parts(parts, Body::from(bytes))
        }
        Some(Fault::Slow(time)) => {
            tokio::time::sleep(time).await;
            next.run(request).await
        }
        Some(Fault::Silent) => std::future::pending().await,
    }
}
