"""The op: what a change is, its bytes, digest, chain, difference, and upcast from older shapes. No SQL."""
