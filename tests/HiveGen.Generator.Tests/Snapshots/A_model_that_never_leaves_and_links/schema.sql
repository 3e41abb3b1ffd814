CREATE TABLE "people" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL
) STRICT;

CREATE TABLE "sessions" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "owner" TEXT NOT NULL REFERENCES "people" ("id") ON DELETE CASCADE ON UPDATE RESTRICT,
  "token" TEXT NOT NULL,
  "seat" INTEGER,
  "until" TEXT
) STRICT;

CREATE UNIQUE INDEX "sessions_token_unique" ON "sessions" ("token");

CREATE UNIQUE INDEX "sessions_seat_unique" ON "sessions" ("seat");

CREATE INDEX "sessions_owner_until" ON "sessions" ("owner", "until");
