import type { TestContext } from 'node:test';
import type { ConnectionSettings } from '../../src/application/connections/connection-settings.ts';
import type { StoreParts } from '../application/fakes/store.ts';
import { QUIET } from '../application/fakes/watched.ts';
import type { Browser } from '../console/browser-less.ts';
import { fakeConsole, type FakeConsole } from './fake-console.ts';
import { readable } from './readable.ts';

const COUNTERS = { requests: {}, retries: {}, waiting: { ringing: 0, 'just-in-time': 0, full: 0 } };

/** A whole connection called Acme, and its admin at one of its pages. */
export interface Opened {
    readonly it: FakeConsole;
    readonly admin: Browser;
    /** What the admin reads after going there. */
    readonly read: (path: string) => Promise<string>;
    /** What the admin reads after sending this form of the page that was read last. */
    readonly send: (action: string, fields?: Readonly<Record<string, string | readonly string[]>>) => Promise<string>;
}

export async function opened(
    t: TestContext,
    {
        parts = {},
        settings = {},
        language = 'en',
        change
    }: {
        readonly parts?: StoreParts;
        readonly settings?: Partial<ConnectionSettings>;
        readonly language?: 'en' | 'fr';
        /** Before the connection is opened. */
        readonly change?: (it: FakeConsole) => void;
    } = {}
): Promise<Opened> {
    const it = await fakeConsole(t, {
        ...parts,
        watch: { ...QUIET, ...parts.watch },
        quoContacts: {
            counts: async () => ({ byState: {}, byError: {}, due: 0 }),
            run: async () => undefined,
            people: async () => [],
            rows: async () => new Map(),
            ...parts.quoContacts
        }
    });
    it.quo.contacts.counters = () => COUNTERS;
    change?.(it);
    await it.connect('acme', { name: 'Acme', ...settings });
    const admin = await it.admin(language);
    return {
        it,
        admin,
        async read(path) {
            await admin.get(`/console/acme${path}`);
            return readable(admin.page());
        },
        async send(action, fields) {
            await admin.submit(`/console/acme${action}`, fields);
            return readable(admin.page());
        }
    };
}

/** What the audit log tells of a connection, newest first: each action with its detail. */
export function audited({ it }: Opened): readonly (readonly [string, Readonly<Record<string, unknown>>])[] {
    return it.store.audited
        .filter(({ action }) => action !== 'sign-in' && action !== 'words.read')
        .map(({ action, detail }) => [action, detail]);
}
