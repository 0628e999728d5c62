import type { ReadAccess } from 'c/quoReadAccess';
import { OBJECTS, SONA, TASK } from 'c/quoSchema';

/** The fields without which no number can be decided. */
const TASK_REQUIRED = [TASK.match, TASK.externalNumber, TASK.startedAt];
const SONA_REQUIRED = [SONA.match, SONA.callerNumber, SONA.startedAt];

const readsAll = (access: ReadAccess, object: string, fields: readonly string[]) =>
    access.reads(object) && fields.every((field) => access.readsField(object, field));

const list = (alias: string, object: string, after: string, match: string, startedAt: string, node: string) =>
    `${alias}: ${object}(
        first: $first
        after: $${after}
        where: { ${match}: { in: ["unmatched", "ambiguous"] } }
        orderBy: { ${startedAt}: { order: DESC, nulls: LAST } }
    ) { edges { node { ${node} } } pageInfo { endCursor hasNextPage } }`;

/**
 * Calls and conversations whose number nobody, or several people, were found for; Sona calls for the names that callers
 * gave, where this user may read them. Variables: `first`, `after`, and `sonaAfter` where Sona calls are asked for.
 *
 * @returns undefined when this user may not read what the page stands on
 */
export function unmatchedQuery(access: ReadAccess): string | undefined {
    if (!readsAll(access, 'Task', TASK_REQUIRED)) return undefined;
    const hasSona = readsAll(access, OBJECTS.sonaCall, SONA_REQUIRED);
    const taskNode = `
        Id
        startedAt: ${TASK.startedAt} { value }
        externalNumber: ${TASK.externalNumber} { value }
        match: ${TASK.match} { value }
        inbox: ${TASK.inbox} @optional { value }
        matchReason: ${TASK.matchReason} @optional { value }`;
    const sonaNode = `
        Id
        startedAt: ${SONA.startedAt} { value }
        callerNumber: ${SONA.callerNumber} { value }
        callerName: ${SONA.callerName} @optional { value }`;
    return `query quoUnmatched($first: Int, $after: String${hasSona ? ', $sonaAfter: String' : ''}) { uiapi { query {
        ${list('tasks', 'Task', 'after', TASK.match, TASK.startedAt, taskNode)}
        ${hasSona ? list('sona', OBJECTS.sonaCall, 'sonaAfter', SONA.match, SONA.startedAt, sonaNode) : ''}
    } } }`;
}
