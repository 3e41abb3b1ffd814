// A server that speaks MongoDB's wire protocol, for tests: OP_MSG and the old OP_QUERY hello, SCRAM-SHA-256, TLS. Queries and pipelines are
// mingo's, BSON is the official package's. It is not mongod: one node, no transactions, validators that are queries only, no real indexes.
// Variables: PORT; MONGO_USER, MONGO_PASSWORD; MONGO_DATA (the file that outlives a restart); MONGO_TLS (a PEM file of key and certificate).
import fs from 'node:fs';
import net from 'node:net';
import tls from 'node:tls';
import { deserialize, serialize } from 'bson';
import { run, state } from './commands.mjs';
import { MaxMessage } from './limits.mjs';

const { PORT, MONGO_TLS } = process.env;
const options = { useBigInt64: true, promoteBuffers: false };
let replies = 0;

function body(message) {
  const flags = message.readUInt32LE(16);
  const end = message.length - (flags & 1 ? 4 : 0);
  let command = null;
  const sequences = {};
  for (let at = 20; at < end; ) {
    const kind = message[at++];
    const size = message.readInt32LE(at);
    if (kind === 0) {
      command = deserialize(message.subarray(at, at + size), options);
    } else {
      const nameEnd = message.indexOf(0, at + 4);
      const items = [];
      for (let item = nameEnd + 1; item < at + size; item += message.readInt32LE(item)) {
        items.push(deserialize(message.subarray(item, item + message.readInt32LE(item)), options));
      }
      sequences[message.toString('utf8', at + 4, nameEnd)] = items;
    }
    at += size;
  }
  return { command: Object.assign(command, sequences), silent: (flags & 2) !== 0 };
}

function legacy(message) {
  const end = message.indexOf(0, 20);
  const command = deserialize(message.subarray(end + 9), options);
  return { ...(command.$query ?? command), $db: message.toString('utf8', 20, end).split('.')[0] };
}

function reply(request, opcode, answer) {
  const bytes = serialize(answer, { ignoreUndefined: true });
  const head = Buffer.alloc(opcode === 1 ? 36 : 21);
  head.writeInt32LE(head.length + bytes.length, 0);
  head.writeInt32LE(++replies, 4);
  head.writeInt32LE(request, 8);
  head.writeInt32LE(opcode, 12);
  if (opcode === 1) {
    head.writeInt32LE(8, 16);
    head.writeInt32LE(1, 32);
  }
  return Buffer.concat([head, bytes]);
}

function answer(socket, connection, message) {
  const request = message.readInt32LE(4);
  const opcode = message.readInt32LE(12);
  if (opcode === 2004) {
    socket.write(reply(request, 1, run(connection, legacy(message))));
  } else if (opcode === 2013) {
    const { command, silent } = body(message);
    const result = run(connection, command);
    if (result === null) socket.destroy();
    else if (!silent) socket.write(reply(request, 2013, result));
  } else {
    socket.destroy();
  }
}

function serve(socket) {
  const connection = {};
  let waiting = [];
  let size = 0;
  socket.on('error', () => {});
  socket.on('data', chunk => {
    waiting.push(chunk);
    size += chunk.length;
    while (size >= 16) {
      if (waiting[0].length < 16) waiting = [Buffer.concat(waiting)];
      const length = waiting[0].readInt32LE(0);
      if (length < 21 || length > MaxMessage) return socket.destroy();
      if (size < length) return;
      const all = Buffer.concat(waiting);
      answer(socket, connection, all.subarray(0, length));
      waiting = size > length ? [all.subarray(length)] : [];
      size -= length;
    }
  });
}

state.open();
const pem = MONGO_TLS && fs.readFileSync(MONGO_TLS);
const server = pem ? tls.createServer({ key: pem, cert: pem }, serve) : net.createServer(serve);
server.on('tlsClientError', () => {});
server.listen(Number(PORT), '127.0.0.1');
