import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from '../../src/config/config.ts';
import { SILENT } from '../../src/log.ts';
import { health, operations } from '../../src/web/health.ts';
import { listen } from '../../src/web/server.ts';
import { thisMachineOnly } from '../../src/web/this-machine-only.ts';
import { openStand } from '../console/stand.ts';

const DEPS = {
    storeTrouble: async () => undefined,
    troubles: async () => ['SF-LIMIT'],
    registry: { contentType: 'text/plain', metrics: async () => 'quo_store_up 1' }
};

test('how the connector is doing is told to this machine, and to nobody who comes through a proxy on it', async (t) => {
    const server = await listen([health(), operations(DEPS, thisMachineOnly)], {
        ...{ port: 0, host: '127.0.0.1', log: SILENT },
        trustedProxies: 1
    });
    t.after(() => server.close(0));
    const ask = async (path: string, headers = {}) => (await fetch(server.url + path, { headers })).status;
    for (const path of ['/metrics', '/readyz']) {
        assert.equal(await ask(path), 200);
        for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])
            assert.equal(await ask(path, { [header]: '127.0.0.1' }), 404, header);
        assert.equal(await ask(`${path}/`), 404);
        assert.equal(await ask(path.toUpperCase()), 404);
    }
    // A balancer in front may ask whether the process lives.
    assert.equal(await ask('/healthz', { 'x-forwarded-for': '203.0.113.7' }), 200);
});

test('with an address of its own for monitoring, the one that everybody reaches tells nothing of it', async (t) => {
    const { connector } = await openStand(t, { OPS_ADDRESS: '127.0.0.1:0' });
    assert.ok(connector.opsUrl !== undefined && connector.opsUrl !== connector.url);
    for (const path of ['/metrics', '/readyz']) {
        assert.equal((await fetch(connector.url + path)).status, 404, path);
        assert.equal((await fetch(connector.opsUrl + path)).status, 200, path);
    }
    for (const path of ['/console', '/sign-in', '/webhooks/quo/default'])
        assert.equal((await fetch(connector.opsUrl + path, { redirect: 'manual' })).status, 404, path);
    assert.equal((await fetch(`${connector.url}/healthz`)).status, 200);
});

test('an address to listen on is a host and a port', () => {
    const read = (address: string) => readConfig({ OPS_ADDRESS: address }).opsAddress;
    assert.deepEqual(read('127.0.0.1:9464'), { host: '127.0.0.1', port: 9464 });
    assert.deepEqual(read('[::1]:0'), { host: '::1', port: 0 });
    for (const wrong of ['9464', ':9464', '127.0.0.1', '::1:9464', 'host:70000', 'host:x'])
        assert.throws(() => read(wrong), { code: 'CONFIG-VARIABLES' }, wrong);
});
