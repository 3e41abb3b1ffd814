// Reads { validator, updates }: a collection's validator, and update commands of the target in hex. Judges the documents they write by the
// validator as mongod reads one, and then what is no such document: each with one field left out, or of another type.
// Writes a line each, 'valid' or 'refused' and of what; ends with 1 when the validator itself is wrong.
import { text } from 'node:stream/consumers';
import Ajv from 'ajv';
import { Binary, Int32, Timestamp, deserialize } from 'bson';

const types = {
  double: v => v._bsontype === 'Double', string: v => typeof v === 'string', object: v => v.constructor === Object, array: Array.isArray,
  binData: v => v._bsontype === 'Binary', objectId: v => v._bsontype === 'ObjectId', bool: v => typeof v === 'boolean', date: v => v instanceof Date,
  null: () => false, int: v => v._bsontype === 'Int32', timestamp: v => v._bsontype === 'Timestamp', long: v => v._bsontype === 'Long', decimal: v => v._bsontype === 'Decimal128',
};
const names = { enum: Object.keys(types) };
const is = (value, type) => (value === null ? type === 'null' : types[type](value));

// Only what MongoDB knows, and HiveGen uses of it: whatever else stands in a validator is an error, as it is for mongod.
function compile({ $jsonSchema, ...rest }) {
  if (Object.keys(rest).length > 0) throw new Error(`not looked at: ${Object.keys(rest)}`);
  const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
  ajv.addKeyword({
    keyword: 'bsonType', metaSchema: { anyOf: [names, { type: 'array', items: names, minItems: 1, uniqueItems: true }] },
    validate: (wanted, value) => [wanted].flat().some(type => is(value, type)),
  });
  return ajv.compile($jsonSchema);
}

function* written(hex) {
  for (const { u } of deserialize(Buffer.from(hex, 'hex'), { promoteValues: false, promoteBuffers: false }).updates) {
    yield { ...u[0].$replaceWith.$cond[1].$mergeObjects[0].$literal, _syncedAt: new Date() };
  }
}

function* broken(document) {
  for (const [name, value] of Object.entries(document)) {
    const { [name]: _, ...without } = document;
    yield [`no ${name}`, without];
    for (const other of [new Int32(1), 'text', new Timestamp(1n), new Binary(new Uint8Array(3))]) {
      if (other._bsontype !== value?._bsontype || typeof other !== typeof value) yield [`${name} as ${other._bsontype ?? 'text'}`, { ...document, [name]: other }];
    }
  }
}

try {
  const { validator, updates } = JSON.parse(await text(process.stdin));
  const judge = compile(validator);
  for (const document of updates.flatMap(hex => [...written(hex)])) {
    console.log(judge(document) ? 'valid' : `refused: ${judge.errors.map(error => `${error.instancePath} ${error.message}`)}`);
    for (const [what, wrong] of broken(document)) console.log(`${judge(wrong) ? 'valid' : 'refused'} ${what}`);
  }
} catch (error) {
  console.log(error.message);
  process.exit(1);
}
