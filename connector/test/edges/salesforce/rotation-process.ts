import { SILENT } from '../../../src/log.ts';
import { openSession } from '../../../src/salesforce/rest/session.ts';
import type { OrgSettings } from '../../../src/salesforce/settings.ts';
import { openStore } from '../../../src/store/open.ts';

interface Order {
    readonly settings: OrgSettings;
    readonly databaseUrl: string;
    readonly secretKey: string;
    readonly requests: number;
}

/** A process of its own that shares nothing but the store: asks the org as often as told, all at once. */
process.on('message', ({ settings, databaseUrl, secretKey, requests }: Order) => {
    void (async () => {
        const store = await openStore({ dataDir: '/nowhere', log: SILENT, databaseUrl, secretKey });
        const session = openSession(settings, {
            vault: store.vault,
            connection: 'default',
            fetch,
            now: () => new Date()
        });
        const answers = await Promise.allSettled(
            Array.from({ length: requests }, () => session.request({ method: 'GET', path: '/limits' }))
        );
        const failed = answers.find((answer) => answer.status === 'rejected');
        await store.close();
        process.send?.(failed === undefined ? { answered: answers.length } : { failed: String(failed.reason) });
        process.disconnect();
    })();
});
process.send?.('ready');
