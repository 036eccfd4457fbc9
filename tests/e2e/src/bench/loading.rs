//! How a page comes up: for the first time, and for the second.

use std::time::Duration;

use anyhow::{Context, Result};
use host::Host;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Contestant, Phone};

/// How long a page is watched after it can be used: what comes late may still move it.
const AFTERWARDS: Duration = Duration::from_millis(1_500);

/// What no page asks for: after each visit the browser itself looks whether the service worker has changed.
const WORKER: &str = "/worker.js";

/// How a page came up. Times are in milliseconds from the beginning of its loading.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Loading {
    /// The first paint with something in it.
    pub paint: f64,
    /// When it could be used.
    pub ready: f64,
    /// How far things moved that were there already, by the browser's count.
    pub shift: f64,
    /// What moved, by its class.
    pub moved: Vec<String>,
    /// How long the page was not free for at least 50 ms, all times together.
    pub long: f64,
    /// How many answers came until it could be used.
    pub requests: usize,
    /// How many bytes came until then, with their headers.
    pub bytes: f64,
}

/// What the page noted (scripts/bench_loading.js).
#[derive(Deserialize)]
struct Noted {
    paint: f64,
    ready: f64,
    shift: f64,
    moved: Vec<String>,
    long: Vec<f64>,
}

/// What a second visit took.
#[derive(Clone, Debug, Serialize)]
pub(super) struct SecondVisit {
    /// How the page came up.
    pub loading: Loading,
    /// What the page asked the server for, until it could be used and a while longer.
    pub asked: Vec<String>,
}

impl Phone {
    /// Loads a page that the browser has never seen.
    pub(super) async fn load_first(&self, contestant: Contestant, host: &Host) -> Result<Loading> {
        self.prepare().await?;
        self.forget(&host.url()).await?;
        self.load(contestant, host).await.with_context(|| contestant.name().to_owned())
    }

    /// Loads the app again, once its service worker has everything.
    pub(super) async fn load_again(&self, host: &Host) -> Result<SecondVisit> {
        let kept = "const [done] = arguments; navigator.serviceWorker.ready.then(() => done(null));";
        self.window.read_later::<Value>(kept, []).await?;
        self.prepare().await?;
        host.take_asked();
        let loading = self.load(Contestant::Ours, host).await?;
        let asked = host.take_asked().into_iter().filter(|path| path != WORKER).collect();
        Ok(SecondVisit { loading, asked })
    }

    async fn prepare(&self) -> Result<()> {
        self.open(include_str!("../scripts/bench_loading.js")).await?;
        self.slow_down().await?;
        self.go_far().await
    }

    async fn load(&self, contestant: Contestant, host: &Host) -> Result<Loading> {
        self.events().await?;
        self.window.driver().goto(host.url()).await?;
        let noted = format!("const seen = {{ ...noted, ready: {} }};", contestant.ready());
        let done = format!("{noted} return seen.paint !== null && seen.ready !== null");
        self.window.until("it is painted and ready", &done, []).await?;
        tokio::time::sleep(AFTERWARDS).await;
        let noted: Noted = self.window.read(&format!("{noted} return seen"), []).await?;
        let Noted { paint, ready, shift, moved, long } = noted;
        let (requests, bytes) = arrived(&self.events().await?, ready).context("the browser tells no requests")?;
        Ok(Loading { paint, ready, shift, moved, long: sum(&long), requests, bytes })
    }
}

/// All together. The sum of none is -0 by itself, and would be printed so.
fn sum(all: &[f64]) -> f64 {
    all.iter().fold(0.0, |sum, one| sum + one)
}

/// How many answers, and how many bytes, had come over the network so many milliseconds after the page was asked for.
fn arrived(events: &[Value], within: f64) -> Option<(usize, f64)> {
    let of =
        |method: &'static str| events.iter().filter(move |event| event["method"] == method).map(|it| &it["params"]);
    let begun = of("Network.requestWillBeSent").find(|sent| sent["type"] == "Document")?["timestamp"].as_f64()?;
    let until = begun + within / 1000.0;
    let in_time = |finished: &&Value| finished["timestamp"].as_f64().is_some_and(|at| at <= until);
    let bytes: Vec<f64> = of("Network.loadingFinished")
        .filter(in_time)
        .filter_map(|finished| finished["encodedDataLength"].as_f64().filter(|bytes| *bytes > 0.0))
        .collect();
    Some((bytes.len(), sum(&bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_what_came_in_time_counts() {
        let event = |method: &str, params: Value| json!({ "method": method, "params": params });
        let events = [
            event("Network.requestWillBeSent", json!({ "type": "Document", "timestamp": 10.0 })),
            event("Network.loadingFinished", json!({ "timestamp": 10.2, "encodedDataLength": 900 })),
            event("Network.requestWillBeSent", json!({ "type": "Script", "timestamp": 10.3 })),
            event("Network.loadingFinished", json!({ "timestamp": 10.4, "encodedDataLength": 0 })),
            event("Network.loadingFinished", json!({ "timestamp": 10.5, "encodedDataLength": 100 })),
            event("Network.loadingFinished", json!({ "timestamp": 10.7, "encodedDataLength": 5000 })),
        ];
        assert_eq!(arrived(&events, 600.0), Some((2, 1000.0)));
        assert_eq!(arrived(&events[1..], 600.0), None);
    }
}
