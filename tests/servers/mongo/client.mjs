// The official client against the server: what it accepts, the server says rightly. node client.mjs <url>; prints "ok".
import assert from 'node:assert/strict';
import { Long, MongoClient } from 'mongodb';

const client = await new MongoClient(process.argv[2], { serverSelectionTimeoutMS: 5000 }).connect();
const db = client.db('official');
await db.dropDatabase();
const users = db.collection('users');
assert.equal(await users.createIndex({ _syncedAt: 1, _id: 1 }), '_syncedAt_1__id_1');
const guarded = (id, version, fields, deleted = false) => ({
  updateOne: {
    filter: { _id: id },
    update: [{ $replaceWith: { $cond: [
      { $lt: [{ $ifNull: ['$_version', Long.fromNumber(-1)] }, Long.fromNumber(version)] },
      { $mergeObjects: [{ $literal: { _id: id, ...fields, _version: Long.fromNumber(version), _deleted: deleted } }, { _syncedAt: '$$NOW' }] },
      '$$ROOT' ] } }],
    upsert: true,
  },
});
const first = await users.bulkWrite([guarded('u1', 5, { name: '$notAField' }), guarded('u2', 1, { name: 'B' })], { ordered: false });
assert.deepEqual([first.upsertedCount, first.modifiedCount], [2, 0]);
const second = await users.bulkWrite([guarded('u1', 4, { name: 'old' }), guarded('u2', 2, {}, true)], { ordered: false });
assert.deepEqual([second.matchedCount, second.modifiedCount], [2, 1]);
assert.equal((await users.findOne({ _id: 'u1' })).name, '$notAField');
assert.equal((await users.findOne({ _id: 'u2' }))._deleted, true);
assert.ok((await users.findOne({ _id: 'u1' }))._syncedAt instanceof Date);
await assert.rejects(users.insertOne({ _id: 'u1' }), e => e.code === 11000);
await users.insertMany(Array.from({ length: 2500 }, (_, i) => ({ _id: `m${i}`, n: Long.fromString('9223372036854775807') })));
const all = await users.find({ n: { $exists: true } }, { batchSize: 100, promoteLongs: false }).toArray();
assert.equal(all.length, 2500);
assert.equal(all[7].n.toString(), '9223372036854775807');
assert.equal((await users.deleteMany({ n: { $exists: true } })).deletedCount, 2500);
assert.equal((await users.find({}).toArray()).length, 2);
await client.close();
console.log('ok');
