// The official client against the front at the address of the first argument: it must find there what it finds at PlanetScale.
import assert from 'node:assert/strict';
import { Client } from '@planetscale/database';

const client = new Client({ url: process.argv[2].replace('http://', 'http://hive:hive@') });
const count = async () => (await client.execute('select count(*) as n from official')).rows[0].n;

await client.execute('drop table if exists official');
await client.execute('create table official (id varchar(20) primary key, name longtext, n bigint, b longblob)');
const text = '\'; drop table official; -- "\\ \n\r\t\0\b\x1a 🐝';
assert.equal((await client.execute('insert into official values (?, ?, ?, ?)', ['a', text, 7, new Uint8Array([0, 255])])).rowsAffected, 1);
const [row] = (await client.execute('select * from official')).rows;
assert.equal(row.name, text);
assert.equal(row.n, '7');

await assert.rejects(client.transaction(async tx => {
  await tx.execute('insert into official (id) values (?)', ['b']);
  throw new Error('changed my mind');
}), /changed my mind/);
assert.equal(await count(), '1');
await client.transaction(async tx => {
  await tx.execute('insert into official (id) values (?)', ['b']);
  assert.equal((await tx.execute('select count(*) as n from official')).rows[0].n, '2');
  assert.equal(await count(), '1'); // nobody else sees it yet
});
assert.equal(await count(), '2');

await assert.rejects(client.execute('insert into official (id) values (?)', ['a']), error => error.name === 'DatabaseError' && /code = AlreadyExists .*\(errno 1062\) \(sqlstate 23000\)/s.test(error.message));
await assert.rejects(client.execute('select * from nowhere'), /\(errno 1146\)/);
await assert.rejects(new Client({ url: process.argv[2].replace('http://', 'http://hive:wrong@') }).execute('select 1'), error => error.status === 401);
await client.execute('drop table official');
