"""Many papers and scans as one volume: page numbers, bookmarks, PDF/A, in little memory."""
