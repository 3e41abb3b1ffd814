// Reads a Prisma schema; ends with 0 if Prisma understands it, or tells why not.
import { text } from 'node:stream/consumers';
import { createRequire } from 'node:module';

const prisma = createRequire(import.meta.url)('@prisma/prisma-schema-wasm');
try {
  prisma.validate(JSON.stringify({ prismaSchema: [['schema.prisma', await text(process.stdin)]], noColor: true }));
  console.log('valid');
} catch (error) {
  console.log(error.message);
  process.exit(1);
}
