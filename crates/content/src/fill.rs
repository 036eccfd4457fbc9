//! Placeholders.

/// Puts values in the place of `{name}`; a placeholder without a value stays as it is, so that it is seen.
///
/// ```
/// assert_eq!(content::fill("{done} of {all}", &[("done", "3"), ("all", "12")]), "3 of 12");
/// ```
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let (before, from_open) = rest.split_at(open);
        filled.push_str(before);
        let value = from_open.find('}').and_then(|close| {
            let name = from_open.get(1..close)?;
            let (_, value) = values.iter().find(|(candidate, _)| *candidate == name)?;
            Some((close + 1, *value))
        });
        let (taken, put) = value.unwrap_or((1, "{"));
        filled.push_str(put);
        rest = from_open.get(taken..).unwrap_or_default();
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn every_placeholder_gets_its_value() {
        assert_eq!(fill("the {a}, the {b} and the {a}", &[("a", "x"), ("b", "y")]), "the x, the y and the x");
    }

    #[test]
    fn a_placeholder_without_value_stays_visible() {
        assert_eq!(fill("{a} and {", &[("b", "y")]), "{a} and {");
    }

    #[test]
    fn a_value_is_never_filled_again() {
        assert_eq!(fill("{a}", &[("a", "{a}")]), "{a}");
    }
}
