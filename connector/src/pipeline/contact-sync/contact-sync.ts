import { KEYS } from '../../contracts/key-value.ts';
import type { ContactFact, Fact } from '../../domain/facts.ts';
import type { Person } from '../../domain/people/person.ts';
import { contactDraft } from '../../domain/quo-contacts/contact-draft.ts';
import { contactWordingOf } from '../../locales/contacts-wording.ts';
import { isWanted } from '../../domain/quo-contacts/filter.ts';
import type { ErrorNote } from '../../errors/errors.ts';
import { errorData } from '../../log.ts';
import type { ContactCounts, FullRun, QuoContacts, SkippedPage } from '../../contracts/quo/contacts.ts';
import { linkExisting, fallBehind, isUpToDate } from './link-existing.ts';
import { draftSettings } from './draft-settings.ts';
import { processDue } from './process-due.ts';
import { estimate, type Estimate } from './estimate.ts';
import { begin, beginFull, forgetScope, isFullWaiting, wantedScope } from './run-scope.ts';
import { fullRun } from './full-run.ts';
import { isDisabled } from './enabled.ts';
import { justInTime } from './just-in-time.ts';
import type { ContactSyncEngineDeps } from './deps.ts';
import { requireFilter } from './require-filter.ts';
import { skipped } from './skipped.ts';
import { newTiming, type Timing } from './timing.ts';
import { onContactEvent } from './on-contact-event.ts';

interface DirectoryNews {
    /** People as they are now. */
    readonly people: readonly Person[];
    /** Records that now stand for others, or for nobody. */
    readonly moved: readonly { readonly from: string; readonly to?: string }[];
}

export interface ContactSyncStatus {
    readonly mode: 'off' | 'on-call' | 'full';
    readonly contacts: ContactCounts;
    /** Why nobody is put into Quo: the filter names what the org does not have. */
    readonly fault?: ErrorNote;
    readonly run?: FullRun;
    readonly justInTime: { readonly people: number; readonly lastMs?: number; readonly slowestMs?: number };
    readonly quo: ReturnType<QuoContacts['counters']>;
}

/** Salesforce people in the Quo workspace of one connection. */
export interface ContactSync {
    /** While it rings, and whatever Quo tells of contacts. Never throws: a call is logged whether or not Quo shows who it is. */
    onFacts(facts: readonly Fact[]): Promise<void>;
    /** After the directory took in a change. @returns how many contacts are due; then `run` is asked for */
    onDirectoryChange(news: DirectoryNews): Promise<number>;
    /** Does what is due and goes on with a full run. One at a time for each connection. @throws {CodedError} when Quo is out of reach */
    run(signal: AbortSignal): Promise<void>;
    /** Whether `run` has something to do now. */
    isWaiting(): Promise<boolean>;
    /** What is to be in Quo: `scope` names which people all are. Nothing while it is off. */
    wanted(): { readonly scope?: string } | undefined;
    /** Looks at everybody, from the beginning. @throws {CodedError} `SF-FILTER-FIELD` */
    startFull(): Promise<void>;
    /** @returns false when no run is under way */
    pause(): Promise<boolean>;
    resume(): Promise<boolean>;
    estimate(signal?: AbortSignal): Promise<Estimate>;
    /** Who is not in Quo and why, newest first, a page at a time. */
    skipped(page?: { readonly after?: string; readonly limit?: number }): Promise<SkippedPage>;
    status(): Promise<ContactSyncStatus>;
}

export function contactSync(parts: ContactSyncEngineDeps): ContactSync {
    const { connection, contacts, requestRun } = parts;
    const timing = newTiming();
    return {
        async onFacts(facts) {
            for (const fact of facts) if (fact.kind === 'contact') await noteContact(parts, fact);
            if (!isDisabled(parts)) await show(parts, facts, timing);
        },
        onDirectoryChange: (news) => (isDisabled(parts) ? missNews(parts) : onDirectoryChange(parts, news)),
        run: (signal) => (isDisabled(parts) ? Promise.resolve() : run(parts, signal)),
        isWaiting: async () => !isDisabled(parts) && (await isWaiting(parts)),
        wanted: () => (isDisabled(parts) ? undefined : wantedScope(parts)),
        startFull: () => startFull(parts),
        pause: () => contacts.setRunState(connection, 'paused'),
        async resume() {
            const resumed = await contacts.setRunState(connection, 'running');
            if (resumed) await requestRun();
            return resumed;
        },
        estimate: (signal) => estimate(parts, signal),
        skipped: (page) => skipped(parts, page),
        status: () => status(parts, timing.told())
    };
}

async function noteContact(parts: ContactSyncEngineDeps, fact: ContactFact): Promise<void> {
    const { connection, log } = parts;
    try {
        const meaning = await onContactEvent(parts, fact);
        if (meaning !== 'not ours') log.debug('quo told of a contact', { connection, meaning });
    } catch (error) {
        log.warn('quo contact not noted', { connection, ...errorData(error) });
    }
}

async function show(parts: ContactSyncEngineDeps, facts: readonly Fact[], timing: Timing): Promise<void> {
    const { connection, log } = parts;
    const started = performance.now();
    try {
        const outcomes = await justInTime(parts, facts);
        const written = outcomes.filter(({ did }) => did === 'created' || did === 'updated');
        if (written.length > 0) timing.note(written.length, performance.now() - started);
        for (const { error } of outcomes) if (error) log.warn('caller not shown in quo', { connection, ...error });
    } catch (error) {
        log.warn('caller not shown in quo', { connection, ...errorData(error) });
    }
}

/**
 * In full mode, people who are new to the directory are put into Quo as well, once a run began: it may have passed them.
 * Whoever leaves the filter stays in Quo and is kept up to date.
 */
async function onDirectoryChange(parts: ContactSyncEngineDeps, { people, moved }: DirectoryNews): Promise<number> {
    const { connection, contacts, preferences } = parts;
    const { syncContacts, contactFilter, language } = preferences();
    let due = await contacts.follow(connection, moved);
    const isCovered = syncContacts === 'full' && (await contacts.run(connection)) !== undefined;
    if (!isCovered && people.length > 0) await forgetScope(parts);
    const plain = { wording: contactWordingOf(language), recordUrl: () => undefined };
    const belongs = (person: Person) =>
        isWanted(person, contactFilter) && typeof contactDraft(person, plain) !== 'string';
    const welcome = new Set(isCovered ? people.filter(belongs).map(({ id }) => id) : []);
    const others = people.map(({ id }) => id).filter((id) => !welcome.has(id));
    due += await contacts.makeDue(connection, [...welcome], true);
    due += await contacts.makeDue(connection, others, false);
    if (due > 0) await parts.requestRun();
    return due;
}

/** Switched off, nothing is done and nothing is forgotten: it is caught up with when it is switched on. */
async function missNews(parts: ContactSyncEngineDeps): Promise<number> {
    await forgetScope(parts);
    await fallBehind(parts);
    return 0;
}

async function startFull(parts: ContactSyncEngineDeps): Promise<void> {
    await requireFilter(parts);
    await begin(parts);
    await parts.requestRun();
}

/** After Quo was out of reach: long enough not to beat on it, short enough that nobody waits for it. */
export const REST_MS = 60_000;

async function run(parts: ContactSyncEngineDeps, signal: AbortSignal): Promise<void> {
    try {
        await linkExisting(parts, signal);
        // Known before the next call rings, which then needs not ask for it.
        await draftSettings(parts, { lane: 'full', signal });
        await processDue(parts, signal);
        await beginFull(parts);
        await fullRun(parts, signal);
    } catch (error) {
        if (!signal.aborted) await parts.memory.set(parts.connection, KEYS.contactSyncResting, true);
        throw error;
    }
}

async function isWaiting(parts: ContactSyncEngineDeps): Promise<boolean> {
    const { connection, contacts, memory } = parts;
    const resting = await memory.get(connection, KEYS.contactSyncResting);
    if (resting !== undefined && resting.ageMs < REST_MS) return false;
    if (!(await isUpToDate(parts))) return true;
    if ((await contacts.due(connection, 1)).length > 0) return true;
    return isFullWaiting(parts);
}

async function status(
    parts: ContactSyncEngineDeps,
    timing: ContactSyncStatus['justInTime']
): Promise<ContactSyncStatus> {
    const { connection, contacts, preferences, quo } = parts;
    const [counts, run, fault] = await Promise.all([
        contacts.counts(connection),
        contacts.run(connection),
        parts.filterFault?.().catch(() => undefined)
    ]);
    return {
        mode: preferences().syncContacts,
        contacts: counts,
        ...(fault === undefined ? {} : { fault }),
        ...(run === undefined ? {} : { run }),
        justInTime: timing,
        quo: quo.counters()
    };
}
