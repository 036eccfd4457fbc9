//! Small numbers in as many bits as they need, the highest bit of each first.

/// Numbers that are being written.
#[derive(Default)]
pub(crate) struct Writing {
    bytes: Vec<u8>,
    /// How many bits of the last byte are in use.
    used: u32,
}

impl Writing {
    /// Puts the lowest `width` bits of a number behind what is there.
    pub(crate) fn put(&mut self, number: u8, width: u32) {
        for place in (0..width).rev() {
            let bit = number.checked_shr(place).unwrap_or(0) & 1;
            match self.bytes.last_mut().filter(|_| self.used < u8::BITS) {
                Some(last) => *last |= bit << (u8::BITS - 1 - self.used),
                None => {
                    self.bytes.push(bit << (u8::BITS - 1));
                    self.used = 0;
                }
            }
            self.used += 1;
        }
    }

    /// The bytes; what is left of the last one is zeros.
    pub(crate) fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

/// Numbers that are being read.
pub(crate) struct Bits<'a> {
    bytes: &'a [u8],
    /// How many bits were read.
    read: usize,
}

impl<'a> Bits<'a> {
    pub(crate) fn of(bytes: &'a [u8]) -> Self {
        Self { bytes, read: 0 }
    }

    /// The next number of so many bits, at most eight; `None` if there are no more.
    pub(crate) fn take(&mut self, width: u32) -> Option<u8> {
        let mut number = 0_u8;
        for _ in 0..width {
            let byte = self.bytes.get(self.read / 8)?;
            number = number << 1 | byte >> (7 - self.read % 8) & 1;
            self.read += 1;
        }
        Some(number)
    }

    /// Whether everything was read: what is left is less than a byte, and zeros.
    pub(crate) fn end_here(mut self) -> bool {
        let left = self.bytes.len() * 8 - self.read;
        left < 8 && (0..left).all(|_| self.take(1) == Some(0))
    }
}
