"""Faults made on purpose: processes killed at random moments, disks that are full, folders of files made to do harm."""
