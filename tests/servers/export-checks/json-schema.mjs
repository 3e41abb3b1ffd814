// Reads { schema, documents } and writes one line a document: 'valid', or what is wrong with it. Ends with 1 when the schema itself is wrong.
import { text } from 'node:stream/consumers';
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const { schema, documents } = JSON.parse(await text(process.stdin));
try {
  const ajv = new Ajv.default({ strict: true, allErrors: true, allowUnionTypes: true });
  formats.default(ajv);
  const validate = ajv.compile(schema);
  for (const document of documents) {
    console.log(validate(document) ? 'valid' : ajv.errorsText(validate.errors));
  }
} catch (error) {
  console.log(error.message);
  process.exit(1);
}
