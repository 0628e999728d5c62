import type { TestContext } from 'node:test';
import { listenersOfOrgs } from '../../src/application/rights/listeners.ts';
import { openConsole } from '../../src/compose/console.ts';
import { SILENT } from '../../src/log.ts';
import { listen } from '../../src/web/server.ts';
import type { StoreParts } from '../application/fakes/store.ts';
import { APP, world, type World } from '../application/fakes/world.ts';
import { browser, type Browser } from '../console/browser-less.ts';
import { ADMIN_TOKEN } from './admin-token.ts';

export { ADMIN_TOKEN };

/** The console over a store, an org and a workspace in memory. */
export interface FakeConsole extends World {
    /** A browser that nobody has signed in with. */
    browser(language?: string): Browser;
    /** A browser of whoever sets the deployment up. */
    admin(language?: string): Promise<Browser>;
    /** A browser of the org's admin, who came through Salesforce. */
    throughSalesforce(language?: string): Promise<Browser>;
}

/** @param env further variables */
export async function fakeConsole(
    t: TestContext,
    parts: StoreParts = {},
    env: Readonly<Record<string, string>> = { ADMIN_TOKEN, ...APP }
): Promise<FakeConsole> {
    const it = world(parts, env);
    const { router } = openConsole(it.context, listenersOfOrgs(it.context), 'the-key-of-the-forms');
    const server = await listen([router], { port: 0, host: '127.0.0.1', log: SILENT });
    t.after(() => server.close(0));
    const open = (language = 'en'): Browser => browser({ connector: server }, language);
    return {
        ...it,
        browser: open,
        async admin(language) {
            const one = open(language);
            await one.signInWithToken();
            return one;
        },
        async throughSalesforce(language) {
            const one = open(language);
            await one.get('/sign-in');
            await one.submit('/sign-in/salesforce', { where: 'production' });
            await one.get('/oauth/callback?state=state&code=code');
            return one;
        }
    };
}
