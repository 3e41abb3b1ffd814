// Prints, for each text of a JSON array on the standard input, the literal that the official client makes of it.
import { format } from '@planetscale/database';
import { readFileSync } from 'node:fs';

console.log(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(text => format('?', [text]))));
