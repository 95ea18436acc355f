"""The Qt windows. Shows and asks; decides nothing."""
