//! Reads a line of a phrase file sign by sign.

/// A place in a line.
pub(super) struct Reader {
    chars: Vec<char>,
    pub(super) at: usize,
}

impl Reader {
    /// Reads a line from its start.
    pub(super) fn new(line: &str) -> Self {
        Self { chars: line.chars().collect(), at: 0 }
    }

    /// The next sign.
    pub(super) fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    /// Passes over blanks.
    pub(super) fn blanks(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    /// Whether nothing but blanks is left.
    pub(super) fn done(&mut self) -> bool {
        self.blanks();
        self.at >= self.chars.len()
    }

    /// Passes over blanks and then `c`, if it is there.
    pub(super) fn take(&mut self, c: char) -> bool {
        self.blanks();
        self.take_now(c)
    }

    /// Passes over `c`, if it stands right here.
    pub(super) fn take_now(&mut self, c: char) -> bool {
        let here = self.peek() == Some(c);
        self.at += usize::from(here);
        here
    }

    /// Passes over two signs if both stand right here.
    pub(super) fn take_both(&mut self, first: char, second: char) -> bool {
        let here = self.peek() == Some(first) && self.chars.get(self.at + 1) == Some(&second);
        self.at += if here { 2 } else { 0 };
        here
    }

    /// Passes over a run of `c`; gives its length.
    pub(super) fn run(&mut self, c: char) -> usize {
        let from = self.at;
        while self.peek() == Some(c) {
            self.at += 1;
        }
        self.at - from
    }

    /// What stands before `end`, which is passed too; none if there is no `end`.
    pub(super) fn until(&mut self, end: char) -> Option<String> {
        let from = self.at;
        while self.peek()? != end {
            self.at += 1;
        }
        self.at += 1;
        Some(self.chars.get(from..self.at - 1)?.iter().collect())
    }

    /// Passes over a word, stars included.
    pub(super) fn word(&mut self) -> String {
        let from = self.at;
        while self.peek().is_some_and(|c| c.is_alphanumeric() || matches!(c, '\'' | '’' | '*' | '_' | '%' | '&' | '-')) {
            self.at += 1;
        }
        self.chars.get(from..self.at).unwrap_or_default().iter().collect()
    }
}
