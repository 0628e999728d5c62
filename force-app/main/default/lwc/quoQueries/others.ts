import { ANSWER, OBJECTS, SONA, TASK } from 'c/quoNames';

/** What the caller told Sona, in order. Variable: `call`. */
export function answersQuery(): string {
    return `query sonaAnswers($call: ID) { uiapi { query {
        answers: ${OBJECTS.sonaAnswer}(
            first: 500
            where: { ${ANSWER.call}: { eq: $call } }
            orderBy: { ${ANSWER.position}: { order: ASC, nulls: LAST } }
        ) { edges { node {
            Id
            job: ${ANSWER.job} { value }
            question: ${ANSWER.question} { value }
            answer: ${ANSWER.answer} { value }
            fullAnswer: ${ANSWER.fullAnswer} { value }
            type: ${ANSWER.type} { value }
        } } }
    } } }`;
}

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
                callerNumber: ${SONA.callerNumber} { value }
                callerName: ${SONA.callerName} { value }
            } }
            pageInfo { endCursor hasNextPage }
        }
    } } }`;
}

/** People and companies by name. Variable: `like`, with its `%`. */
export function peopleQuery(): string {
    const found = (object: string, extra: string, where = '') =>
        `${object}(first: 5, where: { and: [{ Name: { like: $like } }${where}] }, orderBy: { Name: { order: ASC } }) {
            edges { node { Id Name { value } ${extra} } }
        }`;
    return `query quoPeople($like: String) { uiapi { query {
        ${found('Contact', 'Account { Name { value } } Title { value }')}
        ${found('Lead', 'Company { value } Title { value }', ', { IsConverted: { eq: false } }')}
        ${found('Account', 'Phone { value }')}
    } } }`;
}

/** Colleagues by name. Variable: `like`, with its `%`. */
export function usersQuery(): string {
    return `query quoUsers($like: String) { uiapi { query {
        User(first: 8, where: { and: [{ Name: { like: $like } }, { IsActive: { eq: true } }] }, orderBy: { Name: { order: ASC } }) {
            edges { node { Id Name { value } Title { value } } }
        }
    } } }`;
}
