// Runs an official client against a server that only takes down what it is sent, and prints that: { requests: [{ call, method, path, query, headers, body }] }.
import http from 'node:http';
import { text } from 'node:stream/consumers';

const requests = [];
let call = '';
let answer = () => ({});
const server = http.createServer(async (request, response) => {
  const url = new URL(request.url, 'http://server');
  const body = await text(request);
  requests.push({ call, method: request.method, path: url.pathname, query: url.search, headers: request.headers, body: body ? JSON.parse(body) : null });
  response.setHeader('content-type', 'application/json').end(JSON.stringify(answer(requests.at(-1))));
});
await new Promise(listening => server.listen(0, '127.0.0.1', listening));
const url = `http://127.0.0.1:${server.address().port}`;

async function as(name, work) {
  call = name;
  await work();
}

const clients = {
  async convex() {
    const { ConvexHttpClient } = await import('convex/browser');
    const { anyApi } = await import('convex/server');
    answer = () => ({ status: 'success', value: { applied: 1 }, logLines: [] });
    const client = new ConvexHttpClient(url);
    const record = { id: 'u1', version: 5, big: 9007199254740993n, bytes: new Uint8Array([0, 255]).buffer, f: 1.5, inf: Infinity, nan: NaN, negz: -0, nul: null };
    await as('mutation', () => client.mutation(anyApi.hive.apply, { records: [record] }));
    client.setAdminAuth('prod:happy-animal-123|deploykey');
    await as('mutation with a deploy key', () => client.mutation(anyApi.hive.apply, { records: [] }));
  },

  async supabase() {
    const { PostgrestClient } = await import('@supabase/postgrest-js');
    answer = () => ({ applied: ['u1'] });
    const key = 'service-role-key-xyz';
    const client = new PostgrestClient(`${url}/rest/v1`, { schema: 'public', headers: { apikey: key, Authorization: `Bearer ${key}` } });
    await as('rpc', () => client.rpc('hive_apply', { rows: [{ id: 'u1', _version: 5 }] }));
  },

  async libsql() {
    const { createClient } = await import('@libsql/client/http');
    const done = { cols: [], rows: [], affected_row_count: 1, last_insert_rowid: '1', replication_index: '1' };
    const respond = ({ type, batch }) => ({ type: 'ok', response: type === 'batch' ? { type, result: { step_results: batch.steps.map(() => done), step_errors: batch.steps.map(() => null) } } : { type } });
    answer = ({ body }) => ({ baton: null, base_url: null, results: body.requests.map(respond) });
    const client = createClient({ url, authToken: 'jwt.token.here' });
    const sql = 'INSERT INTO notes (id, title, _version) VALUES (?, ?, ?)';
    await as('batch', () => client.batch([{ sql, args: ['n1', 'A', 5n] }, { sql, args: ['n2', 'B', 6n] }], 'write'));
    client.close();
  },

  async planetscale() {
    const { Client } = await import('@planetscale/database');
    answer = () => ({ session: { signature: 'sig', vitessSession: { autocommit: true } }, result: { rowsAffected: '1' }, timing: 0.001 });
    const toServer = (to, options) => fetch(to.replace('https://db.example.com', url), options);
    const client = new Client({ host: 'db.example.com', username: 'user', password: 'pw', fetch: toServer });
    await as('transaction', () => client.transaction(async tx => { await tx.execute('insert into notes (id) values (?)', ['n1']); }));
  },
};

await clients[process.argv[2]]();
server.close();
server.closeAllConnections();
console.log(JSON.stringify({ requests }));
