"""Scans and photographs onto sheets of A4: PDF, JPEG, PNG and TIFF from elsewhere, each page an sRGB picture at 300 dpi."""
