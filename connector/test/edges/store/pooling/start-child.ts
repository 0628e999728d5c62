/**
 * A process that starts as the connector does, on a database behind a pooler: `start-child.ts DATABASE_URL SECRET_KEY`.
 * Says the migrations that it applied, then `started`, and ends when its input does.
 */
import { SILENT } from '../../../../src/log.ts';
import { pgBossEngine } from '../../../../src/store/engine/engine.ts';
import { openStore } from '../../../../src/store/open.ts';

const [databaseUrl = '', secretKey = ''] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);
const log = {
    ...SILENT,
    info: (event: string, data?: Readonly<Record<string, unknown>>) => {
        if (event === 'store.migrated' && Array.isArray(data?.['applied'])) say(data['applied'].join('\n'));
    }
};

const store = await openStore({ dataDir: '/nowhere', databaseUrl, secretKey, log });
const engine = pgBossEngine({ pool: store.pool, log });
await engine.start({});
say('started');
process.stdin.on('end', () => void engine.stop().then(() => store.close())).resume();
