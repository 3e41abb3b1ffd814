CREATE TABLE "notes" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "text" TEXT NOT NULL,
  "kind" TEXT NOT NULL DEFAULT 'Plain'
) STRICT;

CREATE TRIGGER "notes_hive_add" AFTER INSERT ON "notes" BEGIN
  INSERT INTO "_hive_change" ("model", "id", "op") VALUES ('notes', NEW."id", 1);
END;

CREATE TRIGGER "notes_hive_set" AFTER UPDATE OF "text", "kind" ON "notes"
WHEN OLD."id" IS NEW."id" AND (OLD."text" IS NOT NEW."text" OR OLD."kind" IS NOT NEW."kind") BEGIN
  INSERT INTO "_hive_change" ("model", "id", "op") VALUES ('notes', NEW."id", 2);
END;

CREATE TRIGGER "notes_hive_id" AFTER UPDATE OF "id" ON "notes"
WHEN OLD."id" IS NOT NEW."id" BEGIN
  INSERT INTO "_hive_change" ("model", "id", "op") VALUES ('notes', OLD."id", 3);
  INSERT INTO "_hive_change" ("model", "id", "op") VALUES ('notes', NEW."id", 2);
END;

CREATE TRIGGER "notes_hive_remove" AFTER DELETE ON "notes" BEGIN
  INSERT INTO "_hive_change" ("model", "id", "op") VALUES ('notes', OLD."id", 3);
END;

CREATE TRIGGER "notes_hive_replace_set" BEFORE UPDATE OF "id" ON "notes" BEGIN
  INSERT INTO "_hive_change" ("model", "id", "op") SELECT 'notes', "id", 3 FROM "notes" WHERE "id" = NEW."id" AND "id" IS NOT OLD."id";
END;
