import { OBJECTS, SONA, TASK } from 'c/quoSchema';

/** Calls and conversations whose number nobody, or several people, were found for. Variables: `first`, `after`. */
export function unmatchedQuery(): string {
    return `query quoUnmatched($first: Int, $after: String, $sonaAfter: String) { uiapi { query {
        tasks: Task(
            first: $first
            after: $after
            where: { ${TASK.match}: { in: ["unmatched", "ambiguous"] } }
            orderBy: { ${TASK.startedAt}: { order: DESC, nulls: LAST } }
        ) {
            edges { node {
                Id
                kind: ${TASK.kind} { value }
                outcome: ${TASK.outcome} { value }
                startedAt: ${TASK.startedAt} { value }
                inbox: ${TASK.inbox} { value }
                externalNumber: ${TASK.externalNumber} { value }
                match: ${TASK.match} { value }
                matchReason: ${TASK.matchReason} @optional { value }
            } }
            pageInfo { endCursor hasNextPage }
        }
        sona: ${OBJECTS.sonaCall}(
            first: $first
            after: $sonaAfter
            where: { ${SONA.match}: { in: ["unmatched", "ambiguous"] } }
            orderBy: { ${SONA.startedAt}: { order: DESC, nulls: LAST } }
        ) {
            edges { node {
                Id
                startedAt: ${SONA.startedAt} { value }
                callerNumber: ${SONA.callerNumber} { value }
                callerName: ${SONA.callerName} { value }
            } }
            pageInfo { endCursor hasNextPage }
        }
    } } }`;
}
