import { CATALOGUE } from '../../domain/preferences/catalogue.ts';
import type { Kind } from '../../domain/preferences/kinds.ts';
import { realEmail } from '../../domain/people/sandbox-email.ts';
import { isSameRecord } from '../../domain/record-id.ts';
import type { OrgUser } from '../../domain/workspace.ts';
import type { Fault } from './model.ts';

type Raw = Readonly<Record<string, unknown>>;

/** What nobody at the page can put right: a choice of before, for an inbox or a Quo user that it does not show. */
export interface Staying {
    readonly before: Raw;
    readonly shown: ReadonlySet<string>;
}

/** Whoever owns something must be active: Salesforce would refuse the record. Queues are in no list of users. */
export function peopleFaults(preferences: Raw, users: readonly OrgUser[], staying: Staying): readonly Fault[] {
    if (users.length === 0) return [];
    const named = [
        ...keysOf('owner').map((key) => [key, preferences[key]] as const),
        ...keysOf('inbox-owners', 'user-pairs').flatMap((key) =>
            Object.entries(asRecord(preferences[key])).flatMap(([inner, value]) =>
                stays(staying, key, inner, value) ? [] : [[`${key}.${inner}`, value] as const]
            )
        )
    ];
    return named.flatMap(([at, who]): readonly Fault[] => {
        if (typeof who !== 'string' || !/^005|@/.test(who)) return [];
        const matching = users.filter(({ id, email }) => isSameRecord(id, who) || isEmailOf(email, who));
        if (matching.some(({ isActive }) => isActive)) return [];
        const [left] = matching;
        return [left === undefined ? { at, why: 'nobody', seen: who } : { at, why: 'inactive', seen: left.name }];
    });
}

function stays({ before, shown }: Staying, key: string, inner: string, value: unknown): boolean {
    return !shown.has(inner) && asRecord(before[key])[inner] === value;
}

/** A sandbox appends to the emails of its users what nobody types. */
export function isEmailOf(email: string, named: string): boolean {
    const typed = named.trim().toLowerCase();
    return email.toLowerCase() === typed || realEmail(email) === typed;
}

/** The preferences of these kinds. */
export function keysOf(...kinds: readonly Kind[]): readonly string[] {
    return Object.entries(CATALOGUE).flatMap(([key, { kind }]) => (kinds.includes(kind) ? [key] : []));
}

export function asRecord(value: unknown): Raw {
    return typeof value === 'object' && value !== null ? (value as Raw) : {};
}
