import { ZodError } from 'zod';
import { OrgUnavailable, type Org } from '../contracts/salesforce.ts';
import { regionOfCountry, regionOfNumber } from '../phone/country.ts';
import { readNumbers } from '../phone/read-several.ts';
import { countPeople } from './count-people.ts';
import { countTasks } from './count-tasks.ts';
import { openDirectory } from './directory/directory.ts';
import { idsOf } from './ids-of.ts';
import { nameInOrg } from './namespace.ts';
import { collectionSizes } from './records/collection-sizes.ts';
import { editable } from './records/editable.ts';
import { currentValues } from './records/current-values.ts';
import { refusedOwners } from './records/refused-owners.ts';
import { remove } from './records/remove.ts';
import { write } from './records/write.ts';
import { reportAlong } from './report-along.ts';
import { Refusal } from './rest/refusal.ts';
import { redactMessage } from './rest/redact-message.ts';
import { gatherReads } from './rest/gather-reads.ts';
import { openSession, type Session, type SessionDependencies } from './rest/session.ts';
import type { OrgSettings } from './settings.ts';
import { sharedActivities } from './shared-activities.ts';
import { readSonaFields } from './sona-fields.ts';
import { readChangedRecords } from './changed-records.ts';
import { transcriptAccess } from './transcript-access.ts';
import { readUsers } from './users.ts';
import { readTaskPicklists } from './task-picklists.ts';

/** One Salesforce org, reached over its REST API. Nothing is asked of it until a method is called. */
export function connectOrg(
    settings: OrgSettings,
    dependencies: SessionDependencies,
    session: Session = openSession(settings, dependencies),
    sizes = collectionSizes()
): Org {
    const name = nameInOrg(settings.namespace);
    const gathered = gatherReads(session);
    const directory = openDirectory(
        gathered,
        {
            phoneFields: settings.phoneFields ?? {},
            filterFields: settings.filterFields ?? [],
            related: settings.related ?? []
        },
        { region: settings.region, readNumbers, regionOfCountry, regionOfNumber },
        name
    );
    const options = {
        assignLeads: settings.assignLeads ?? false,
        sharesActivities: sharedActivities(session),
        sizes,
        owners: refusedOwners(dependencies.now)
    };
    return {
        write: (items) => plainly(() => write(session, items, name, options)),
        currentValues: (records) => plainly(() => currentValues(session, records, name)),
        editable: (userId, ids) => plainly(() => editable(session, userId, ids)),
        idsOf: (object, keys) => plainly(() => idsOf(session, object, keys, name)),
        remove: (_object, ids) => plainly(() => remove(session, ids)),
        changes: (highWater, onPage, report) =>
            plainly(() => directory.changes(highWater, onPage, report && reportAlong(session.root, report, name))),
        findByNumbers: (numbers) => plainly(() => directory.findByNumbers(numbers)),
        standing: (ids) => plainly(() => directory.standing(ids)),
        fieldsNotFiltered: () => plainly(() => directory.fieldsNotFiltered()),
        unknownFilterFields: (objects) => plainly(() => directory.unknownFilterFields(objects)),
        touchedTasks: (since) => plainly(() => readChangedRecords(session, since, name)),
        countPeople: () => plainly(() => countPeople(gathered)),
        countTasks: (spans) => plainly(() => countTasks(session, spans, name)),
        users: () => plainly(() => readUsers(gathered)),
        transcriptAccess: () => plainly(() => transcriptAccess(gathered, name)),
        sonaFields: () => plainly(() => readSonaFields(session, name)),
        vocabulary: (recordTypes) => plainly(() => readTaskPicklists(gathered, recordTypes)),
        allowance: () => session.allowance(),
        calls: () => session.calls()
    };
}

/** A request of ours that Salesforce refuses as such is a matter of rights or of set-up: an admin must look. */
async function plainly<T>(use: () => Promise<T>): Promise<T> {
    try {
        return await use();
    } catch (error) {
        if (error instanceof ZodError)
            throw new OrgUnavailable('retry', { code: 'SF-TROUBLE', seen: 'an answer that cannot be read' }, true);
        if (!(error instanceof Refusal)) throw error;
        const { code, message } = error.first;
        const seen = redactMessage(`${code}: ${message}`);
        if (code === 'INVALID_FIELD') throw new OrgUnavailable('forbidden', { code: 'SF-FIELD-MISSING', seen });
        if (code === 'INVALID_TYPE' || error.status === 404)
            throw new OrgUnavailable('forbidden', { code: 'SF-OBJECT-MISSING', seen });
        throw new OrgUnavailable('forbidden', { code: 'SF-FORBIDDEN', seen });
    }
}
