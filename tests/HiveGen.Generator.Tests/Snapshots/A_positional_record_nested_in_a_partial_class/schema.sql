CREATE TABLE "countries" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  "code" TEXT NOT NULL
) STRICT;

CREATE TRIGGER "countries_hive_add" AFTER INSERT ON "countries" BEGIN
  INSERT INTO "_hive_change" ("model", "id", "op") VALUES ('countries', NEW."id", 1);
END;

CREATE TRIGGER "countries_hive_set" AFTER UPDATE OF "code" ON "countries"
WHEN OLD."id" IS NEW."id" AND (OLD."code" IS NOT NEW."code") BEGIN
  INSERT INTO "_hive_change" ("model", "id", "op") VALUES ('countries', NEW."id", 2);
END;

CREATE TRIGGER "countries_hive_id" AFTER UPDATE OF "id" ON "countries"
WHEN OLD."id" IS NOT NEW."id" BEGIN
  INSERT INTO "_hive_change" ("model", "id", "op") VALUES ('countries', OLD."id", 3);
  INSERT INTO "_hive_change" ("model", "id", "op") VALUES ('countries', NEW."id", 2);
END;

CREATE TRIGGER "countries_hive_remove" AFTER DELETE ON "countries" BEGIN
  INSERT INTO "_hive_change" ("model", "id", "op") VALUES ('countries', OLD."id", 3);
END;

CREATE TRIGGER "countries_hive_replace_set" BEFORE UPDATE OF "id" ON "countries" BEGIN
  INSERT INTO "_hive_change" ("model", "id", "op") SELECT 'countries', "id", 3 FROM "countries" WHERE "id" = NEW."id" AND "id" IS NOT OLD."id";
END;

CREATE TABLE "cities" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "country" INTEGER NOT NULL REFERENCES "countries" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  "class" INTEGER,
  "sister" TEXT REFERENCES "cities" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  "map" TEXT CHECK (json_valid("map")),
  "seal" TEXT NOT NULL CHECK (json_valid("seal")),
  "mayor" TEXT NOT NULL DEFAULT 'nobody',
  "label" TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX "cities_country_name_unique" ON "cities" ("country", "name");

CREATE INDEX "cities_sister" ON "cities" ("sister");

CREATE TRIGGER "cities_hive_add" AFTER INSERT ON "cities" BEGIN
  INSERT INTO "_hive_change" ("model", "id", "op") VALUES ('cities', NEW."id", 1);
END;

CREATE TRIGGER "cities_hive_set" AFTER UPDATE OF "name", "country", "class", "sister", "map", "seal", "label" ON "cities"
WHEN OLD."id" IS NEW."id" AND (OLD."name" IS NOT NEW."name" OR OLD."country" IS NOT NEW."country" OR OLD."class" IS NOT NEW."class" OR OLD."sister" IS NOT NEW."sister" OR OLD."map" IS NOT NEW."map" OR OLD."seal" IS NOT NEW."seal" OR OLD."label" IS NOT NEW."label") BEGIN
  INSERT INTO "_hive_change" ("model", "id", "op") VALUES ('cities', NEW."id", 2);
END;

CREATE TRIGGER "cities_hive_id" AFTER UPDATE OF "id" ON "cities"
WHEN OLD."id" IS NOT NEW."id" BEGIN
  INSERT INTO "_hive_change" ("model", "id", "op") VALUES ('cities', OLD."id", 3);
  INSERT INTO "_hive_change" ("model", "id", "op") VALUES ('cities', NEW."id", 2);
END;

CREATE TRIGGER "cities_hive_remove" AFTER DELETE ON "cities" BEGIN
  INSERT INTO "_hive_change" ("model", "id", "op") VALUES ('cities', OLD."id", 3);
END;

CREATE TRIGGER "cities_hive_replace_add" BEFORE INSERT ON "cities"
WHEN EXISTS (SELECT 1 FROM "cities" WHERE "country" = NEW."country" AND "name" = NEW."name" AND "id" IS NOT NEW."id") BEGIN
  INSERT INTO "_hive_change" ("model", "id", "op") SELECT 'cities', "id", 3 FROM "cities" WHERE "country" = NEW."country" AND "name" = NEW."name" AND "id" IS NOT NEW."id";
END;

CREATE TRIGGER "cities_hive_replace_set" BEFORE UPDATE OF "id", "country", "name" ON "cities" BEGIN
  INSERT INTO "_hive_change" ("model", "id", "op") SELECT 'cities', "id", 3 FROM "cities" WHERE "country" = NEW."country" AND "name" = NEW."name" AND "id" IS NOT OLD."id";
  INSERT INTO "_hive_change" ("model", "id", "op") SELECT 'cities', "id", 3 FROM "cities" WHERE "id" = NEW."id" AND "id" IS NOT OLD."id";
END;
