// Documents, and their bytes by the official package: { vectors: [{ ejson, hex }] }.
import { Binary, Double, EJSON, Int32, Long, serialize } from 'bson';

const documents = [
  {}, { a: new Int32(1) }, { a: Long.fromString('9007199254740993') }, { a: Long.MIN_VALUE }, { a: new Double(1) }, { a: new Double(-0.5) }, { a: 'é😀' }, { a: null, b: true, c: false },
  { a: new Date(1700000000123) }, { a: new Date(-1) }, { a: new Binary(Buffer.from([0, 255])) }, { a: [new Int32(1), 'x', null] }, { a: { b: { c: [] } } },
  { update: 'users', ordered: false, updates: [{ q: { _id: 'u1' }, u: [{ $replaceWith: '$$ROOT' }], upsert: true }], $db: 'hive' },
];
const vectors = documents.map(document => ({ ejson: JSON.parse(EJSON.stringify(document, { relaxed: false })), hex: Buffer.from(serialize(document)).toString('hex') }));
console.log(JSON.stringify({ vectors }));
