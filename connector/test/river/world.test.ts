import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorld } from './world.ts';

const servers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length;

test('a world that does not open leaves nothing open, and says why', async () => {
    await assert.rejects(openWorld({ env: { PORT: 'harbour' } }), /CONFIG-VARIABLES.*\n.*harbour/);
    assert.equal(servers(), 0);
});

test('a world that opened is closed once, whoever closes it', async () => {
    const world = await openWorld();
    await Promise.all([world.close(), world.close()]);
    assert.equal(servers(), 0);
});
