CREATE TABLE "accounts" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "email" TEXT NOT NULL,
  "name" TEXT,
  "plan" TEXT NOT NULL DEFAULT 'free',
  "password_hash" TEXT,
  "created_at" INTEGER NOT NULL,
  "updated_at" INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX "accounts_email_unique" ON "accounts" ("email");

CREATE TRIGGER "accounts_hive_add" AFTER INSERT ON "accounts" BEGIN
  INSERT INTO "_hive_change" ("model", "id", "op") VALUES ('users', NEW."id", 1);
END;

CREATE TRIGGER "accounts_hive_set" AFTER UPDATE OF "email", "name", "plan", "created_at", "updated_at" ON "accounts"
WHEN OLD."id" IS NEW."id" AND (OLD."email" IS NOT NEW."email" OR OLD."name" IS NOT NEW."name" OR OLD."plan" IS NOT NEW."plan" OR OLD."created_at" IS NOT NEW."created_at" OR OLD."updated_at" IS NOT NEW."updated_at") BEGIN
  INSERT INTO "_hive_change" ("model", "id", "op") VALUES ('users', NEW."id", 2);
END;

CREATE TRIGGER "accounts_hive_id" AFTER UPDATE OF "id" ON "accounts"
WHEN OLD."id" IS NOT NEW."id" BEGIN
  INSERT INTO "_hive_change" ("model", "id", "op") VALUES ('users', OLD."id", 3);
  INSERT INTO "_hive_change" ("model", "id", "op") VALUES ('users', NEW."id", 2);
END;

CREATE TRIGGER "accounts_hive_remove" AFTER DELETE ON "accounts" BEGIN
  INSERT INTO "_hive_change" ("model", "id", "op") VALUES ('users', OLD."id", 3);
END;

CREATE TRIGGER "accounts_hive_replace_add" BEFORE INSERT ON "accounts"
WHEN EXISTS (SELECT 1 FROM "accounts" WHERE "email" = NEW."email" AND "id" IS NOT NEW."id") BEGIN
  INSERT INTO "_hive_change" ("model", "id", "op") SELECT 'users', "id", 3 FROM "accounts" WHERE "email" = NEW."email" AND "id" IS NOT NEW."id";
END;

CREATE TRIGGER "accounts_hive_replace_set" BEFORE UPDATE OF "id", "email" ON "accounts" BEGIN
  INSERT INTO "_hive_change" ("model", "id", "op") SELECT 'users', "id", 3 FROM "accounts" WHERE "email" = NEW."email" AND "id" IS NOT OLD."id";
  INSERT INTO "_hive_change" ("model", "id", "op") SELECT 'users', "id", 3 FROM "accounts" WHERE "id" = NEW."id" AND "id" IS NOT OLD."id";
END;
