// insert, update and delete, with write errors by statement as mongod gives them.
import { EJSON, ObjectId, serialize } from 'bson';
import { Aggregator, update as mingoUpdate } from 'mingo';
import { MaxWrites } from './limits.mjs';
import { Failure } from './failure.mjs';
import { keyOf } from './store.mjs';
import { View } from './view.mjs';

function now(stage) {
  if (stage === '$$NOW') return { $literal: new Date() };
  if (Array.isArray(stage)) return stage.map(now);
  if (!stage || typeof stage !== 'object' || stage._bsontype || stage instanceof Date || '$literal' in stage) return stage;
  return Object.fromEntries(Object.entries(stage).map(([name, value]) => [name, now(value)]));
}

function equalities(query) {
  const fields = {};
  for (const [name, value] of Object.entries(query)) {
    const isCondition = value !== null && typeof value === 'object' && !value._bsontype && Object.keys(value).some(key => key[0] === '$');
    if (name[0] !== '$' && !isCondition) fields[name] = value;
  }
  return fields;
}

function changed(old, change, inserts) {
  let result;
  if (Array.isArray(change)) {
    const view = new View();
    const seen = view.of(old);
    const [made] = new Aggregator(now(view.of(change))).run([seen]);
    if (made === seen) return old;
    result = view.back(made);
  } else if (Object.keys(change).some(name => name[0] === '$')) {
    const { $currentDate, $setOnInsert, ...plain } = change;
    result = { ...old };
    if ($currentDate) plain.$set = { ...plain.$set, ...Object.fromEntries(Object.keys($currentDate).map(name => [name, new Date()])) };
    if ($setOnInsert && inserts) plain.$set = { ...plain.$set, ...$setOnInsert };
    if (Object.keys(plain).length) mingoUpdate(result, plain);
  } else {
    result = { _id: old._id, ...change };
  }
  if (old._id !== undefined && keyOf(result._id) !== keyOf(old._id)) throw new Failure(66, 'ImmutableField', "Performing an update on the path '_id' would modify the immutable field '_id'");
  return { _id: result._id ?? new ObjectId(), ...result };
}

function updateOne(store, ns, { q, u, upsert, multi }, index, answer) {
  let hits = 0;
  for (const old of store.find(ns, q)) {
    const document = changed(old, u, false);
    answer.n++;
    hits++;
    if (document !== old && !Buffer.from(serialize(document)).equals(serialize(old))) {
      store.put(ns, document);
      answer.nModified++;
    }
    if (!multi) return;
  }
  if (hits === 0 && upsert) {
    const document = changed(equalities(q), u, true);
    insertOne(store, ns, document);
    answer.n++;
    (answer.upserted ??= []).push({ index, _id: document._id });
  }
}

function insertOne(store, ns, document) {
  if (store.collection(ns).documents.has(keyOf(document._id))) {
    const keyValue = { _id: document._id };
    throw new Failure(11000, 'DuplicateKey', `E11000 duplicate key error collection: ${ns} index: _id_ dup key: ${EJSON.stringify(keyValue)}`, { keyPattern: { _id: 1 }, keyValue });
  }
  store.put(ns, document);
}

function each(statements, ordered, answer, work) {
  if (statements.length === 0 || statements.length > MaxWrites) throw new Failure(16, 'InvalidLength', 'Write batch sizes must be between 1 and 100000.');
  statements.some((statement, index) => {
    try {
      work(statement, index);
      return false;
    } catch (e) {
      (answer.writeErrors ??= []).push({ index, code: e.code ?? 9, errmsg: e.message, ...e.more });
      return ordered !== false;
    }
  });
  return answer;
}

export const insert = (store, ns, command) => {
  const answer = { n: 0, ok: 1 };
  return each(command.documents, command.ordered, answer, document => {
    insertOne(store, ns, document._id === undefined ? { _id: new ObjectId(), ...document } : document);
    answer.n++;
  });
};

export const update = (store, ns, command) => {
  const answer = { n: 0, nModified: 0, ok: 1 };
  return each(command.updates, command.ordered, answer, (statement, index) => updateOne(store, ns, statement, index, answer));
};

export const remove = (store, ns, command) => {
  const answer = { n: 0, ok: 1 };
  return each(command.deletes, command.ordered, answer, ({ q, limit }) => {
    for (const document of store.find(ns, q)) {
      store.remove(ns, document);
      answer.n++;
      if (Number(limit) === 1) return;
    }
  });
};
