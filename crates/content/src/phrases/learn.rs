//! What is said around the pages under 'Learn'.

use super::{Key, set_of};

keys! {
    /// The words of the pages under 'Learn', from `[frame]` in `learn.toml`.
    LearnWord {
        Title = "frame.title",
        Lead = "frame.lead",
        Conditions = "frame.conditions",
        Pages = "frame.pages",
        OwnAdvice = "frame.own-advice",
        OwnWords = "frame.own-words",
        See = "frame.see",
        Reviewed = "frame.reviewed",
        Show = "frame.show",
        Choose = "frame.choose",
        Chosen = "frame.chosen",
        Fits = "frame.fits",
        Other = "frame.other",
        SearchTitle = "frame.search-title",
        SearchLabel = "frame.search-label",
        SearchHint = "frame.search-hint",
        SearchDo = "frame.search-do",
        SearchOne = "frame.search-one",
        SearchCount = "frame.search-count",
        SearchNone = "frame.search-none",
        SearchFailed = "frame.search-failed",
        KindPage = "frame.kind-page",
        KindTerm = "frame.kind-term",
        KindQuestion = "frame.kind-question",
        KindScheme = "frame.kind-scheme",
    }
}
