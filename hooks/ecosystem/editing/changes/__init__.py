"""What changed between two versions of the data, said in a language: for editors and those who review their work."""
