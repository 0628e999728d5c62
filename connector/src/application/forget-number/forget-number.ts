import { KEYS } from '../../contracts/key-value.ts';
import { z } from 'zod';
import { DEFAULT_PREFERENCES } from '../../domain/preferences/preferences.ts';
import { CodedError, type ErrorNote } from '../../errors/errors.ts';
import { isOwnNumber } from '../../domain/calls/parties.ts';
import { sameTelephone, spellingsOf } from '../../domain/people/mobile-digits.ts';
import { readNumber } from '../../phone/read.ts';
import { OURS } from '../../pipeline/erasure/delete-erased-records.ts';
import { forgetContacts } from '../../pipeline/contact-sync/forget-contacts.ts';
import type { ForgetNumberUseCases, ForgetReport, Forgotten, ForgetWhat } from './model.ts';
import type { ErasedNumber } from '../../contracts/app-store.ts';
import { noteIn } from '../../contracts/auth.ts';
import type { OpenConnection } from '../connections/connection-runtime.ts';
import type { AppContext } from '../context.ts';

/** The audit log's name of it. */
const FORGOTTEN = 'number.forgotten';
const REPORTS = 50;

/** Forgets numbers: in the connector always, elsewhere where it was asked for, and never what people made. */
export function forgetNumberUseCases(context: AppContext): ForgetNumberUseCases {
    return {
        forget: (id, what) => forget(context, id, what),
        async reports(id) {
            const rows = await context.store.audit.list(id, { action: FORGOTTEN, limit: REPORTS });
            return rows.map(({ at, actor, detail }): ForgetReport => ({ ...Report.parse(detail), at, actor }));
        }
    };
}

const count = z.number().catch(0);
const asked = z.number().optional().catch(undefined);
const Report = z.object({
    mark: z.string().catch(''),
    activities: count,
    facts: count,
    deliveries: count,
    records: count,
    deleted: asked,
    leads: asked,
    contacts: asked,
    people: count,
    failed: z.array(z.string()).catch([])
});

async function forget(context: AppContext, id: string, what: ForgetWhat): Promise<Forgotten> {
    const { store, connections, log } = context;
    const opened = connections.opened(id);
    const number = await numberOf(context, id, what.number);
    const spellings = [...new Set([sameTelephone(number), ...spellingsOf(number)])];
    const before = (await store.directory.lookup(id, [number])).get(number) ?? [];
    const also = { records: what.records, leads: what.leads };
    const erased: ErasedNumber[] = [];
    for (const spelling of spellings) erased.push(await store.upkeep.forgetNumber(id, spelling, also));
    const { records, ...counts } = inAll(erased);
    log.info('number forgotten', { connection: id, activities: counts.activities });
    const notes: ErrorNote[] = [];
    /** What was done elsewhere; whatever goes wrong there is told, and the rest goes on. */
    const trying = async <T>(isAsked: boolean, work: () => Promise<T>): Promise<T | undefined> => {
        if (!isAsked) return undefined;
        return work().catch((error: unknown) => {
            notes.push(noteIn(error) ?? { code: 'WEB-TROUBLE', seen: error instanceof Error ? error.name : '' });
            return undefined;
        });
    };
    const deleted = await trying(what.records, () => deleteRecords(opened, spellings, records));
    const made = await trying(what.leads, () => deleteLeads(context, opened, spellings));
    const people = before.filter((person) => made?.ids.includes(person.id) !== true);
    const ids = before.map((person) => person.id);
    const quo = await trying(what.contacts, () => deleteContacts(context, opened, ids));
    notes.push(...(made?.notes ?? []), ...(quo?.notes ?? []));
    return {
        ...counts,
        records: records.length,
        ...(deleted !== undefined && { deleted }),
        ...(made !== undefined && { leads: made.ids.length }),
        ...(quo !== undefined && { contacts: quo.removed }),
        people: people.map(({ id: personId, object, name }) => ({ id: personId, object, name })),
        notes
    };
}

/** What each spelling of one number came to, under the mark of the first. */
function inAll(erased: readonly ErasedNumber[]): ErasedNumber {
    const sum = (key: 'activities' | 'facts' | 'deliveries'): number => erased.reduce((all, one) => all + one[key], 0);
    return {
        mark: erased[0]?.mark ?? '',
        activities: sum('activities'),
        facts: sum('facts'),
        deliveries: sum('deliveries'),
        records: erased.flatMap(({ records }) => records)
    };
}

/** @throws {CodedError} `WEB-VALUE`, `WEB-OWN-NUMBER` */
async function numberOf({ store, connections }: AppContext, id: string, typed: string): Promise<string> {
    const { defaultRegion } = connections.get(id)?.preferences() ?? DEFAULT_PREFERENCES;
    const number = readNumber(typed, defaultRegion)?.e164;
    if (number === undefined) throw new CodedError('WEB-VALUE', `${typed.length} characters that are no phone number`);
    const inboxes = (await store.memory.get(id, KEYS.inboxes))?.value ?? [];
    const own = inboxes.find((inbox) => isOwnNumber(number, [inbox]));
    if (own !== undefined) throw new CodedError('WEB-OWN-NUMBER', own.name);
    return number;
}

/** What we know of, and what the org has besides: a deletion that failed once is made up for by forgetting again. */
async function deleteRecords(
    opened: OpenConnection | undefined,
    spellings: readonly string[],
    known: readonly { readonly object: string; readonly salesforceId: string }[]
): Promise<number> {
    const { org } = opened?.connection ?? fail();
    const { administration } = opened?.org ?? fail();
    const found: Awaited<ReturnType<typeof administration.recordsByNumber>>[number][] = [];
    for (const spelling of spellings) found.push(...(await administration.recordsByNumber(spelling)));
    let deleted = 0;
    for (const object of OURS) {
        const ours = [...known, ...found].filter((record) => record.object === object);
        const ids = [...new Set(ours.map(({ salesforceId }) => salesforceId))];
        if (ids.length > 0) await org.remove(object, ids);
        deleted += ids.length;
    }
    return deleted;
}

async function deleteLeads(
    { store }: AppContext,
    opened: OpenConnection | undefined,
    spellings: readonly string[]
): Promise<{ readonly ids: readonly string[]; readonly notes: readonly ErrorNote[] }> {
    const { org, contactSync: peopleSync, id } = opened?.connection ?? fail();
    const { administration } = opened?.org ?? fail();
    const made = (await Promise.all(spellings.map((spelling) => administration.ownLeads(spelling)))).flat();
    const ids = made.filter(({ isConverted }) => !isConverted).map((lead) => lead.id);
    const converted = made.filter(({ isConverted }) => isConverted);
    const notes = converted.map((lead): ErrorNote => ({ code: 'WEB-LEAD-CONVERTED', seen: lead.name }));
    if (ids.length === 0) return { ids, notes };
    await org.remove('Lead', ids).catch((error: unknown) => {
        const note = noteIn(error);
        throw note?.code === 'SF-DELETE-RIGHT' ? new CodedError('WEB-LEAD-RIGHT', note.seen, { cause: error }) : error;
    });
    const gone = ids.map((lead) => ({ id: lead }));
    const nothing = { people: [], related: [], goneRelated: [], highWater: {} };
    const { moved } = await store.directory.apply(id, { ...nothing, gone });
    await peopleSync?.onDirectoryChange({ people: [], moved });
    return { ids, notes };
}

async function deleteContacts({ store }: AppContext, opened: OpenConnection | undefined, people: readonly string[]) {
    const { id, quo } = opened ?? fail();
    const { contacts } = quo ?? fail();
    return forgetContacts({ contacts: store.quoContacts, quo: contacts }, id, people);
}

function fail(): never {
    throw new CodedError('WEB-NOT-WHOLE');
}
