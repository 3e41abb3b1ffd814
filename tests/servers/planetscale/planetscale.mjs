// PlanetScale's HTTP API in front of a MySQL server: node planetscale.mjs <mysql url>, with PORT, and USER_NAME and PASSWORD for
// whoever may ask. The SQL runs on the real server; sessions, rows and errors have the form of the real API. It is no Vitess.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import mysql from 'mysql2/promise';

const EXECUTE = '/psdb.v1alpha1.Database/Execute';
const CREATE_SESSION = '/psdb.v1alpha1.Database/CreateSession';
const TRANSACTION_LIMIT = 20_000; // milliseconds, as there

const login = `${process.env.USER_NAME ?? 'hive'}:${process.env.PASSWORD ?? 'hive'}`;
const database = new URL(process.argv[2]).pathname.slice(1);
const pool = mysql.createPool({
  uri: process.argv[2],
  connectionLimit: 20,
  rowsAsArray: true,
  charset: 'utf8mb4_bin',
  flags: ['+FOUND_ROWS'], // Vitess counts found rows
  typeCast: field => field.buffer(), // every value as the bytes of its text
});
const transactions = new Map(); // signature -> { connection, timer }

const kinds = { 1048: 'InvalidArgument', 1054: 'InvalidArgument', 1062: 'AlreadyExists', 1064: 'InvalidArgument', 1146: 'NotFound', 1205: 'DeadlineExceeded', 1213: 'Aborted', 1264: 'InvalidArgument', 1292: 'InvalidArgument', 1366: 'InvalidArgument', 1406: 'InvalidArgument' };
const codes = { AlreadyExists: 'ALREADY_EXISTS', NotFound: 'NOT_FOUND', InvalidArgument: 'INVALID_ARGUMENT', Aborted: 'ABORTED' };
const types = { 1: 'INT8', 2: 'INT16', 3: 'INT32', 5: 'FLOAT64', 8: 'INT64', 10: 'DATE', 11: 'TIME', 12: 'DATETIME', 245: 'JSON', 246: 'DECIMAL', 252: 'BLOB', 253: 'VARCHAR', 254: 'CHAR' };

async function release(signature, keep) {
  const open = transactions.get(signature);
  if (!open) return;
  transactions.delete(signature);
  clearTimeout(open.timer);
  if (keep) open.connection.release();
  else open.connection.destroy();
}

async function run(sql, given) {
  const signature = given?.signature && transactions.has(given.signature) ? given.signature : randomUUID();
  const verb = /^\s*(begin|start transaction|commit|rollback)\b/i.exec(sql)?.[1].toLowerCase();
  if (given?.vitessSession?.inTransaction && signature !== given.signature)
    return { session: session(signature, false), error: failure({ errno: 1105, sqlState: 'HY000', message: 'transaction ended at the server' }, 'Aborted', sql) };
  let connection = transactions.get(signature)?.connection;
  const borrowed = connection ? null : (connection = await pool.getConnection());
  try {
    const [rows, fields] = await connection.query(sql);
    if (verb === 'begin' || verb === 'start transaction') transactions.set(signature, { connection, timer: setTimeout(() => release(signature, false), TRANSACTION_LIMIT) });
    else if (verb) await release(signature, true);
    return { session: session(signature, transactions.has(signature)), result: result(rows, fields), timing: 0.001 };
  } catch (error) {
    if (!error.errno || error.fatal) {
      await release(signature, false);
      throw error;
    }
    return { session: session(signature, transactions.has(signature)), error: failure(error, kinds[error.errno] ?? 'Unknown', sql) };
  } finally {
    if (borrowed && !transactions.has(signature)) borrowed.release();
  }
}

const session = (signature, inTransaction) => ({ signature, vitessSession: { autocommit: true, foundRows: '1', ...(inTransaction && { inTransaction: true }), SessionUUID: signature } });

const failure = (error, kind, sql) => ({
  code: codes[kind] ?? 'UNKNOWN',
  message: `target: ${database}.-.primary: vttablet: rpc error: code = ${kind} desc = ${error.sqlMessage ?? error.message} (errno ${error.errno}) (sqlstate ${error.sqlState}) (CallerID: ${login.split(':')[0]}): Sql: ${JSON.stringify(sql.slice(0, 80))}, BindVars: {}`,
});

const result = (rows, fields) => fields
  ? {
      fields: fields.map(field => ({ name: field.name, type: types[field.columnType] ?? 'VARCHAR', charset: field.characterSet })),
      rows: rows.map(row => ({ lengths: row.map(value => (value === null ? '-1' : String(value.length))), values: Buffer.concat(row.filter(value => value !== null)).toString('base64') })),
    }
  : { ...(rows.affectedRows && { rowsAffected: String(rows.affectedRows) }), ...(rows.insertId && { insertId: String(rows.insertId) }) };

async function answer(request, body) {
  const given = /^Basic (.+)$/.exec(request.headers.authorization ?? '');
  if (!given || Buffer.from(given[1], 'base64').toString() !== login) return [401, { error: { code: 'unauthenticated', message: 'invalid authorization credentials' } }];
  if (request.method !== 'POST' || ![EXECUTE, CREATE_SESSION].includes(request.url)) return [404, { code: 'unimplemented', message: request.url }];
  if (request.url === CREATE_SESSION) return [200, { branch: 'main', user: { username: login.split(':')[0] }, session: session(randomUUID(), false) }];
  let call;
  try {
    call = JSON.parse(body);
  } catch {
    return [400, { code: 'invalid_argument', message: 'the body is no JSON' }];
  }
  try {
    return [200, await run(call.query, call.session)];
  } catch (error) {
    return [503, { code: 'unavailable', message: error.message }];
  }
}

createServer((request, response) => {
  const chunks = [];
  request.on('data', chunk => chunks.push(chunk));
  request.on('end', async () => {
    const [status, body] = await answer(request, Buffer.concat(chunks).toString());
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
}).listen(Number(process.env.PORT), '127.0.0.1');
