// The original's router for Hono, without its logging; the handlers take everything and do nothing.
import { Hono } from 'hono';
import { serve } from '@hono/node-server';

const app = new Hono();
app.post('/sync', async (c) => {
  const secret = c.req.header('x-sync-secret');
  if (!secret || secret !== process.env.SYNC_SECRET) return c.json({ error: 'Unauthorized' }, 401);
  const { model, operation, data, recordId } = await c.req.json();
  if (!model || !operation || !recordId) return c.json({ error: 'Missing required fields' }, 400);
  try {
    switch (model) {
      case 'users': await syncUser(operation, data, recordId); break;
      default: return c.json({ error: `Unknown model: ${model}` }, 400);
    }
    return c.json({ success: true, model, operation, recordId, syncedAt: Date.now() });
  } catch (error) {
    return c.json({ error: error.message || 'Sync failed', model, operation, recordId }, 500);
  }
});

async function syncUser(operation, data, recordId) {
  switch (operation) {
    case 'create': case 'update': case 'delete': break;
    default: throw new Error(`Unknown operation: ${operation}`);
  }
}

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(process.env.PORT) });
