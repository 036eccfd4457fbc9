//! Which of the words that are explained stand in a text.

use content::Term;

/// The terms that stand in these texts, in their own order. Whole words count, and capitals of the plain alphabet make no difference.
pub fn explained<'a>(terms: &'a [Term], texts: &[impl AsRef<str>]) -> Vec<&'a Term> {
    let stands = |form: &str| texts.iter().any(|text| stands_in(form, text.as_ref()));
    terms.iter().filter(|term| term.forms.iter().any(|form| stands(form))).collect()
}

/// By bytes: the tables of all capitals would cost the main module 7 KB, and no form begins with an accent in capitals.
fn stands_in(form: &str, text: &str) -> bool {
    let (form, text) = (form.as_bytes(), text.as_bytes());
    !form.is_empty()
        && text.windows(form.len()).enumerate().any(|(at, part)| {
            part.eq_ignore_ascii_case(form)
                && !is_letter(at.checked_sub(1).and_then(|before| text.get(before)))
                && !is_letter(text.get(at + form.len()))
        })
}

/// Whether a byte is of a letter or digit; every letter with an accent begins and ends with one beyond the plain alphabet.
fn is_letter(byte: Option<&u8>) -> bool {
    byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
}

#[cfg(test)]
mod tests {
    use content::Text;

    use super::*;

    fn term(id: &str, forms: &[&str]) -> Term {
        Term {
            id: id.into(),
            term: id.into(),
            text: Text::from(""),
            also: Vec::new(),
            forms: forms.iter().map(|form| Text::from(*form)).collect(),
            own: true,
            sources: Vec::new(),
            see: Vec::new(),
        }
    }

    fn found(texts: &[&str]) -> Vec<String> {
        let terms = [
            term("buddy", &["buddy", "buddies"]),
            term("ips", &["IPS"]),
            term("job-coach", &["job coach", "jobcoach"]),
            term("idee", &["ideeën"]),
            term("none", &[]),
            term("empty", &[""]),
        ];
        explained(&terms, texts).into_iter().map(|term| term.id.to_string()).collect()
    }

    #[test]
    fn a_word_is_found_in_any_of_its_forms_with_or_without_capitals() {
        assert_eq!(found(&["Is there a Buddy?"]), ["buddy"]);
        assert_eq!(found(&["Two", "buddies."]), ["buddy"]);
        assert_eq!(found(&["a job coach (IPS)"]), ["ips", "job-coach"]);
        assert_eq!(found(&["nieuwe ideeën"]), ["idee"]);
    }

    #[test]
    fn a_part_of_another_word_is_not_that_word() {
        for text in ["buddyschap", "mybuddy", "tips", "équipsé", "ïps", "ipsé", "job  coach", "buddy2", ""] {
            assert_eq!(found(&[text]), [""; 0], "{text}");
        }
    }

    #[test]
    fn each_is_found_once_in_the_order_of_the_glossary() {
        assert_eq!(found(&["IPS and a buddy", "another buddy, two buddies"]), ["buddy", "ips"]);
    }
}
