// Convex's HTTP API before functions that `convex-test` runs: PORT=<port> node convex.mjs <data file> <deploy key>
// It has the deploy key, internal visibility, argument validators and the limit of a document. It has no conflicts of transactions and
// none of the other limits: calls run one after another. Below /control the tests deploy, read and disturb it.
import { createServer } from 'node:http';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { convexTest } from 'convex-test';
import { makeFunctionReference } from 'convex/server';
import { ConvexError, convexToJson, jsonToConvex } from 'convex/values';

const [dataFile, deployKey] = process.argv.slice(2);
const mebibyte = 1024 * 1024;

let backend = null; // of convex-test, which keeps the documents
let modules = {};
let tables = [];
let refused = null;
let turn = Promise.resolve();

const plain = ({ _id, _creationTime, ...fields }) => fields;

async function documents() {
  if (backend === null) return {};
  return await backend.run(async ctx => {
    const all = {};
    for (const table of tables) all[table] = (await ctx.db.query(table).collect()).map(plain);
    return all;
  });
}

// The same documents under new functions, as a deploy leaves them.
async function deploy(folder, stored) {
  const out = mkdtempSync(join(import.meta.dirname, 'functions-'));
  const files = readdirSync(folder, { recursive: true }).filter(file => file.endsWith('.ts'));
  await build({
    entryPoints: files.map(file => join(folder, file)), outdir: out, outbase: folder, bundle: true, format: 'esm', platform: 'node', packages: 'external', logLevel: 'error',
  });
  const load = file => import(pathToFileURL(join(out, file.replace(/\.ts$/, '.js'))).href);
  modules = {};
  for (const file of files) {
    const loaded = await load(file);
    modules['/convex/' + relative('.', file).replaceAll('\\', '/')] = async () => loaded;
  }
  rmSync(out, { recursive: true, force: true });
  const schema = (await modules['/convex/schema.ts']()).default;
  tables = Object.keys(schema.tables);
  backend = convexTest(schema, modules);
  await backend.run(async ctx => {
    for (const [table, rows] of Object.entries(stored)) if (tables.includes(table)) for (const row of rows) await ctx.db.insert(table, row);
  });
}

// As the limits are counted: a text is its bytes and two more, a number nine.
function sizeOf(value) {
  if (value === null) return 1;
  if (typeof value === 'string') return 2 + Buffer.byteLength(value);
  if (typeof value === 'boolean') return 1;
  if (value instanceof ArrayBuffer) return 2 + value.byteLength;
  if (typeof value !== 'object') return 9;
  return 2 + Object.entries(value).reduce((sum, [name, member]) => sum + name.length + 1 + sizeOf(member), 0);
}

function checkDocuments(args) {
  for (const rows of Object.values(args.models ?? {}))
    for (const row of rows) {
      const size = sizeOf(row);
      if (size > mebibyte) throw new Error(`Value is too large (${(size / mebibyte).toFixed(2)} MiB > maximum size 1 MiB)`);
      if (refused !== null && row.title === refused) throw new ConvexError({ message: `we want no ${refused}` });
    }
}

async function findFunction(path) {
  const [module, name = 'default'] = path.split(':');
  return (await modules[`/convex/${module}.ts`]?.())?.[name];
}

async function call(kind, authorization, body) {
  const isAdmin = authorization === 'Convex ' + deployKey;
  if (authorization.startsWith('Convex ') && !isAdmin) return [403, { code: 'BadDeployKey', message: 'The provided deploy key was invalid for this deployment' }];
  const found = await findFunction(String(body.path));
  const right = kind === 'mutation' ? found?.isMutation : found?.isQuery;
  if (!right || (!found.isPublic && !isAdmin)) return [200, { status: 'error', errorMessage: `Could not find public function for '${body.path}'. Did you forget to run \`npx convex dev\` or \`npx convex deploy\`?`, logLines: [] }];
  try {
    const args = jsonToConvex(body.args[0]);
    checkDocuments(args);
    const value = await backend[kind](makeFunctionReference(body.path), args);
    return [200, { status: 'success', value: convexToJson(value ?? null), logLines: [] }];
  } catch (error) {
    const failure = { status: 'error', errorMessage: String(error?.message ?? error), logLines: [] };
    if (error?.data !== undefined) failure.errorData = typeof error.data === 'string' ? JSON.parse(error.data) : convexToJson(error.data);
    return [200, failure];
  }
}

async function control(action, body) {
  if (action === 'deploy') await deploy(body.folder, await documents());
  else if (action === 'reset') [refused, backend, modules, tables] = [null, null, {}, []];
  else if (action === 'refuse') refused = body.title;
  else if (action === 'documents') return [200, ((await documents())[body.table] ?? []).map(row => convexToJson(row))];
  else return [404, {}];
  return [200, {}];
}

async function answer(request, text) {
  const route = /^\/(api|control)\/(\w+)$/.exec(request.url);
  if (request.method !== 'POST' || route === null || (route[1] === 'api' && route[2] !== 'mutation' && route[2] !== 'query')) return [404, { code: 'NotFound', message: 'No such route' }];
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    return [400, { code: 'BadJsonBody', message: 'The request body is not JSON' }];
  }
  return route[1] === 'api' ? await call(route[2], request.headers.authorization ?? '', body) : await control(route[2], body);
}

let folder = null; // of the functions that are deployed
if (existsSync(dataFile)) {
  const saved = JSON.parse(readFileSync(dataFile, 'utf8'));
  folder = saved.folder;
  await deploy(folder, Object.fromEntries(Object.entries(saved.stored).map(([table, rows]) => [table, rows.map(row => jsonToConvex(row))])));
}

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', chunk => chunks.push(chunk));
  request.on('end', () => {
    turn = turn
      .then(async () => {
        const text = Buffer.concat(chunks).toString();
        const [status, body] = await answer(request, text);
        if (request.url === '/control/deploy') folder = JSON.parse(text).folder;
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      })
      .catch(error => {
        response.writeHead(500, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ code: 'InternalServerError', message: String(error?.stack ?? error) }));
      });
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1');

// Whoever is connected is cut off; the documents come back with the next start.
process.on('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  turn.then(async () => {
    const stored = Object.fromEntries(Object.entries(await documents()).map(([table, rows]) => [table, rows.map(row => convexToJson(row))]));
    if (folder !== null) writeFileSync(dataFile, JSON.stringify({ folder, stored }));
    process.exit(0);
  });
});
