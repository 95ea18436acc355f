"""What a mediator knows: records, rules, codes, deadlines, money. No Qt, no SQL, no files, no clock."""
