// The commands there are.
import { EJSON, Long } from 'bson';
import { Aggregator } from 'mingo';
import { MaxDocument, MaxMessage, MaxWrites } from './limits.mjs';
import { Failure } from './failure.mjs';
import { Store } from './store.mjs';
import * as scram from './scram.mjs';
import * as writes from './writes.mjs';

export const state = new Store(process.env.MONGO_DATA);
const free = new Set(['hello', 'isMaster', 'ismaster', 'ping', 'buildInfo', 'saslStart', 'saslContinue', 'endSessions']);
const cursors = new Map();
let lastCursor = 0;
let isPrimary = true;
let fault = null;

const hello = () => ({
  helloOk: true, isWritablePrimary: isPrimary, ismaster: isPrimary, secondary: !isPrimary, maxBsonObjectSize: MaxDocument, maxMessageSizeBytes: MaxMessage,
  maxWriteBatchSize: MaxWrites, localTime: new Date(), logicalSessionTimeoutMinutes: 30, connectionId: 1, minWireVersion: 0, maxWireVersion: 21, readOnly: false, ok: 1,
});

// As mongod's newer engine: after a full batch it knows only when it is asked again whether that was all.
function answerFind(ns, documents, size, single) {
  const most = Number(size ?? 101) || 101;
  const firstBatch = documents.splice(0, most);
  let id = 0;
  if (firstBatch.length === most && !single) cursors.set((id = ++lastCursor), { ns, documents });
  return { cursor: { firstBatch, id: Long.fromNumber(id), ns }, ok: 1 };
}

const chosen = (document, names) => Object.fromEntries(Object.entries(document).filter(([name]) => name === '_id' || names.includes(name)));

function find(ns, { filter = {}, projection = {}, skip, limit, batchSize, singleBatch }) {
  const names = Object.keys(projection).filter(name => projection[name]);
  const from = Number(skip ?? 0);
  const found = [...state.find(ns, filter)].slice(from, Number(limit) ? from + Math.abs(Number(limit)) : undefined);
  return answerFind(ns, names.length ? found.map(document => chosen(document, names)) : found, batchSize, singleBatch);
}

function getMore(db, command) {
  const id = Number(command.getMore);
  const cursor = cursors.get(id);
  if (!cursor || cursor.ns !== `${db}.${command.collection}`) throw new Failure(43, 'CursorNotFound', `cursor id ${id} not found`);
  const most = Number(command.batchSize ?? 101);
  const nextBatch = cursor.documents.splice(0, most);
  if (nextBatch.length < most) cursors.delete(id);
  return { cursor: { nextBatch, id: Long.fromNumber(cursors.has(id) ? id : 0), ns: cursor.ns }, ok: 1 };
}

function createIndexes(ns, { indexes }) {
  const known = state.collection(ns).indexes;
  const numIndexesBefore = known.length;
  for (const index of indexes) {
    const same = known.find(one => one.name === index.name);
    if (same && JSON.stringify(same.key) !== JSON.stringify(index.key)) throw new Failure(86, 'IndexKeySpecsConflict', `An existing index has the same name as the requested index: ${index.name}`);
    if (!same) known.push({ v: 2, ...index });
  }
  state.configure(ns, { indexes: known });
  return { numIndexesBefore, numIndexesAfter: known.length, ok: 1 };
}

function listCollections(db) {
  const names = [...state.collections.keys()].filter(ns => ns.startsWith(db + '.'));
  return answerFind(`${db}.$cmd.listCollections`, names.map(ns => ({ name: ns.slice(db.length + 1), type: 'collection', options: { validator: state.collection(ns).validator } })));
}

function dropDatabase(db) {
  for (const ns of [...state.collections.keys()]) if (ns.startsWith(db + '.')) state.drop(ns);
  return { ok: 1 };
}

const handlers = {
  hello: (_, __, command) => ({ ...hello(), saslSupportedMechs: command.saslSupportedMechs && ['SCRAM-SHA-256'] }),
  ping: () => ({ ok: 1 }),
  endSessions: () => ({ ok: 1 }),
  buildInfo: () => ({ version: '7.0.0', versionArray: [7, 0, 0, 0], ok: 1 }),
  saslStart: (_, __, command, connection) => scram.start(connection, command),
  saslContinue: (_, __, command, connection) => scram.go(connection, command),
  insert: (_, ns, command) => writes.insert(state, ns, command),
  update: (_, ns, command) => writes.update(state, ns, command),
  delete: (_, ns, command) => writes.remove(state, ns, command),
  find: (_, ns, command) => find(ns, command),
  getMore: (db, _, command) => getMore(db, command),
  killCursors: (_, __, command) => ({ cursorsKilled: command.cursors.filter(id => cursors.delete(Number(id))), ok: 1 }),
  aggregate: (_, ns, command) => answerFind(ns, new Aggregator(command.pipeline).run([...state.find(ns, {})]), command.cursor?.batchSize),
  createIndexes: (_, ns, command) => createIndexes(ns, command),
  listIndexes: (_, ns) => answerFind(ns, [...state.collection(ns).indexes]),
  create: (_, ns, command) => (state.configure(ns, { validator: command.validator ?? {} }), { ok: 1 }),
  collMod: (_, ns, command) => (state.configure(ns, { validator: command.validator ?? {} }), { ok: 1 }),
  listCollections: db => listCollections(db),
  drop: (_, ns) => (state.drop(ns), { ok: 1 }),
  dropDatabase: db => dropDatabase(db),
  // As in mongod, as far as tests need it: the next commands of some names fail by a code, or lose their connection.
  configureFailPoint: (_, __, command) => ((fault = { times: Number(command.mode.times), ...command.data }), { ok: 1 }),
  // Every document as text, so that a test reads what is stored by other means than its own.
  hiveDump: (_, ns) => ({ text: EJSON.stringify([...state.find(ns, {})], { relaxed: false }), ok: 1 }),
  replSetStepDown: () => ((isPrimary = false), { ok: 1 }),
  hiveStepUp: () => ((isPrimary = true), { ok: 1 }),
};

function failPoint(name) {
  if (!fault || fault.times <= 0 || !fault.failCommands.includes(name)) return false;
  fault.times--;
  if (fault.closeConnection) return true;
  throw new Failure(Number(fault.errorCode), 'FailPoint', 'Failing command via a fail point.', fault.errorLabels ? { errorLabels: fault.errorLabels } : {});
}

/** The answer of a command; null closes the connection instead. */
export function run(connection, command) {
  const name = Object.keys(command)[0];
  const db = command.$db ?? 'admin';
  try {
    if (scram.needed && !connection.user && !free.has(name)) throw new Failure(13, 'Unauthorized', `Command ${name} requires authentication`);
    if (failPoint(name)) return null;
    const handler = handlers[/^ismaster$/i.test(name) ? 'hello' : name];
    if (!handler) throw new Failure(59, 'CommandNotFound', `no such command: '${name}'`);
    if (!isPrimary && !free.has(name) && name !== 'hiveStepUp') throw new Failure(10107, 'NotWritablePrimary', 'not primary');
    return handler(db, `${db}.${command[name]}`, command, connection);
  } catch (e) {
    return { ok: 0, errmsg: e.message, code: e.code ?? 8, codeName: e.codeName ?? 'UnknownError', ...e.more };
  }
}
