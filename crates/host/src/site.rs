//! The folder as a web site: which file answers which path, in which form.

use crate::{caching, faults, faults::Faults, security};
use axum::{
    Router,
    extract::Request,
    http::{HeaderValue, StatusCode, header::CONTENT_TYPE},
    middleware::{Next, from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::any,
};
use std::path::Path;
use tower_http::services::ServeDir;

/// The site in `dist`, where some paths may be broken on purpose.
///
/// A file is sent in its `.br` or `.gz` form if that lies beside it and the browser takes it. A
/// folder answers with its `index.html` and is never listed.
pub(crate) fn router(dist: &Path, faults: Faults) -> Router {
    let nothing_here = any(|| async { (StatusCode::NOT_FOUND, "There is nothing at this address.") });
    let files = ServeDir::new(dist).precompressed_br().precompressed_gzip().fallback(nothing_here);
    Router::new()
        .fallback_service(files)
        .layer(from_fn_with_state(faults, faults::apply))
        .layer(from_fn(name_the_encoding))
        .layer(from_fn(caching::add_header))
        .layer(from_fn(security::add_headers))
}

/// Says that text is UTF-8: without it, a browser may guess from the first bytes.
async fn name_the_encoding(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await.into_response();
    let plain = response.headers().get(CONTENT_TYPE);
    let full = match plain.map(HeaderValue::as_bytes) {
        Some(b"text/html") => "text/html; charset=utf-8",
        Some(b"text/css") => "text/css; charset=utf-8",
        Some(b"text/javascript") => "text/javascript; charset=utf-8",
        _ => return response,
    };
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(full));
    response
}
