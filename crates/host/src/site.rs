//! The folder as a web site: which file answers which path, in which form.

use crate::{Frames, caching, faults, faults::Faults, kinds, security};
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
/// folder answers with its `index.html` and is never listed. `frames` may show the site in a frame.
pub(crate) fn router(dist: &Path, faults: Faults, frames: &Frames) -> Router {
    let nothing_here = any(|| async { (StatusCode::NOT_FOUND, "There is nothing at this address.") });
    let files = ServeDir::new(dist).precompressed_br().precompressed_gzip().fallback(nothing_here);
    Router::new()
        .fallback_service(files)
        .layer(from_fn_with_state(faults, faults::apply))
        .layer(from_fn(name_the_type))
        .layer(from_fn(caching::add_header))
        .layer(from_fn_with_state(security::sent(frames), security::add_headers))
}

/// Gives an answer the type that its ending has everywhere.
async fn name_the_type(request: Request, next: Next) -> Response {
    let kind = kinds::mime_type(request.uri().path());
    let mut response = next.run(request).await.into_response();
    if let Some(kind) = kind.filter(|_| response.status().is_success()) {
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    }
    response
}
