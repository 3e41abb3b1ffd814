// Reads firestore.indexes.json, and looks at it as `firebase deploy` does before it asks Google: ends with 0, or tells what is wrong.
import { text } from 'node:stream/consumers';
import { FirestoreApi } from 'firebase-tools/lib/firestore/api.js';

try {
  const api = new FirestoreApi();
  const spec = api.upgradeOldSpec(JSON.parse(await text(process.stdin)));
  api.validateSpec(spec);
  console.log(spec.indexes.length);
} catch (error) {
  console.log(error.message);
  process.exit(1);
}
