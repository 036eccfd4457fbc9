//! Chance that can be repeated: a test that failed can be run again with the same seed.

use std::{
    env,
    time::{SystemTime, UNIX_EPOCH},
};

/// A source of chance (SplitMix64).
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// With the seed in `ROOM_SEED`, or else a new one; it is printed.
    pub fn new() -> Self {
        let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.subsec_nanos().into());
        let seed = env::var("ROOM_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or_else(now);
        eprintln!("seed: {seed} (ROOM_SEED={seed} repeats it)");
        Self(seed)
    }

    /// A number below a limit.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % limit.max(1)
    }

    /// One of several.
    ///
    /// # Panics
    ///
    /// If there is none.
    pub fn one_of<'a, T>(&mut self, several: &'a [T]) -> &'a T {
        let place = usize::try_from(self.below(several.len() as u64)).unwrap_or(0);
        &several[place]
    }
}

impl Default for Chance {
    fn default() -> Self {
        Self::new()
    }
}
