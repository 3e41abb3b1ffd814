// The server's side of SCRAM-SHA-256 for the one user there is.
import crypto from 'node:crypto';
import { Binary } from 'bson';
import { Failure } from './failure.mjs';

const { MONGO_USER: user, MONGO_PASSWORD: password = '' } = process.env;
const iterations = 15000;
const salt = crypto.randomBytes(28);
const salted = user && crypto.pbkdf2Sync(password.normalize('NFKC'), salt, iterations, 32, 'sha256');
const hmac = (key, text) => crypto.createHmac('sha256', key).update(text).digest();
const hash = bytes => crypto.createHash('sha256').update(bytes).digest();
const refuse = () => new Failure(18, 'AuthenticationFailed', 'Authentication failed.');

export const needed = Boolean(user);

export function start(connection, command) {
  if (command.mechanism !== 'SCRAM-SHA-256') throw new Failure(334, 'MechanismUnavailable', 'Unsupported mechanism');
  const [, bare, name, nonce] = /^n,,(n=([^,]*),r=([^,]*))$/.exec(command.payload.toString('utf8')) ?? [];
  if (!nonce || name.replaceAll('=2C', ',').replaceAll('=3D', '=') !== user || (command.$db ?? 'admin') !== 'admin') throw refuse();
  const both = nonce + crypto.randomBytes(18).toString('base64');
  const first = `r=${both},s=${salt.toString('base64')},i=${iterations}`;
  connection.scram = { bare, first, both, short: Boolean(command.options?.skipEmptyExchange) };
  return { conversationId: 1, done: false, payload: new Binary(Buffer.from(first)), ok: 1 };
}

export function go(connection, command) {
  const { scram } = connection;
  if (!scram) throw refuse();
  if (scram.proved) {
    connection.user = user;
    return { conversationId: 1, done: true, payload: new Binary(Buffer.alloc(0)), ok: 1 };
  }
  const [, bare, both, proof] = /^(c=biws,r=([^,]*)),p=(.*)$/.exec(command.payload.toString('utf8')) ?? [];
  const message = `${scram.bare},${scram.first},${bare}`;
  const stored = hash(hmac(salted, 'Client Key'));
  const signature = hmac(stored, message);
  const key = Buffer.from(Buffer.from(proof ?? '', 'base64').map((value, index) => value ^ signature[index]));
  if (both !== scram.both || !hash(key).equals(stored)) throw refuse();
  scram.proved = true;
  if (scram.short) connection.user = user;
  const payload = new Binary(Buffer.from('v=' + hmac(hmac(salted, 'Server Key'), message).toString('base64')));
  return { conversationId: 1, done: scram.short, payload, ok: 1 };
}
