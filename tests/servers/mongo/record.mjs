// What the official client sends for a guarded upsert: the commands in canonical extended JSON. Argument: the server's address.
import { EJSON } from 'bson';
import { Long, MongoClient } from 'mongodb';

const client = new MongoClient(process.argv[2], { monitorCommands: true });
const commands = [];
client.on('commandStarted', ({ commandName: name, command }) => commands.push({ name, command }));
await client.db('hive').collection('notes').bulkWrite([{
  updateOne: {
    filter: { _id: 'n1' },
    update: [{ $replaceWith: { $cond: [
      { $lt: [{ $ifNull: ['$_version', Long.fromNumber(-1)] }, Long.fromNumber(5)] },
      { $mergeObjects: [{ $literal: { _id: 'n1', title: '$notAField', _version: Long.fromNumber(5), _deleted: false } }, { _syncedAt: '$$NOW' }] },
      '$$ROOT',
    ] } }],
    upsert: true,
  },
}], { ordered: false });
await client.db('hive').dropDatabase();
await client.close();
console.log(EJSON.stringify({ commands }, { relaxed: false }));
