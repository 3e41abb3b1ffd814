CREATE TABLE "places" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT
) STRICT;

CREATE TABLE "things" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "size" TEXT NOT NULL CHECK (json_valid("size")),
  "size_or_null" TEXT CHECK (json_valid("size_or_null")),
  "element" TEXT NOT NULL CHECK (json_valid("element")),
  "element_or_null" TEXT CHECK (json_valid("element_or_null")),
  "node" TEXT NOT NULL CHECK (json_valid("node")),
  "node_or_null" TEXT CHECK (json_valid("node_or_null")),
  "kind" TEXT NOT NULL DEFAULT 'Plain',
  "kind_or_null" TEXT,
  "blob" BLOB NOT NULL,
  "blob_or_null" BLOB,
  "first" INTEGER NOT NULL DEFAULT 0,
  "last" INTEGER NOT NULL DEFAULT 0,
  "earliest" INTEGER NOT NULL,
  "longest" INTEGER NOT NULL DEFAULT 0,
  "whole" TEXT REFERENCES "things" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  "place" INTEGER REFERENCES "places" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT
) STRICT;

CREATE INDEX "things_whole" ON "things" ("whole");

CREATE INDEX "things_place" ON "things" ("place");

CREATE TRIGGER "things_hive_add" AFTER INSERT ON "things" BEGIN
  INSERT INTO "_hive_change" ("model", "id", "op") VALUES ('things', NEW."id", 1);
END;

CREATE TRIGGER "things_hive_set" AFTER UPDATE OF "size", "size_or_null", "element", "element_or_null", "node", "node_or_null", "kind", "kind_or_null", "blob", "blob_or_null", "first", "last", "earliest", "longest", "whole", "place" ON "things"
WHEN OLD."id" IS NEW."id" AND (OLD."size" IS NOT NEW."size" OR OLD."size_or_null" IS NOT NEW."size_or_null" OR OLD."element" IS NOT NEW."element" OR OLD."element_or_null" IS NOT NEW."element_or_null" OR OLD."node" IS NOT NEW."node" OR OLD."node_or_null" IS NOT NEW."node_or_null" OR OLD."kind" IS NOT NEW."kind" OR OLD."kind_or_null" IS NOT NEW."kind_or_null" OR OLD."blob" IS NOT NEW."blob" OR OLD."blob_or_null" IS NOT NEW."blob_or_null" OR OLD."first" IS NOT NEW."first" OR OLD."last" IS NOT NEW."last" OR OLD."earliest" IS NOT NEW."earliest" OR OLD."longest" IS NOT NEW."longest" OR OLD."whole" IS NOT NEW."whole" OR OLD."place" IS NOT NEW."place") BEGIN
  INSERT INTO "_hive_change" ("model", "id", "op") VALUES ('things', NEW."id", 2);
END;

CREATE TRIGGER "things_hive_id" AFTER UPDATE OF "id" ON "things"
WHEN OLD."id" IS NOT NEW."id" BEGIN
  INSERT INTO "_hive_change" ("model", "id", "op") VALUES ('things', OLD."id", 3);
  INSERT INTO "_hive_change" ("model", "id", "op") VALUES ('things', NEW."id", 2);
END;

CREATE TRIGGER "things_hive_remove" AFTER DELETE ON "things" BEGIN
  INSERT INTO "_hive_change" ("model", "id", "op") VALUES ('things', OLD."id", 3);
END;

CREATE TRIGGER "things_hive_replace_set" BEFORE UPDATE OF "id" ON "things" BEGIN
  INSERT INTO "_hive_change" ("model", "id", "op") SELECT 'things', "id", 3 FROM "things" WHERE "id" = NEW."id" AND "id" IS NOT OLD."id";
END;
