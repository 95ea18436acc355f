"""The local store of one desk: encrypted tables, journal, search, vault, blobs, drafts, backup."""
