//! Chance that is the same each time.

/// A source of chance (xorshift).
pub(crate) struct Chance(u64);

impl Chance {
    /// The one of a workplace.
    pub fn of(number: usize) -> Self {
        let mut chance = Self((number as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        // Seeds that are alike begin alike.
        (0..8).for_each(|_| _ = chance.next());
        chance
    }

    /// A number below a limit.
    pub fn below(&mut self, limit: u32) -> u32 {
        (self.next() >> 32) as u32 % limit.max(1)
    }

    /// Whether something happens that happens once in so many times.
    pub fn one_in(&mut self, times: u32) -> bool {
        self.below(times) == 0
    }

    /// One of several; there is at least one.
    pub fn one_of<'a, T>(&mut self, several: &'a [T]) -> &'a T {
        &several[self.below(several.len() as u32) as usize]
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}
