"""A draft is never harmed: processes killed, disks full, other programs at work."""
