import { SILENT } from '../../../src/log.ts';
import { openStore } from '../../../src/store/open.ts';
import { delivery, ended } from './builders.ts';

/**
 * A process of its own on a private store, for tests that kill it or start several.
 *
 * `node store-child.ts <dataDir> accept <prefix>`: opens, says `open`, and accepts deliveries for ever, saying the id of
 * each once it is acknowledged. `… wait`: opens, says `open`, and closes when its input ends.
 */
const [dataDir = '', task = 'wait', prefix = ''] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

const store = await openStore({ dataDir, log: SILENT });
await store.connections.ensure('default');
say('open');

if (task === 'accept') {
    let n = 0;
    const client = async () => {
        for (;;) {
            const id = `${prefix}${(n += 1)}`;
            await store.deliveries.accept(delivery(id, [ended(`AC${id}`)]));
            say(id);
        }
    };
    await Promise.all(Array.from({ length: 20 }, client));
}
process.stdin.on('end', () => void store.close().then(() => say('closed'))).resume();
