//! A short hash of a text. The build script uses it, too, and needs it alone.

/// The hash of no bytes.
pub(crate) const FNV_START: u32 = 0x811c_9dc5;

/// A number that depends on all of these bytes (FNV-1a).
pub(crate) const fn fnv(bytes: &[u8]) -> u32 {
    fnv_from(FNV_START, bytes)
}

/// The hash of some bytes and these behind them.
pub(crate) const fn fnv_from(mut hash: u32, bytes: &[u8]) -> u32 {
    let mut rest = bytes;
    while let [byte, more @ ..] = rest {
        hash = (hash ^ *byte as u32).wrapping_mul(0x0100_0193);
        rest = more;
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::fnv;

    #[test]
    fn the_published_values() {
        assert_eq!([fnv(b""), fnv(b"a"), fnv(b"foobar")], [0x811c_9dc5, 0xe40c_292c, 0xbf9c_f968]);
    }
}
