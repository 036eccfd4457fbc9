//! What a camera makes of a screen, for tests: another size, a blur, noise. And which codes (QR) can be read in that.
#![warn(missing_docs)]

use rqrr::PreparedImage;

/// A picture in greys: 0 is black.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    width: usize,
    grey: Vec<f32>,
}

impl Picture {
    /// A square picture whose dots are dark or light, each so many dots wide.
    pub fn of_modules(side: usize, dots: usize, is_dark: impl Fn(usize, usize) -> bool) -> Self {
        let width = side * dots;
        let grey = |x: usize, y: usize| if is_dark(x / dots, y / dots) { 0.0 } else { 255.0 };
        Self::of(width, width, grey)
    }

    /// A picture as a browser takes it of its page.
    ///
    /// # Errors
    ///
    /// If it is not a PNG with one byte per colour.
    pub fn of_png(file: &[u8]) -> Result<Self, png::DecodingError> {
        let mut reader = png::Decoder::new(std::io::Cursor::new(file)).read_info()?;
        let mut bytes = vec![0; reader.output_buffer_size().unwrap_or_default()];
        let info = reader.next_frame(&mut bytes)?;
        let samples = info.color_type.samples();
        let colours = if samples < 3 { 1 } else { 3 };
        let grey = bytes.chunks_exact(samples).take((info.width * info.height) as usize);
        let grey = grey.map(|dot| dot[..colours].iter().map(|&it| f32::from(it)).sum::<f32>() / colours as f32);
        Ok(Self { width: info.width as usize, grey: grey.collect() })
    }

    /// A part of the picture, as far as it is in it.
    pub fn part(&self, [left, top, width, height]: [usize; 4]) -> Self {
        let [left, top] = [left.min(self.width - 1), top.min(self.height() - 1)];
        Self::of(width.clamp(1, self.width - left), height.clamp(1, self.height() - top), |x, y| {
            self.grey[(top + y) * self.width + left + x]
        })
    }

    /// The same picture, so many times as large: from further away, or from nearer.
    pub fn scaled(&self, times: f32) -> Self {
        let size = |length: usize| ((length as f32 * times).round() as usize).max(1);
        Self::of(size(self.width), size(self.height()), |x, y| {
            // In between dots it is in between their greys; what gets smaller is the mean of what it covers.
            let [from, to] = [x, x + 1].map(|at| at as f32 / times);
            let [above, below] = [y, y + 1].map(|at| at as f32 / times);
            if times >= 1.0 {
                return self.between((from + to) / 2.0 - 0.5, (above + below) / 2.0 - 0.5);
            }
            let steps = (1.0 / times).ceil() as usize * 2;
            let inside =
                |from: f32, to: f32, step: usize| from + (to - from) * (step as f32 + 0.5) / steps as f32 - 0.5;
            let all = (0..steps * steps)
                .map(|step| self.between(inside(from, to, step % steps), inside(above, below, step / steps)));
            all.sum::<f32>() / (steps * steps) as f32
        })
    }

    /// The same picture, out of focus: every dot is spread so far (a normal distribution with this deviation).
    pub fn blurred(&self, dots: f32) -> Self {
        let reach = (dots * 3.0).ceil() as isize;
        let weight = |far: isize| (-((far * far) as f32) / (2.0 * dots * dots)).exp();
        let whole: f32 = (-reach..=reach).map(weight).sum();
        let spread = |picture: &Self, right: isize, down: isize| {
            Self::of(picture.width, picture.height(), |x, y| {
                let at = |far: isize| picture.at(x as isize + far * right, y as isize + far * down);
                (-reach..=reach).map(|far| at(far) * weight(far)).sum::<f32>() / whole
            })
        };
        spread(&spread(self, 1, 0), 0, 1)
    }

    /// The same picture, in little light: every dot is up to so much darker or lighter, and always the same ones.
    pub fn noisy(&self, most: f32) -> Self {
        let mut chance = 0x9E37_79B9_u32;
        let grey = self.grey.iter().map(|grey| {
            chance ^= chance << 13;
            chance ^= chance >> 17;
            chance ^= chance << 5;
            (grey + (chance as f32 / u32::MAX as f32 * 2.0 - 1.0) * most).clamp(0.0, 255.0)
        });
        Self { width: self.width, grey: grey.collect() }
    }

    /// What the codes in it say, as far as they can be read.
    ///
    /// What is darker than the middle between the darkest and the lightest dots is dark. The reader's own measure follows
    /// each line of dots, and loses its way at the edge of a dark page; and it counts whole dots, so it gets more of them.
    pub fn codes(&self) -> Vec<String> {
        let large = self.scaled(2.0);
        let [darkest, lightest] = [f32::min, f32::max].map(|most| large.grey.iter().copied().fold(large.grey[0], most));
        let middle = (darkest + lightest) / 2.0;
        let is_dark = |x: usize, y: usize| large.grey[y * large.width + x] < middle;
        let mut image = PreparedImage::prepare_from_bitmap(large.width, large.height(), is_dark);
        image.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect()
    }

    fn of(width: usize, height: usize, grey: impl Fn(usize, usize) -> f32) -> Self {
        Self { width, grey: (0..width * height).map(|at| grey(at % width, at / width)).collect() }
    }

    fn height(&self) -> usize {
        self.grey.len() / self.width
    }

    /// A dot, or the nearest one at the edge.
    fn at(&self, x: isize, y: isize) -> f32 {
        let within = |at: isize, length: usize| at.clamp(0, length as isize - 1) as usize;
        self.grey[within(y, self.height()) * self.width + within(x, self.width)]
    }

    /// Between four dots.
    fn between(&self, x: f32, y: f32) -> f32 {
        let (left, top) = (x.floor() as isize, y.floor() as isize);
        let (right, down) = (x - x.floor(), y - y.floor());
        let row = |y: isize| self.at(left, y) * (1.0 - right) + self.at(left + 1, y) * right;
        row(top) * (1.0 - down) + row(top + 1) * down
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A black dot among nine.
    fn dot() -> Picture {
        Picture::of_modules(3, 1, |x, y| x == 1 && y == 1)
    }

    #[test]
    fn a_picture_of_another_size_shows_the_same() {
        let large = dot().scaled(2.0);
        assert_eq!((large.width, large.height()), (6, 6));
        assert_eq!((large.at(0, 0), large.at(5, 5)), (255.0, 255.0));
        assert!(large.at(2, 2) < 255.0 / 2.0);
        let small = Picture::of_modules(3, 4, |x, y| x == 1 && y == 1).scaled(0.25);
        assert_eq!(small.width, 3);
        assert!(small.at(1, 1) < 40.0 && small.at(0, 0) > 215.0, "{small:?}");
    }

    #[test]
    fn a_part_of_a_picture_ends_where_the_picture_does() {
        let corner = dot().part([1, 1, 9, 9]);
        assert_eq!((corner.width, corner.height()), (2, 2));
        assert_eq!(corner.grey, [0.0, 255.0, 255.0, 255.0]);
        assert_eq!(dot().part([9, 9, 9, 9]).grey, [255.0]);
    }

    #[test]
    fn a_blur_spreads_and_loses_nothing() {
        let blurred = Picture::of_modules(9, 1, |x, y| x == 4 && y == 4).blurred(1.0);
        assert!(blurred.at(4, 4) > 200.0 && blurred.at(3, 4) < 255.0);
        let lost = 255.0 * 81.0 - blurred.grey.iter().sum::<f32>();
        assert!((lost - 255.0).abs() < 1.0, "{lost}");
    }

    #[test]
    fn noise_is_the_same_each_time_and_within_its_bounds() {
        let noisy = Picture::of(9, 9, |_, _| 100.0).noisy(20.0);
        assert_eq!(noisy, Picture::of(9, 9, |_, _| 100.0).noisy(20.0));
        assert!(noisy.grey.iter().all(|grey| (80.0..=120.0).contains(grey)));
        assert!(noisy.grey.iter().any(|grey| *grey < 95.0) && noisy.grey.iter().any(|grey| *grey > 105.0));
    }

    #[test]
    fn where_there_is_no_code_none_is_read() {
        assert_eq!(Picture::of(200, 200, |x, _| x as f32).codes(), Vec::<String>::new());
    }
}
