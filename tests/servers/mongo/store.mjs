// Collections in memory, and a journal of what changed, so that a restart finds them again.
import fs from 'node:fs';
import { EJSON, deserialize, serialize } from 'bson';
import { Query } from 'mingo';
import { MaxDocument } from './limits.mjs';
import { Failure } from './failure.mjs';
import { matcher } from './view.mjs';

const options = { useBigInt64: true, promoteBuffers: false };
export const keyOf = id => (typeof id === 'bigint' || typeof id === 'number' ? `#${id}` : EJSON.stringify(id));

export class Store {
  #file;
  collections = new Map();

  constructor(path) {
    this.path = path;
  }

  open() {
    if (!this.path) return;
    const journal = fs.existsSync(this.path) ? fs.readFileSync(this.path) : Buffer.alloc(0);
    for (let at = 0; at + 4 <= journal.length && at + journal.readInt32LE(at) <= journal.length; at += journal.readInt32LE(at)) {
      this.#replay(deserialize(journal.subarray(at, at + journal.readInt32LE(at)), options));
    }
    this.#file = fs.openSync(this.path, 'a');
  }

  #replay({ ns, put, gone, drop, set }) {
    if (drop) this.collections.delete(ns);
    else if (set) Object.assign(this.collection(ns), set);
    else if (put) this.collection(ns).documents.set(keyOf(put._id), put);
    else this.collection(ns).documents.delete(gone);
  }

  #note(entry) {
    if (this.#file) fs.writeSync(this.#file, serialize(entry));
  }

  collection(ns) {
    if (!this.collections.has(ns)) this.collections.set(ns, { documents: new Map(), indexes: [{ v: 2, key: { _id: 1 }, name: '_id_' }], validator: {} });
    return this.collections.get(ns);
  }

  configure(ns, set) {
    Object.assign(this.collection(ns), set);
    this.#note({ ns, set });
  }

  drop(ns) {
    this.collections.delete(ns);
    this.#note({ ns, drop: true });
  }

  put(ns, document) {
    const collection = this.collection(ns);
    const bytes = serialize(document);
    if (bytes.length > MaxDocument) throw new Failure(10334, 'BSONObjectTooLarge', `BSONObj size: ${bytes.length} is invalid.`);
    if (!collection.validator.$jsonSchema && !matcher(Query, collection.validator)(document)) throw new Failure(121, 'DocumentValidationFailure', 'Document failed validation');
    collection.documents.set(keyOf(document._id), document);
    this.#note({ ns, put: document });
  }

  remove(ns, document) {
    this.collection(ns).documents.delete(keyOf(document._id));
    this.#note({ ns, gone: keyOf(document._id) });
  }

  /** The documents of a query; those of an id or some ids without a scan. */
  *find(ns, query) {
    const { documents } = this.collection(ns);
    const { _id: id, ...rest } = query;
    const test = matcher(Query, rest);
    const isCondition = id !== null && typeof id === 'object' && !id._bsontype && Object.keys(id).some(name => name[0] === '$');
    if (id !== undefined && (!isCondition || id.$in)) {
      for (const one of isCondition ? id.$in : [id]) {
        const found = documents.get(keyOf(one));
        if (found && test(found)) yield found;
      }
      return;
    }
    const whole = isCondition ? matcher(Query, query) : test;
    for (const document of [...documents.values()]) if (whole(document)) yield document;
  }
}
