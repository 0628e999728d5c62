import { setTimeout as delay } from 'node:timers/promises';
import { inTurn } from '../engine/turns.ts';
import type { Database } from '../database/sql.ts';
import { readSecret, replaceSecret } from './secret-row.ts';
import type { Place } from './encrypt.ts';

type Change = (current: string | undefined) => Promise<string>;

/** What an exchange brought and the database could not take yet; `before` is what it replaces. */
interface Unsaved {
    readonly before: string | undefined;
    readonly secret: string;
}

export interface ExchangeEffects {
    readonly wait?: (ms: number) => Promise<unknown>;
}

/** Some two minutes in all; whoever asks next goes on trying. */
const TRIES = 16;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 10_000;
/** As often may somebody else change the secret between our look and our write. */
const MOST_OVERTAKEN = 5;

/**
 * Changes secrets, one change at a time for each, in whatever process.
 *
 * What a change brought may exist nowhere else: Salesforce has taken the former refresh token back by then. So it is
 * written again and again before anything else is done, and kept for the next who asks when the database stays away.
 */
export function exchanger(db: Database, key: () => Buffer, { wait = delay }: ExchangeEffects = {}) {
    const unsaved = new Map<string, Unsaved>();

    /** @returns false when somebody else's secret is there by now */
    async function save(place: Place, { before, secret }: Unsaved): Promise<boolean> {
        const name = nameOf(place);
        for (let tried = 1; ; tried += 1) {
            try {
                const isSaved = await replaceSecret(db, key(), place, before, secret);
                unsaved.delete(name);
                return isSaved;
            } catch (error) {
                unsaved.set(name, { before, secret });
                if (tried === TRIES || isClosed(error)) throw error;
                await wait(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tried));
            }
        }
    }
    async function exchangeOnce(place: Place, change: Change): Promise<string | undefined> {
        const left = unsaved.get(nameOf(place));
        if (left !== undefined) await save(place, left);
        const before = await readSecret(db, key(), place);
        const secret = await change(before);
        if (secret === before) return secret;
        return (await save(place, { before, secret })) ? secret : undefined;
    }
    return {
        /** What is not saved yet counts: it is the newest. */
        unsavedOf: (place: Place): string | undefined => unsaved.get(nameOf(place))?.secret,
        forget: (connection: string, name?: string): void => {
            for (const one of unsaved.keys()) {
                const [of, what] = JSON.parse(one) as [string, string];
                if (of === connection && (name === undefined || name === what)) unsaved.delete(one);
            }
        },
        exchange: (place: Place, change: Change): Promise<string> =>
            inTurn(db, ['vault', place.connection, place.name], async () => {
                for (let overtaken = 0; overtaken < MOST_OVERTAKEN; overtaken += 1) {
                    const secret = await exchangeOnce(place, change);
                    if (secret !== undefined) return secret;
                }
                throw new Error('The secret changes faster than it can be exchanged.');
            })
    };
}

function nameOf({ connection, name }: Place): string {
    return JSON.stringify([connection, name]);
}

/** The process ends: nobody will reach the database through this pool again. */
function isClosed(error: unknown): boolean {
    return error instanceof Error && error.message.includes('after calling end on the pool');
}
