import { z } from 'zod';
import type { OrgWishes, TaskOwner } from '../../contracts/org-administration.ts';
import { TASK } from '../../domain/records/names.ts';
import { chosenRecordTypes, taskValues } from '../../domain/records/task-values.ts';
import type { NameInOrg } from '../namespace.ts';
import { compositeReads } from '../rest/composite.ts';
import { QueryPage } from '../rest/query.ts';
import { queryPath } from '../rest/soql.ts';
import type { ErrorNote } from '../../errors/errors.ts';
import { recordFailure } from '../rest/failures.ts';
import { readErrors } from '../rest/refusal.ts';
import type { Session } from '../rest/session.ts';
import { readTaskPicklists } from '../task-picklists.ts';
import { failed, ok, unexpected, type Check } from './check.ts';
import { readAnswer } from '../rest/unreadable.ts';

const Answer = z.object({
    compositeResponse: z.array(z.object({ body: z.unknown(), httpStatusCode: z.number(), referenceId: z.string() }))
});

/** A composite request takes 25 requests (REST API guide): two an owner, two about a contact, and the one that fails. */
const MOST_OWNERS = 11;
/** Whose a record is when nothing is said of it: the integration user's. */
const ITSELF = { id: undefined, name: '' };
const UNDO = 'undo';
/** What the other requests of one that failed say (REST API guide, Composite, allOrNone). */
const HALTED = 'PROCESSING_HALTED';
const NOT_OURS = [
    'NOT_FOUND',
    'ENTITY_IS_DELETED',
    'INSUFFICIENT_ACCESS',
    'INSUFFICIENT_ACCESS_OR_READONLY',
    'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY'
];

/**
 * Writes the Task of a call for each owner and adds to it later, as logging would, and leaves nothing behind: the last
 * request names a field that no org has, and with it Salesforce takes all of them back. Fields, record type, status,
 * rules, automation and sharing have their say; the first that refuses is told. One more is about a contact, where the org
 * shows the integration user one: rules and flows may be about those only. Three or four API calls.
 *
 * @throws what nobody foresaw
 */
export async function tryActivity(session: Session, wishes: OrgWishes, name: NameInOrg): Promise<readonly Check[]> {
    const { trial, fieldDefaults } = wishes;
    if (trial === undefined) return [];
    try {
        const owners = trial.owners.length === 0 ? [ITSELF] : trial.owners.slice(0, MOST_OWNERS);
        const chosen = fieldDefaults?.Task ?? [];
        const { Status, Priority, others } = taskValues(
            'call',
            chosen,
            await readTaskPicklists(session, chosenRecordTypes(chosen)),
            { startedAt: `${trial.date}T12:00:00.000Z`, timeZone: 'UTC' }
        );
        const fields = {
            ...others,
            ...(Status === undefined ? {} : { Status }),
            Priority,
            Subject: 'Quo',
            ActivityDate: trial.date,
            TaskSubtype: 'Call',
            CallType: 'Inbound',
            CallDurationInSeconds: 0
        };
        return [await attempt(session, [...owners, ...(await aboutContact(session, owners))], fields, name)];
    } catch (error) {
        return [unexpected('activity', error)];
    }
}

/** Whose Task is tried, and about whom. */
type Trial = (TaskOwner | typeof ITSELF) & { readonly whoId?: string };

/** Of the first owner. */
async function aboutContact(session: Session, [owner]: readonly Trial[]): Promise<readonly Trial[]> {
    const [part] = await compositeReads(session, [queryPath(session.root, 'SELECT Id FROM Contact LIMIT 1')]);
    const page = QueryPage.safeParse(part?.body);
    const whoId = page.success ? page.data.records[0]?.['Id'] : undefined;
    if (owner === undefined || typeof whoId !== 'string') return [];
    return [{ ...owner, name: [owner.name, `Contact ${whoId}`].filter(Boolean).join(', '), whoId }];
}

async function attempt(
    session: Session,
    owners: readonly Trial[],
    fields: Readonly<Record<string, unknown>>,
    name: NameInOrg
): Promise<Check> {
    const tasks = `${session.root}/sobjects/Task`;
    const requests = owners.flatMap(({ id, whoId }, n) => [
        {
            method: 'POST',
            url: tasks,
            referenceId: `made${n}`,
            body: { ...fields, OwnerId: id, WhoId: whoId, [name(TASK.key)]: `check_${n}` }
        },
        { method: 'PATCH', url: `${tasks}/@{made${n}.id}`, referenceId: `added${n}`, body: { Description: 'Quo' } }
    ]);
    const undo = { method: 'POST', url: tasks, referenceId: UNDO, body: { Quo_Undo: true } };
    const answer = await session.request({
        method: 'POST',
        path: `${session.root}/composite`,
        body: { allOrNone: true, compositeRequest: [...requests, undo] }
    });
    const refused = readAnswer(Answer, answer).compositeResponse.flatMap((part) =>
        part.httpStatusCode < 300 ? [] : [{ at: part.referenceId, errors: readErrors(part.body, part.httpStatusCode) }]
    );
    const first = refused.find(({ errors }) => errors[0]?.code !== HALTED);
    if (first === undefined) return failed('activity', 'SF-REFUSED', UNDO);
    if (first.at === UNDO) return ok('activity', namesOf(owners));
    const [, step, n] = /^(made|added)(\d+)$/.exec(first.at) ?? [];
    const owner = owners[Number(n)]?.name ?? '';
    const { code = '' } = first.errors[0] ?? {};
    if (step === 'added' && NOT_OURS.includes(code)) return failed('activity', await sharingCode(session), owner);
    const { note } = recordFailure(first.errors, name(TASK.key));
    return failed('activity', note.code, `${owner}: ${note.seen ?? code}`);
}

/** What was tried about a contact is one of theirs. */
function namesOf(trials: readonly Trial[]): string {
    return trials.flatMap(({ name, whoId }) => (whoId === undefined ? [name] : [])).join(', ');
}

/** By the org's sharing of activities, as far as the integration user may see it, which View Setup is for. */
async function sharingCode(session: Session): Promise<ErrorNote['code']> {
    const soql = "SELECT Id, InternalSharingModel FROM EntityDefinition WHERE QualifiedApiName = 'Task'";
    const [part] = await compositeReads(session, [queryPath(session.root, soql)]);
    const page = QueryPage.safeParse(part?.body);
    const model = page.success ? page.data.records[0]?.['InternalSharingModel'] : undefined;
    if (model === 'Private') return 'SF-SHARING-PRIVATE';
    return model === 'ControlledByParent' ? 'SF-SHARING-PARENT' : 'SF-SHARING';
}
