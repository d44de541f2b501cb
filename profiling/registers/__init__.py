"""The door of the registers: files and messages with companies, licences and protected brands."""
