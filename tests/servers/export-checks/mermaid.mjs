// Reads a diagram; ends with 0 if Mermaid understands it, or tells why not.
import { text } from 'node:stream/consumers';
import mermaid from 'mermaid';

try {
  const { diagramType } = await mermaid.parse(await text(process.stdin));
  console.log(diagramType);
} catch (error) {
  console.log(error.message);
  process.exit(1);
}
